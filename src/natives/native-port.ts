/**
 * MessagePorts in the page's world that the page cannot get at, whatever it has done to the prototypes meanwhile.
 * Every method is the browser's own, taken before the page's first script, and none is looked up again.
 */
import { hideFromWindowEvent } from './hide-from-window-event.ts';
import { dataOf, detach, getterOf, setterOf, take } from './primordials.ts';
import { sequenceOf } from './sequence-of.ts';

/** As much of a MessagePort as the pipeline needs. */
export interface NativePort extends Pick<MessagePort, 'onmessage' | 'close'> {
  /** Hands over what is in `transferred`, if anything. */
  postMessage(message: unknown, transferred?: Transferable[]): void;
  /** Called when the other end is gone, in browsers that tell (Chromium 122 and later). */
  onclose?: (() => void) | null;
}

type Post = (this: MessagePort, message: unknown, transferred: Iterable<Transferable>) => void;

const NativeChannel = MessageChannel;
const firstOf = take<MessageChannel, [], MessagePort>(NativeChannel, 'port1');
const secondOf = take<MessageChannel, [], MessagePort>(NativeChannel, 'port2');
const { prototype } = MessagePort;
const post = detach(prototype.postMessage as Post);
const listen = setterOf(prototype, 'onmessage');
const listenToClose = setterOf(prototype as NativePort & MessagePort, 'onclose');
const portsOf = getterOf(MessageEvent.prototype, 'ports');

export const closePort = detach(prototype.close as (this: MessagePort) => void);

export const postTo = (
  port: MessagePort,
  message: unknown,
  transferred: readonly Transferable[] = [],
): void => post(port, message, sequenceOf(transferred));

/** Two ports, of which each hears what is posted to the other. */
export function openChannel(): { readonly first: MessagePort; readonly second: MessagePort } {
  const channel = new NativeChannel();
  return { first: firstOf(channel), second: secondOf(channel) };
}

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

/** The same port in the form that the pipeline knows, for scripts that come when the page has long been running. */
export function nativePort(port: MessagePort): NativePort {
  let listener: NativePort['onmessage'] = null;
  let closeListener: (() => void) | null = null;
  return {
    postMessage: (message, transferred) => postTo(port, message, transferred),
    close: () => closePort(port),
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
