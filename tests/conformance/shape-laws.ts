/** What a page finds when it looks at the platform itself, as IDL tests do, and from other realms. */
import { openFrame, type Realm } from '../../harness/pages/open-frame.ts';
import { type Laws, nextTask, openStream, outcomeOf, trackOf } from './law.ts';

/** Everything that an interface has on its prototype, to the text of its functions. */
function describeInterface(name: string): unknown {
  const described = Reflect.get(window, name) as { readonly prototype: object } | undefined;
  if (!described) return null;
  const members = Object.getOwnPropertyDescriptors(described.prototype);
  return Object.entries(members).map(([member, { value, get, set, ...flags }]) => [
    member,
    flags,
    ...[value, get, set].map((part: unknown) =>
      typeof part === 'function'
        ? [part.name, part.length, `${part}`, Object.getOwnPropertyNames(part), typeof part.prototype]
        : typeof part,
    ),
  ]);
}

const INTERFACES = [
  ...['MediaDevices', 'MediaStream', 'MediaStreamTrack', 'Navigator', 'ImageCapture', 'HTMLMediaElement'],
  ...[
    'MediaStreamTrackProcessor',
    'MediaStreamTrackGenerator',
    'Function',
    'WeakMap',
    'EventTarget',
    'Promise',
  ],
];

const METHODS = ['clone', 'stop', 'getSettings', 'getCapabilities', 'getConstraints', 'applyConstraints'];
const ATTRIBUTES = ['label', 'muted', 'stats', 'enabled', 'id'];

/** Of which realms a stream and its track are. */
const realmsOf = (stream: MediaStream, realm: Realm) =>
  [stream, trackOf(stream)].map((thing: unknown) =>
    thing instanceof realm.EventTarget ? 'the frame’s' : thing instanceof EventTarget ? 'ours' : 'neither',
  );

