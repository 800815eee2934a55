/**
 * Puts itself between the page and getUserMedia, in all the shapes browsers give it.
 * Owns which calls are ours to touch: those that the browser answers with a camera, and no others. The native call
 * always comes first, so bad arguments, prompts and errors are the browser's own.
 */
import { nativeStream } from './native-media.ts';
import { apply, getOwnPropertyDescriptor } from './own-port.ts';
import { wrapMethod } from './wrap-method.ts';

export interface CameraListener {
  /** The browser is about to be asked. */
  readonly onAsking: () => void;
  /** It has been asked for what may be a camera. */
  readonly onAsked: () => void;
  /** A stream of a camera, about to be handed to the page. Changes it in place. */
  readonly onStream: (stream: MediaStream) => void;
  readonly onRefused: (errorName: string) => void;
}

export function hookGetUserMedia({ onAsking, onAsked, onStream, onRefused }: CameraListener): void {
  const opened = (stream: MediaStream) => {
    if (nativeStream.getVideoTracks(stream).length > 0) onStream(stream);
    return stream;
  };
  const refused = (error: unknown) => {
    onRefused(error instanceof DOMException || error instanceof Error ? error.name : 'Error');
  };
  /** Awaits, because a page's own Promise.prototype.then is not ours to call. */
  const watch = async (answer: Promise<MediaStream>) => {
    try {
      return opened(await answer);
    } catch (error) {
      refused(error);
      throw error;
    }
  };

  // Absent on insecure origins, where pages cannot ask for a camera at all.
  if (typeof MediaDevices === 'function') {
    wrapMethod(MediaDevices.prototype, 'getUserMedia', (native, self, args) => {
      onAsking();
      const answer: Promise<MediaStream> = apply(native, self, args);
      if (!mayOpenCamera(args[0])) return answer;
      onAsked();
      return watch(answer);
    });
  }

  for (const name of ['getUserMedia', 'webkitGetUserMedia', 'mozGetUserMedia']) {
    wrapMethod(Navigator.prototype, name, (native, self, args) => {
      const [constraints, onSuccess, onError] = args;
      // Less than all arguments, or others than functions, are for the browser to refuse.
      if (typeof onSuccess !== 'function' || typeof onError !== 'function') return apply(native, self, args);
      onAsking();
      const answer = apply(native, self, [
        constraints,
        (stream: MediaStream) => apply(onSuccess, undefined, [opened(stream)]),
        (error: unknown) => {
          refused(error);
          apply(onError, undefined, [error]);
        },
      ]);
      if (mayOpenCamera(constraints)) onAsked();
      return answer;
    });
  }
}

/**
 * Whether a camera may come of a call. Where none can, the page gets the browser's own promise, which is rejected
 * already when the call returns; and a document that has left its frame runs nothing that would wait for one.
 */
function mayOpenCamera(constraints: unknown): boolean {
  if (document.defaultView === null || constraints === undefined || constraints === null) return false;
  if (typeof constraints !== 'object' && typeof constraints !== 'function') return false;
  const video = getOwnPropertyDescriptor(constraints, 'video');
  if (!video) return 'video' in constraints;
  // As the browser reads it: null is a set of constraints, and everything that is not false asks for a camera.
  return video.get !== undefined || video.value === null || Boolean(video.value);
}
