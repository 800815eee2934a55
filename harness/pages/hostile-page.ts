/**
 * What a hostile page does, as functions that run in the page by themselves: each stands alone and names nothing
 * of this file, because its text is what travels.
 */

/** Replaces what ports, events and collections are used by, and writes down whatever of ours passes through. */
export function eavesdrop(): void {
  const overheard: string[] = [];
  Object.assign(globalThis, { overheard });
  // Ports that scripts of this world make for themselves (a timer without a clock) lead to nobody.
  const Channel = MessageChannel;
  const made = new WeakSet<MessagePort>();
  const isOfThisWorld = made.has.bind(made);
  globalThis.MessageChannel = class extends Channel {
    constructor() {
      super();
      made.add(this.port1);
      made.add(this.port2);
    }
  };
  let noting = false;
  /** By index and with one at a time, for what is tapped is used by this as well. */
  const note = (where: string, things: ArrayLike<unknown>) => {
    if (noting) return;
    noting = true;
    for (let index = 0; index < things.length; index += 1) {
      const thing = things[index];
      if (thing instanceof MessagePort && !isOfThisWorld(thing)) overheard[overheard.length] = where;
    }
    noting = false;
  };
  const { apply } = Reflect;
  const { isArray } = Array;
  const tap = (owner: object, name: string | symbol) => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const wrap = (native: (...args: unknown[]) => unknown) =>
      function (this: unknown, ...args: unknown[]) {
        note(String(name), [this]);
        note(String(name), args);
        if (isArray(this)) note(String(name), this);
        const result = apply(native, this, args);
        note(String(name), isArray(result) ? result : [result]);
        return result;
      };
    if (typeof descriptor?.value === 'function') {
      Object.defineProperty(owner, name, { ...descriptor, value: wrap(descriptor.value) });
    } else if (descriptor?.get) {
      const tapped = { ...descriptor, get: wrap(descriptor.get as () => unknown) as () => unknown };
      if (descriptor.set) tapped.set = wrap(descriptor.set as () => unknown) as (value: unknown) => void;
      Object.defineProperty(owner, name, tapped);
    }
  };
  const { prototype } = MessagePort;
  for (const name of ['postMessage', 'start', 'close', 'onmessage', 'onclose']) tap(prototype, name);
  for (const name of ['data', 'ports', 'source']) tap(MessageEvent.prototype, name);
  for (const name of ['addEventListener', 'dispatchEvent']) tap(EventTarget.prototype, name);
  for (const name of ['get', 'set', 'has']) tap(Map.prototype, name);
  for (const name of ['map', 'flatMap', 'filter', 'forEach', 'push']) tap(Array.prototype, name);
  tap(Array.prototype, Symbol.iterator);
  for (const name of ['apply', 'construct']) tap(Reflect, name);
  for (const name of ['assign', 'entries', 'freeze']) tap(Object, name);
  for (const type of ['filtroume:line', 'filtroume:offer', 'filtroume:ask']) {
    for (const target of [window, document, document.fonts]) {
      target.addEventListener(type, () => overheard.push(type), true);
    }
  }
}

/** Listens in new frames from the first moment that it can, and asks them for a port. Gives what it heard. */
export async function watchNewFrames(): Promise<string[]> {
  const heard: string[] = [];
  for (const address of ['', 'about:blank', location.href.split('?')[0] ?? '']) {
    const frame = document.createElement('iframe');
    frame.allow = 'camera';
    if (address) frame.src = address;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    const listen = () => {
      const inner = frame.contentWindow as (Window & typeof globalThis) | null;
      if (!inner) return;
      for (const target of [inner, inner.document, inner.document.fonts]) {
        for (const type of ['filtroume:offer', 'filtroume:line']) {
          target.addEventListener(type, () => heard.push(`${type} in ${address}`), true);
        }
        target.dispatchEvent(new Event('filtroume:ask'));
      }
    };
    listen();
    await loaded;
    listen();
  }
  return heard;
}

/** Puts the engine's page into a frame of the page's own, which knows the extension's id from elsewhere. */
export async function embedEngine(id: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.id = 'stolen-engine';
  frame.src = `chrome-extension://${id}/src/engine/index.html`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
}

export interface Fuzzed {
  readonly sent: number;
  /** Messages that came back on ports of the page. */
  readonly answers: number;
  readonly thrown: readonly string[];
}

/** Sends messages of every form on every channel that a page can reach. */
export async function fuzz(count: number): Promise<Fuzzed> {
  const thrown: string[] = [];
  let answers = 0;
  window.addEventListener('error', ({ message }) => thrown.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));
  const engine = document.querySelector<HTMLIFrameElement>('#stolen-engine')?.contentWindow;
  if (!engine) throw new Error('Expected an engine frame of the page');

  const nonce = crypto.randomUUID();
  const deep: { inner?: unknown } = {};
  deep.inner = { deep };
  const values: readonly unknown[] = [
    null,
    undefined,
    0,
    Number.NaN,
    'filtroume-engine',
    'x'.repeat(10_000),
    [],
    deep,
    new ArrayBuffer(64),
    { type: 'filtroume-engine' },
    { type: 'filtroume-engine', nonce: null },
    { type: 'filtroume-engine', nonce },
    { type: 'filtroume-engine', nonce: { toString: 'x' } },
    { type: 'engine-nonce', nonce },
    { type: 'connect' },
    { type: 'attach', cameraId: 1 },
    { type: 'fail-mode', cameraId: 1, failMode: 'open' },
    { type: 'wear', wearing: null },
    { type: 'problem', problem: 'engine-silent' },
    { type: 'camera-closed', cameraId: 1 },
    { type: 'call-background', name: 'injectPipeline', args: [] },
    { type: 'site-removed', patterns: ['http://localhost/*'] },
    { type: 'sample', sequence: 1, timestampUs: 0, pixels: {} },
    JSON.parse('{"__proto__": {"type": "wear"}, "constructor": {"prototype": {}}}'),
  ];
  const names = ['filtroume:line', 'filtroume:offer', 'filtroume:ask', 'message', 'filtroume'];

  for (let index = 0; index < count; index += 1) {
    const value = values[index % values.length];
    const name = names[index % names.length] ?? '';
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      answers += 1;
    };
    const channel = index % 5;
    if (channel === 0) engine.postMessage(value, '*', [port2]);
    else if (channel === 1) window.postMessage(value, '*', [port2]);
    else if (channel === 2) window.dispatchEvent(new CustomEvent(name, { detail: () => answers++ }));
    else if (channel === 3) {
      for (const target of [window, document, document.fonts]) {
        target.dispatchEvent(new MessageEvent(name, { data: value, ports: [port2], cancelable: true }));
      }
    } else document.dispatchEvent(new CustomEvent(name, { detail: value, bubbles: true }));
    port1.postMessage(value);
    if (index % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  // A round trip to the embedded frame's process: what was sent before it has been handled.
  await new Promise((resolve) => {
    const again = document.createElement('iframe');
    again.src = document.querySelector<HTMLIFrameElement>('#stolen-engine')?.src ?? '';
    again.addEventListener('load', resolve);
    document.body.append(again);
  });
  return { sent: count, answers, thrown };
}
