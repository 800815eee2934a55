/**
 * What a page can do that knows the language well: each trick is a function that runs in the page by itself, before a camera
 * is opened, and names nothing of this file. What it gets hold of it gives to `grab`, which `startGrabbing` defines.
 */

declare global {
  var grab: (thing: unknown) => void;
  var grabbed: unknown[];
  /** A way to a camera of the page's own. */
  var openByTrick: (() => Promise<MediaStream>) | undefined;
}

export function startGrabbing(): void {
  const things: unknown[] = [];
  globalThis.grabbed = things;
  globalThis.grab = (thing) => {
    things[things.length] = thing;
  };
}

export interface Trick {
  readonly title: string;
  readonly play: () => void;
}

export const TRICKS: readonly Trick[] = [
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
    title: 'every object says that it is a screen',
    play: () => {
      Object.defineProperty(Object.prototype, 'displaySurface', { value: 'monitor' });
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
  {
    title: 'every object covers frames in a way of its own',
    play: () => {
      Object.defineProperty(Object.prototype, 'cover', {
        value(frame: VideoFrame) {
          grab(frame);
          return frame.clone();
        },
      });
    },
  },
  {
    title: 'every object has a size of its buffer, and tells who asks',
    play: () => {
      Object.defineProperty(Object.prototype, 'maxBufferSize', {
        get(this: { readonly track?: unknown }) {
          grab(this.track);
          return undefined;
        },
      });
    },
  },
  ...['type', 'start'].map((name) => ({
    title: `every object has a ${name}, and takes writing over`,
    play: Function(`Object.defineProperty(Object.prototype, '${name}', {
      get() {
        const { write } = this;
        if (write && Object.hasOwn(this, 'abort')) this.write = (frame) => { grab(frame); return write(frame); };
      },
      set(value) { Object.defineProperty(this, '${name}', { value, writable: true, configurable: true, enumerable: true }); },
    })`) as () => void,
  })),
  {
    title: 'every object has traps',
    play: () => {
      const { getUserMedia } = MediaDevices.prototype;
      let native = getUserMedia;
      const trap = (target: unknown) => {
        if (typeof target === 'function') native = target as typeof getUserMedia;
        return undefined;
      };
      Object.defineProperty(Object.prototype, 'get', { value: trap, configurable: true });
      void getUserMedia.name;
      Reflect.deleteProperty(Object.prototype, 'get');
      globalThis.openByTrick = () => Reflect.apply(native, navigator.mediaDevices, [{ video: true }]);
    },
  },
  {
    title: 'objects without a prototype are made by the page',
    play: () => {
      const { create } = Object;
      const createAndKeep = (prototype: object | null, properties: PropertyDescriptorMap = {}) => {
        const made = create(prototype, properties);
        grab(made);
        return made;
      };
      Object.assign(Object, { create: createAndKeep });
    },
  },
  {
    title: 'what is called looks at who called it',
    play: Function(`
      const Native = AbortController;
      globalThis.AbortController = function () {
        try {
          for (let by = arguments.callee.caller; by; by = by.caller) {
            grab(by);
            for (const given of by.arguments) grab(given);
          }
        } catch {}
        return new Native();
      };`) as () => void,
  },
  {
    title: 'what is called looks at the stack',
    play: () => {
      const { now } = Performance.prototype;
      Performance.prototype.now = function () {
        const { prepareStackTrace } = Error as unknown as { prepareStackTrace: unknown };
        Object.assign(Error, {
          prepareStackTrace: (_: unknown, sites: readonly NodeJS.CallSite[]) => {
            for (const site of sites) {
              if (!site.getFileName()?.startsWith('chrome-extension:')) continue;
              grab(site.getFunction());
              grab(site.getThis());
            }
            return '';
          },
        });
        void new Error('look').stack;
        Object.assign(Error, { prepareStackTrace });
        return now.call(this);
      };
    },
  },
  {
    title: 'what is called looks at the event that is under way, also later',
    play: () => {
      const look = () => {
        const { event } = window;
        if (!event) return;
        grab(event.target);
        if (event instanceof MessageEvent) for (const port of event.ports) grab(port);
      };
      const { now } = Performance.prototype;
      Performance.prototype.now = function () {
        look();
        queueMicrotask(look);
        return now.call(this);
      };
      const Native = AbortController;
      globalThis.AbortController = class extends Native {
        constructor() {
          super();
          look();
        }
      };
    },
  },
  {
    title: "scripts of workers are the page's",
    play: () => {
      const policy = document.createElement('meta');
      policy.httpEquiv = 'content-security-policy';
      policy.content = "require-trusted-types-for 'script'";
      document.head.append(policy);
      const script = `
        const heard = new BroadcastChannel('grabbed');
        onmessage = ({ data }) => {
          heard.postMessage(data.type);
          if (data.type === 'start') postMessage({ type: 'plug', onFailure: 'closed' });
        };
        postMessage({ type: 'hello' });`;
      const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      new BroadcastChannel('grabbed').onmessage = ({ data }) => grab(data);
      const { trustedTypes } = globalThis as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): void };
      };
      trustedTypes.createPolicy('default', { createScriptURL: () => url });
    },
  },
];

/** What the page got hold of that is ours or the camera's, in words. */
export function describeGrabbed(): string[] {
  const given = [...document.querySelectorAll('video')].flatMap(
    ({ srcObject }) => (srcObject as MediaStream | null)?.getTracks().map(({ id }) => id) ?? [],
  );
  const name = (thing: unknown, depth = 0): string[] => {
    if (thing instanceof MediaStreamTrack) return given.includes(thing.id) ? [] : ['a track'];
    if (thing instanceof VideoFrame) return ['a frame'];
    if (thing instanceof MessagePort) return ['a port'];
    if (thing instanceof Worker) return ['a worker'];
    if (typeof thing === 'function') return ['a function'];
    if (typeof thing === 'string') return [thing];
    if (typeof thing !== 'object' || thing === null || thing === globalThis || depth > 2) return [];
    return Object.values(thing).flatMap((inner) => name(inner, depth + 1));
  };
  return [...new Set(grabbed.flatMap((thing) => name(thing)))];
}
