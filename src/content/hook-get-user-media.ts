/**
 * Puts itself between the page and getUserMedia, in all the shapes browsers give it.
 * Owns which calls are ours to touch: those that the browser answered with a video track, and no others. The
 * native call always comes first, so bad arguments, prompts and errors are the browser's own.
 */
import { wrapMethod } from './wrap-method.ts';

export interface CameraListener {
  /** A stream of a camera, about to be handed to the page. Changes it in place. */
  readonly onStream: (stream: MediaStream) => void;
  readonly onRefused: (errorName: string) => void;
}

export function hookGetUserMedia({ onStream, onRefused }: CameraListener): void {
  const opened = (stream: MediaStream) => {
    if (stream.getVideoTracks().length > 0) onStream(stream);
    return stream;
  };
  const refused = (error: unknown) => {
    onRefused(error instanceof DOMException || error instanceof Error ? error.name : 'Error');
  };

  // Absent on insecure origins, where pages cannot ask for a camera at all.
  if (typeof MediaDevices === 'function') {
    wrapMethod(MediaDevices.prototype, 'getUserMedia', (native, self, args) => {
      const answer = Reflect.apply(native, self, args) as Promise<MediaStream>;
      return answer.then(opened, (error: unknown) => {
        refused(error);
        throw error;
      });
    });
  }

  for (const name of ['getUserMedia', 'webkitGetUserMedia', 'mozGetUserMedia']) {
    wrapMethod(Navigator.prototype, name, (native, self, [constraints, onSuccess, onError, ...rest]) =>
      Reflect.apply(native, self, [
        constraints,
        typeof onSuccess === 'function'
          ? (stream: MediaStream) => onSuccess.call(self, opened(stream))
          : onSuccess,
        typeof onError === 'function'
          ? (error: unknown) => {
              refused(error);
              onError.call(self, error);
            }
          : onError,
        ...rest,
      ]),
    );
  }
}
