/**
 * What other contexts may ask of the service worker: a typed table of async functions, and how a call travels.
 * Owns the wire format and the caller's side; background/answer-calls.ts checks and answers.
 */
import type { DocumentStatus } from './status.ts';

/** Bridge -> background. Every function rejects with the reason that the background gave. */
export interface BackgroundCalls {
  /** Runs the injected program in the MAIN world of the document that calls. */
  injectPipeline(): Promise<void>;
  /** What the cameras of the frame that calls do from now on, for the toolbar button of its tab. */
  reportCamera(report: CameraReport): Promise<void>;
  /** The declarations of these filters, in their order, unchecked; null for each that is unknown. */
  filtersOf(ids: readonly string[]): Promise<readonly unknown[]>;
}

export type CameraReport = Pick<DocumentStatus, 'camera' | 'filterOn' | 'filterIds' | 'isBlank' | 'problem'>;

export interface CallMessage {
  readonly type: 'call-background';
  readonly name: string;
  readonly args: readonly unknown[];
}

export type CallAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

export const background: BackgroundCalls = {
  async injectPipeline() {
    await call('injectPipeline');
  },
  async reportCamera(report) {
    await call('reportCamera', report);
  },
  async filtersOf(ids) {
    const declarations = await call('filtersOf', ids);
    if (!Array.isArray(declarations) || declarations.length !== ids.length) {
      throw new Error(`The background did not answer filtersOf with ${ids.length} declarations`);
    }
    return declarations;
  },
};

async function call(name: keyof BackgroundCalls, ...args: readonly unknown[]): Promise<unknown> {
  const message: CallMessage = { type: 'call-background', name, args };
  const answer = await chrome.runtime.sendMessage<CallMessage, CallAnswer | undefined>(message);
  if (answer === undefined) throw new Error(`The background did not answer ${name}`);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}
