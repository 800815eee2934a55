/**
 * All the ways in which a page may come to a camera, a screen or a microphone; each gives what the page would get.
 * Runs in the page; what the answers should be is hook.e2e.ts.
 */
import { openFrame } from './open-frame.ts';

export type CameraCaller =
  | 'mediaDevices'
  | 'navigator.getUserMedia'
  | 'navigator.webkitGetUserMedia'
  | 'mediaDevices of the prototype'
  | 'about:blank frame'
  | 'srcdoc frame'
  | 'blob frame';

type LegacyGetUserMedia = (
  constraints: MediaStreamConstraints,
  onSuccess: (stream: MediaStream) => void,
  onError: (error: unknown) => void,
) => void;

/** A stream with the page's camera, come by in the given way. */
export async function openCameraBy(caller: CameraCaller): Promise<MediaStream> {
  const constraints = { video: true };
  switch (caller) {
    case 'mediaDevices':
      return navigator.mediaDevices.getUserMedia(constraints);
    case 'mediaDevices of the prototype':
      return MediaDevices.prototype.getUserMedia.call(navigator.mediaDevices, constraints);
    case 'navigator.getUserMedia':
    case 'navigator.webkitGetUserMedia': {
      const legacy = Reflect.get(navigator, caller.replace('navigator.', '')) as LegacyGetUserMedia;
      return new Promise((resolve, reject) => legacy.call(navigator, constraints, resolve, reject));
    }
    case 'about:blank frame': {
      const { realm, firstGetUserMedia } = await openFrame();
      return firstGetUserMedia.call(realm.navigator.mediaDevices, constraints);
    }
    default:
      return (await openFrame(sourceOf(caller))).realm.navigator.mediaDevices.getUserMedia(constraints);
  }
}

function sourceOf(caller: 'srcdoc frame' | 'blob frame'): { src?: string; srcdoc?: string } {
  const html = '<!doctype html><title>Inner</title>';
  if (caller === 'srcdoc frame') return { srcdoc: html };
  return { src: URL.createObjectURL(new Blob([html], { type: 'text/html' })) };
}
