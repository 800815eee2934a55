/**
 * The receiving end of shared/messages.ts: takes calls from this extension's own contexts and answers each once.
 * Owns the door (who calls, what is asked); what a function does, and whether its arguments fit, is the function's own.
 */
import type { CallAnswer, CallMessage } from '../shared/messages.ts';

export type Sender = chrome.runtime.MessageSender;

/** One answer a function of the table. Arguments come from another process, so they come as unknown. */
export type Answers<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Result
    ? (sender: Sender, ...args: { [Index in keyof Args]: unknown }) => Result
    : never;
};

type AnyAnswer = (sender: Sender, ...args: readonly unknown[]) => Promise<unknown>;

/** Listens from now on. Messages that are no call of this table are left to other listeners. */
export function answerCalls<Calls>(answers: Answers<Calls>): void {
  const known = new Map(Object.entries<AnyAnswer>(answers as Record<string, AnyAnswer>));
  chrome.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (!isCall(message) || sender.id !== chrome.runtime.id) return false;
    const answer = known.get(message.name);
    if (answer === undefined) return false;
    // sendResponse and true, not a returned promise: the one form that every browser's MV3 takes.
    void settle(answer, sender, message.args).then(sendResponse);
    return true;
  });
}

async function settle(answer: AnyAnswer, sender: Sender, args: readonly unknown[]): Promise<CallAnswer> {
  try {
    return { ok: true, value: await answer(sender, ...args) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function isCall(message: unknown): message is CallMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { type, name, args } = message as Partial<CallMessage>;
  return type === 'call-background' && typeof name === 'string' && Array.isArray(args);
}
