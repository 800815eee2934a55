/**
 * Puts itself between the page and getUserMedia, in all the shapes browsers give it.
 * Owns which calls are ours to touch: those that the browser answers with a camera, and no others. The native call
 * always comes first, so bad arguments, prompts and errors are the browser's own.
 */
import { nativeStream } from './native-media.ts';
import { apply, getOwnPropertyDescriptor } from './own-port.ts';
import { wrapCall } from './wrap-call.ts';

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
    wrapCall(MediaDevices.prototype, 'getUserMedia', (args) => {
      onAsking();
      return {
        args,
        answer(given) {
          if (!mayOpenCamera(args[0])) return given;
          onAsked();
          return watch(given as Promise<MediaStream>);
        },
      };
    });
  }

  for (const name of ['getUserMedia', 'webkitGetUserMedia', 'mozGetUserMedia']) {
    wrapCall(Navigator.prototype, name, (args) => {
      // By index: taking a list apart would ask its iterator, which is the page's.
      const constraints = args[0];
      const onSuccess = args[1];
      const onError = args[2];
      // Less than all arguments, or others than functions, are for the browser to refuse.
      if (typeof onSuccess !== 'function' || typeof onError !== 'function')
        return { args, answer: (given) => given };
      onAsking();
      return {
        args: [
          constraints,
          (stream: MediaStream) => apply(onSuccess, undefined, [opened(stream)]),
          (error: unknown) => {
            refused(error);
            apply(onError, undefined, [error]);
          },
        ],
        answer(given) {
          if (mayOpenCamera(constraints)) onAsked();
          return given;
        },
      };
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
