/** Getting hold of what is ours while we work: by what all objects inherit, by callers, stacks, events and scripts of workers. */
import type { Trick } from './trick.ts';

export const SEIZING_TRICKS: readonly Trick[] = [
  {
    title: 'every object says that it is a screen',
    play: () => {
      Object.defineProperty(Object.prototype, 'displaySurface', { value: 'monitor' });
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
          if (data.type === 'start') postMessage({ type: 'transform', failMode: 'closed' });
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
