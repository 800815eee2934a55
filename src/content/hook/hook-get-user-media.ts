/**
 * Puts itself between the page and getUserMedia, in all the shapes browsers give it, elements among them.
 * Owns which calls are ours to touch: those that the browser answers with a camera, and no others. The native call
 * always comes first, so bad arguments, prompts and errors are the browser's own.
 */
import * as nativeStream from '../../natives/native-stream.ts';
import {
  apply,
  defineProperty,
  getOwnPropertyDescriptor,
  getterOf,
  setPrototypeOf,
  withoutPrototype,
} from '../../natives/primordials.ts';
import { createPrivateMap } from '../../natives/private-map.ts';
import { wrapGetter, wrapMethod } from './wrap-method.ts';

export interface HookOptions {
  /** The browser is about to be asked. */
  readonly onAsking: () => void;
  /** It has been asked for what may be a camera. */
  readonly onAsked: () => void;
  /** A stream of a camera, about to be handed to the page. Changes it in place. */
  readonly onStream: (stream: MediaStream) => void;
  /** A camera without a stream. Gives the track for the page. */
  readonly onTrack: (camera: MediaStreamTrack) => MediaStreamTrack;
  readonly onRefused: (errorName: string) => void;
}

/** The browser's own, whatever the page puts in its place. */
const NativePromise = Promise;
const toObject = Object;
const { MediaDevices: Devices } = globalThis as Partial<typeof globalThis>;
const Navigators = Navigator;
const windowOf = getterOf(Document.prototype, 'defaultView');

export function hookGetUserMedia({ onAsking, onAsked, onStream, onTrack, onRefused }: HookOptions): void {
  const opened = (stream: MediaStream) => {
    if (nativeStream.getVideoTracks(stream).length > 0) onStream(stream);
    return stream;
  };
  const refused = (error: unknown) => {
    // The page gets the error too: that its own getter may be asked shows it nothing more.
    const name = isObject(error) && 'name' in error && error.name;
    onRefused(typeof name === 'string' ? name : 'Error');
  };
  /** Awaits, because a page's own Promise.prototype.then is not ours to call. */
  const watch = async (answer: Promise<MediaStream>) => {
    // What says that it is of another make than the browser's is asked for its `then`, and that is the page's.
    defineProperty(answer, 'constructor', withoutPrototype({ value: NativePromise }));
    try {
      return opened(await answer);
    } catch (error) {
      refused(error);
      throw error;
    }
  };

  // Absent on insecure origins, where pages cannot ask for a camera at all.
  if (Devices) {
    wrapMethod(Devices.prototype, 'getUserMedia', (native, self, args) => {
      onAsking();
      const mayOpen = mayOpenCamera(args[0]);
      if (!mayOpen && isObject(args[0])) args[0] = withoutCamera(args[0]);
      const answer: Promise<MediaStream> = apply(native, self, args);
      if (!mayOpen) return answer;
      onAsked();
      return watch(answer);
    });
  }

  wrapMethod(
    Navigators.prototype,
    ['getUserMedia', 'webkitGetUserMedia', 'mozGetUserMedia'],
    (native, self, args) => {
      onAsking();
      hearFirst(args, 1, opened);
      hearFirst(args, 2, (error) => {
        refused(error);
        return error;
      });
      const answer = apply(native, self, args);
      if (mayOpenCamera(args[0])) onAsked();
      return answer;
    },
  );

  // The elements that a user clicks to give a camera (Chromium's <usermedia> and <camera>).
  insteadOf('HTMLUserMediaElement', 'stream', opened);
  insteadOf('HTMLCameraElement', 'track', onTrack);
}

/** What reads the property of such elements gives what `open` makes of what it would have given, made once. */
function insteadOf<Given extends object>(owner: string, name: string, open: (given: Given) => Given): void {
  const Element = (globalThis as unknown as Partial<Record<string, { readonly prototype: object }>>)[owner];
  if (!Element) return;
  const known = createPrivateMap<Given, Given>();
  wrapGetter(Element.prototype, name, (native, self, args) => {
    const given: Given | null = apply(native, self, args);
    if (!given) return given;
    const made = known.get(given) ?? open(given);
    known.set(given, made);
    return made;
  });
}

/**
 * Has a callback called with what `hear` gives. What is missing is the browser's to refuse, and so is what is no function by its
 * type: it may be called all the same (document.all).
 */
function hearFirst<Given>(args: unknown[], index: number, hear: (given: Given) => Given): void {
  if (index >= args.length) return;
  const callback = args[index];
  args[index] =
    typeof callback === 'function' ? (given: Given) => apply(callback, undefined, [hear(given)]) : null;
}

/** Also what says that it is none by its type. */
const isObject = (value: unknown): value is object => toObject(value) === value;

/**
 * Whether a camera may come of a call. Where none can, the page gets the browser's own promise, which is rejected
 * already when the call returns; and a document that has left its frame runs nothing that would wait for one.
 */
function mayOpenCamera(constraints: unknown): boolean {
  if (windowOf(document) === null || !isObject(constraints)) return false;
  try {
    const video = getOwnPropertyDescriptor(constraints, 'video');
    if (!video) return 'video' in constraints;
    // As the browser reads it: null is a set of constraints, and everything that is not false asks for a camera.
    return video.get !== undefined || video.value === null || !!video.value;
  } catch {
    // What a page's Proxy throws, the browser will hear too.
    return true;
  }
}

/** What a page has said once it may say otherwise while the browser reads it: no camera comes of these. */
function withoutCamera(constraints: object): object {
  const asked = {};
  setPrototypeOf(asked, constraints);
  defineProperty(asked, 'video', withoutPrototype({ value: false }));
  return asked;
}