export const shapeLaws: Laws = {
  'interfaces have what they have': () => INTERFACES.map((name) => [name, describeInterface(name)]),

  'no name is added to the window, the document or the navigator': () => [
    Object.getOwnPropertyNames(window).sort(),
    Object.getOwnPropertyNames(document),
    Object.getOwnPropertyNames(navigator),
    Object.getOwnPropertyNames(navigator.mediaDevices),
  ],

  async 'methods and attributes refuse what is not theirs'() {
    const answers: unknown[] = [];
    for (const wrong of [undefined, null, {}, 5, MediaStreamTrack.prototype, () => {}]) {
      const call = (of: object, name: string) =>
        outcomeOf(() => Reflect.apply(Reflect.get(of, name, Object(wrong)), wrong, []));
      answers.push(await outcomeOf(() => MediaDevices.prototype.getUserMedia.call(wrong as MediaDevices)));
      for (const name of METHODS) answers.push(await call(MediaStreamTrack.prototype, name));
      for (const name of ['takePhoto', 'getPhotoSettings'])
        answers.push(await call(ImageCapture.prototype, name));
      answers.push(await call(MediaStream.prototype, 'clone'));
      for (const name of ATTRIBUTES) {
        const get = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, name)?.get;
        answers.push(await outcomeOf(() => get?.call(wrong)));
      }
    }
    return answers;
  },

  async 'functions print as the browser’s, also when a frame prints them'() {
    const { frame, realm } = await openFrame();
    const ours = [
      MediaDevices.prototype.getUserMedia,
      MediaStreamTrack.prototype.clone,
      Function.prototype.toString,
    ];
    const theirs = [realm.MediaDevices.prototype.getUserMedia, realm.MediaStreamTrack.prototype.stop];
    const answers = [
      ours.map((of) => realm.Function.prototype.toString.call(of)),
      theirs.map((of) => Function.prototype.toString.call(of)),
      Function.prototype.toString.call(new Proxy(() => {}, {})),
      await outcomeOf(() => Function.prototype.toString.call({})),
      await outcomeOf(() => Reflect.construct(MediaDevices.prototype.getUserMedia, [])),
    ];
    frame.remove();
    return answers;
  },

  async 'a frame’s camera is the frame’s, ours is ours, whoever asks'() {
    const { frame, realm } = await openFrame();
    const { mediaDevices } = realm.navigator;
    const asked = mediaDevices.getUserMedia({ video: true });
    const own = await asked;
    const byOurs = await MediaDevices.prototype.getUserMedia.call(mediaDevices, { video: true });
    const ofOurs = await realm.MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, {
      video: true,
    });
    const answers: unknown[] = [
      asked instanceof realm.Promise,
      ...[own, byOurs, ofOurs].map((stream) => realmsOf(stream, realm)),
    ];
    for (const stream of [own, byOurs, ofOurs]) {
      for (const prototype of [MediaStreamTrack.prototype, realm.MediaStreamTrack.prototype]) {
        const track = trackOf(stream);
        const label = Object.getOwnPropertyDescriptor(prototype, 'label')?.get?.call(track);
        const clone = prototype.clone.call(track);
        answers.push([
          label,
          Object.keys(prototype.getSettings.call(track)),
          clone.label,
          clone instanceof realm.EventTarget,
        ]);
        prototype.stop.call(clone);
      }
      trackOf(stream).stop();
    }
    frame.remove();
    return answers;
  },

  async 'a frame that has gone refuses at once, and has ended'() {
    const { frame, realm } = await openFrame();
    const { mediaDevices } = realm.navigator;
    const { DOMException: FrameException } = realm;
    const stream = await mediaDevices.getUserMedia({ video: true });
    frame.remove();
    const answers: unknown[] = [trackOf(stream).readyState, stream.active];
    for (const constraints of [{ audio: true }, { video: true }, {}]) {
      const seen: unknown[] = ['nothing'];
      // A reaction of this realm, for those of a frame that has gone never run.
      mediaDevices.getUserMedia(constraints).catch((error: unknown) => {
        seen.splice(0, 1, error instanceof FrameException, Reflect.get(Object(error), 'name'));
      });
      await Promise.reject().catch(() => answers.push([...seen]));
    }
    return answers;
  },

  async 'a frame without permission is refused'() {
    const frame = document.createElement('iframe');
    frame.allow = "camera 'none'";
    frame.src = '/frame';
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const { mediaDevices } = (frame.contentWindow as Realm).navigator;
    const answer = await mediaDevices.getUserMedia({ video: true }).then(
      () => 'opened',
      (error: Error) => [error.name, error.message],
    );
    frame.remove();
    return answer;
  },

  'functions of the page are no traps of the platform’s functions'() {
    const used: string[] = [];
    const traps = ['get', 'has', 'ownKeys', 'getPrototypeOf'] as const;
    for (const trap of traps) {
      Reflect.set(Object.prototype, trap, (...args: [object, never]) => {
        used.push(trap);
        return Reflect.apply(Reflect[trap], undefined, args);
      });
    }
    try {
      for (const of of [MediaDevices.prototype.getUserMedia, MediaStreamTrack.prototype.clone]) {
        used.push(of.name, `${'length' in of}`, Reflect.ownKeys(of).join());
      }
    } finally {
      for (const trap of traps) Reflect.deleteProperty(Object.prototype, trap);
    }
    return used;
  },

  async 'what the page puts on the prototypes is called by the page alone'() {
    const calls: string[] = [];
    const restored: (() => void)[] = [];
    for (const prototype of [MediaStreamTrack.prototype, MediaStream.prototype, Array.prototype]) {
      for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
        // What is called is pushed.
        if (typeof descriptor.value !== 'function' || name === 'constructor' || name === 'push') continue;
        const native = descriptor.value as (...args: unknown[]) => unknown;
        const value = function (this: unknown, ...args: unknown[]) {
          calls.push(name);
          return Reflect.apply(native, this, args);
        };
        Object.defineProperty(prototype, name, { ...descriptor, value });
        restored.push(() => Object.defineProperty(prototype, name, descriptor));
      }
    }
    const stream = await openStream();
    const clone = stream.clone();
    await clone.getVideoTracks()[0]?.applyConstraints({ width: 320 });
    clone.getVideoTracks()[0]?.stop();
    await nextTask();
    for (const restore of restored) restore();
    return calls;
  },
};
