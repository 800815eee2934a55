/** Asking for a camera in ways that shall lead round the hook: constraints, callbacks, lists, promises. */
import type { Trick } from './trick.ts';

export const ASKING_TRICKS: readonly Trick[] = [
  {
    title: 'constraints that change while they are read',
    play: () => {
      globalThis.openByTrick = () =>
        navigator.mediaDevices.getUserMedia({
          get video() {
            Object.defineProperty(this, 'video', { value: false });
            return true;
          },
        });
    },
  },
  {
    title: 'constraints that are described as they are not',
    play: () => {
      const describe = () => ({ value: false, configurable: true });
      const liar = new Proxy({ video: true }, { getOwnPropertyDescriptor: describe });
      globalThis.openByTrick = () => navigator.mediaDevices.getUserMedia(liar);
    },
  },
  {
    title: 'constraints that change who reads them',
    play: () => {
      const liar = new Proxy({} as MediaStreamConstraints, {
        get(_, name, reader: object) {
          if (name === 'audio') Reflect.defineProperty(reader, 'video', { value: true });
          return name === 'video';
        },
        has: () => false,
      });
      globalThis.openByTrick = () => navigator.mediaDevices.getUserMedia(liar);
    },
  },
  {
    title: 'an object that is none by its type, as constraints',
    play: () => {
      const named = document.createElement('div');
      named.id = 'video';
      document.body.append(named);
      globalThis.openByTrick = () =>
        navigator.mediaDevices.getUserMedia(document.all as unknown as MediaStreamConstraints);
    },
  },
  {
    title: 'a function that is none by its type, as a callback',
    play: () => {
      const legacy = Reflect.get(navigator, 'webkitGetUserMedia') as (...args: unknown[]) => void;
      globalThis.openByTrick = () =>
        new Promise((resolve) => legacy.call(navigator, { video: true }, resolve, document.all));
    },
  },
  {
    title: 'lists that give nothing of what they hold',
    play: () => {
      const legacy = Reflect.get(navigator, 'webkitGetUserMedia') as (...args: unknown[]) => void;
      const own = Array.prototype.values;
      const setIterator = (value: unknown) =>
        Object.defineProperty(Array.prototype, Symbol.iterator, {
          value,
          configurable: true,
          writable: true,
        });
      globalThis.openByTrick = () =>
        new Promise((resolve, reject) => {
          setIterator(() => ({ next: () => ({ done: true }) }));
          legacy.call(navigator, { video: true }, resolve, reject);
          setIterator(own);
        });
    },
  },
  {
    title: 'lists that give other scripts than they hold',
    play: () => {
      const own = Array.prototype.values;
      const script = `
        const heard = new BroadcastChannel('grabbed');
        onmessage = ({ data }) => heard.postMessage(data.type);
        postMessage({ type: 'hello' });`;
      new BroadcastChannel('grabbed').onmessage = ({ data }) => grab(data);
      const give = function (this: unknown[]) {
        if (this.length === 1 && (this[0] instanceof VideoFrame || this[0] instanceof MessagePort))
          grab(this[0]);
        const isScript = this.length === 1 && typeof this[0] === 'string' && this[0].length > 100_000;
        return own.call(isScript ? [script] : this);
      };
      Object.defineProperty(Array.prototype, Symbol.iterator, { value: give });
    },
  },
  {
    title: 'a document that says it has no window',
    play: () => {
      Object.defineProperty(Document.prototype, 'defaultView', { get: () => null });
    },
  },
  {
    title: "promises of another's making",
    play: () => {
      const { then } = Promise.prototype;
      Object.defineProperty(Promise.prototype, 'constructor', { value: class extends Promise<unknown> {} });
      const look = (onDone: (value: unknown) => unknown) => (value: unknown) => {
        if (value instanceof MediaStream) for (const track of value.getTracks()) grab(track);
        return onDone(value);
      };
      Object.assign(Promise.prototype, {
        // biome-ignore lint/suspicious/noThenProperty: this is what pages do.
        then(this: Promise<unknown>, onDone: (value: unknown) => unknown, onFailed: () => unknown) {
          return then.call(this, onDone && look(onDone), onFailed);
        },
      });
    },
  },
];
