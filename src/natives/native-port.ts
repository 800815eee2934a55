/**
 * MessagePorts in the page's world that the page cannot get at, whatever it has done to the prototypes meanwhile.
 * Every method is the browser's own, taken before the page's first script, and none is looked up again.
 */
import { hideFromWindowEvent } from './hide-from-window-event.ts';

/** As much of a MessagePort as the line needs. */
export interface NativePort extends Pick<MessagePort, 'postMessage' | 'onmessage' | 'close'> {
  /** Called when the other end is gone, in browsers that tell (Chromium 122 and later). */
  onclose?: (() => void) | null;
}

/** A function that takes `this` as its first argument, and that no later change of a prototype can reach. */
export const detach = Function.prototype.bind.bind(Function.prototype.call) as <
  This,
  Args extends unknown[],
  Result,
>(
  method: (this: This, ...args: Args) => Result,
) => (self: This, ...args: Args) => Result;

export const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
const { setPrototypeOf } = Reflect;
export const nativeTimeout = setTimeout;

/** The object without anything inherited: what a page has added to all objects is not found in it, and is not asked. */
export function withoutPrototype<Own extends object>(own: Own): Own {
  setPrototypeOf(own, null);
  return own;
}

/** What reads a property of the prototype's objects. */
export function getterOf<Owner extends object, Name extends keyof Owner & string>(owner: Owner, name: Name) {
  const get = getOwnPropertyDescriptor(owner, name)?.get ?? (() => undefined);
  return detach(get as (this: Owner) => Owner[Name]);
}

/** What writes one. */
export function setterOf<Owner extends object, Name extends keyof Owner & string>(owner: Owner, name: Name) {
  const set = getOwnPropertyDescriptor(owner, name)?.set ?? (() => {});
  return detach(set as (this: Owner, value: Owner[Name]) => void);
}

const { prototype } = MessagePort;
const post = detach(
  prototype.postMessage as (this: MessagePort, message: unknown, transfer: Transferable[]) => void,
);
const close = detach(prototype.close);
const listen = setterOf(prototype, 'onmessage');
const listenToClose = setterOf(prototype as NativePort & MessagePort, 'onclose');
export const dataOf = getterOf(MessageEvent.prototype, 'data');
const portsOf = getterOf(MessageEvent.prototype, 'ports');

export const postTo = (port: MessagePort, message: unknown, transfer: Transferable[] = []): void =>
  post(port, message, transfer);

/** `listener` gets what was posted, and the first two ports that came with it. */
export function listenTo<Message>(
  port: MessagePort,
  listener: (message: Message, first: MessagePort | undefined, second: MessagePort | undefined) => void,
): void {
  const hear = (event: MessageEvent) => {
    const ports = portsOf(event);
    try {
      // By index: taking an array apart would ask its iterator, which is the page's.
      listener(dataOf(event) as Message, ports[0], ports[1]);
    } catch {
      // A page that breaks what the listener needs shall not hear of it: an error here would be an error of the page.
    }
  };
  listen(port, hideFromWindowEvent(hear));
}

/** The same port in the form that the line knows, for scripts that come when the page has long been running. */
export function nativePort(port: MessagePort): NativePort {
  let listener: NativePort['onmessage'] = null;
  let closeListener: (() => void) | null = null;
  return {
    postMessage: (message: unknown) => post(port, message, []),
    close: () => close(port),
    get onclose() {
      return closeListener;
    },
    set onclose(next) {
      closeListener = next ?? null;
      listenToClose(
        port as NativePort & MessagePort,
        next ? (hideFromWindowEvent(() => next()) as () => void) : null,
      );
    },
    get onmessage() {
      return listener;
    },
    set onmessage(next) {
      listener = next;
      listenTo(port, (data) => (listener as ((event: { data: unknown }) => void) | null)?.({ data }));
    },
  };
}
