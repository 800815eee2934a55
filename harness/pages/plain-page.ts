/**
 * A web page without an extension that wears a filter: camera, engine and pipeline are all its own, and what comes of
 * them is on a canvas. Runs in the page; what has to be on it is plain-page.e2e.ts.
 */
import { createWorkerEngine } from '../../src/engine/client/worker-engine.ts';
import { glasses } from '../../src/filters/catalogue/wearable/glasses.ts';
import { processTrack } from '../../src/pipeline/process-track.ts';
import { openCamera, type PreviewHost } from '../../src/preview/open-camera.ts';
import type { Wearing } from '../../src/shared/pipeline-protocol.ts';
import type { FarPicture } from './far-end.ts';
import { watchFarEnd } from './far-end.ts';

declare global {
  var plainPage: PlainPage;
}

interface PlainPage {
  /** Opens the camera and wears the glasses. */
  open(): Promise<void>;
  /** What the canvas shows, with the next number that can be read. */
  takePicture(): Promise<FarPicture>;
  readonly problems: string[];
}

const GLASSES: Wearing = { filters: [glasses], intensity: {}, otherFaces: null, texts: {} };

const host: PreviewHost = {
  connectEngine(signal) {
    const engine = createWorkerEngine();
    signal.addEventListener('abort', engine.dispose);
    return engine.connect();
  },
  loadPipeline:
    async () =>
    ({ frames: { slot }, ...options }) =>
      processTrack({ ...options, slot, thread: 'page', asPort: (port) => port }),
};

const problems: string[] = [];
let watch: ReturnType<typeof watchFarEnd> | null = null;

globalThis.plainPage = {
  problems,
  async open() {
    const camera = await openCamera({
      host,
      onProblem: (problem) => problem && problems.push(problem),
      onClosed: () => problems.push('closed'),
      signal: new AbortController().signal,
    });
    camera.wear(GLASSES);
    const canvas = await showOnCanvas(camera.stream);
    const [shown] = canvas.captureStream().getVideoTracks();
    if (!shown) throw new Error('Expected a captured canvas, got none');
    watch = watchFarEnd(shown, document.createElement('video'));
  },
  takePicture() {
    if (!watch) throw new Error('Expected an open camera, got none');
    return watch.takePicture();
  },
};

async function showOnCanvas(stream: MediaStream): Promise<HTMLCanvasElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  const draw = () => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context?.drawImage(video, 0, 0);
    video.requestVideoFrameCallback(draw);
  };
  draw();
  return canvas;
}
