/**
 * The plain design that most pages with face filters have: requestVideoFrameCallback, detection on the main thread,
 * three drawing camera picture and filter on a WebGL canvas of the full size, canvas.captureStream. The filter's geometry,
 * the pose solver and the net's weights are ours, so that only the design differs.
 */
import {
  ColorManagement,
  type Group,
  LinearFilter,
  LinearSRGBColorSpace,
  PerspectiveCamera,
  Scene,
  Texture,
  WebGLRenderer,
} from 'three';
import poseContract from '../../models/pose-blazeface/contract.json' with { type: 'json' };
import { findFilter } from '../../src/filters/catalogue/index.ts';
import { assumeIntrinsics } from '../../src/geometry/intrinsics.ts';
import { createPoseSolver } from '../../src/geometry/solve-pose.ts';
import { createWornModel } from '../../src/render/prepare/worn-model.ts';
import { aimCamera } from '../../tests/render/webgl/camera.ts';
import { createWornGroup } from '../../tests/render/webgl/worn-group.ts';
import { type Draw, MARKERS } from '../whole-path/delays.ts';
import { createPlainDetector, type PlainDetectorName } from './plain-detectors.ts';

export interface PlainOptions {
  readonly filterId: string;
  readonly detector: PlainDetectorName;
}

export interface PlainDesign {
  /** The captured canvas. */
  readonly track: MediaStreamTrack;
  /** Every drawing so far; whoever reads may shorten it. */
  readonly draws: Draw[];
  stop(): void;
}

/** Side of the square in the corner whose grey level numbers the drawing. */
const MARKER_PX = 8;

async function loadSolver() {
  const weights = await (await fetch('/models/pose-blazeface/weights.bin')).arrayBuffer();
  return createPoseSolver({ weights: new Float32Array(weights), contract: poseContract });
}

async function loadGroup(filterId: string): Promise<Group> {
  const filter = findFilter(filterId);
  const model = filter && (await createWornModel(filter));
  if (!model) throw new Error(`expected a filter that draws, got ${filterId}`);
  return createWornGroup(model).group;
}

/** Resolves when the first frame is drawn. */
export async function startPlainDesign(stream: MediaStream, options: PlainOptions): Promise<PlainDesign> {
  const [solvePose, group, detect] = await Promise.all([
    loadSolver(),
    loadGroup(options.filterId),
    createPlainDetector(options.detector),
  ]);
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.append(video);
  await video.play();
  const [width, height] = [video.videoWidth, video.videoHeight];
  const intrinsics = assumeIntrinsics(width, height);

  // As our own surface does, so that the same filter has the same colours.
  ColorManagement.enabled = false;
  const canvas = document.createElement('canvas');
  const renderer = new WebGLRenderer({ canvas, antialias: true });
  renderer.outputColorSpace = LinearSRGBColorSpace;
  renderer.setSize(width, height, false);
  const gl = renderer.getContext();
  const picture = new Texture(video);
  picture.minFilter = LinearFilter;
  picture.generateMipmaps = false;
  const scene = new Scene();
  scene.background = picture;
  const camera = new PerspectiveCamera();
  aimCamera(camera, intrinsics, { xPx: 0, yPx: 0, widthPx: width, heightPx: height });
  const [track] = canvas.captureStream(0).getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  if (!track) throw new Error('expected a captured canvas, got none');

  const draws: Draw[] = [];
  const heads: Group[] = [];
  let drawn = 0;
  let stopped = false;

  const paintMarker = (level: number) => {
    gl.enable(gl.SCISSOR_TEST);
    gl.scissor(0, height - MARKER_PX, MARKER_PX, MARKER_PX);
    gl.clearColor(level / 255, level / 255, level / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.disable(gl.SCISSOR_TEST);
    renderer.resetState();
  };

  const draw = async (mediaTimeMs: number) => {
    // Taken over at once: what is drawn after detection is this frame and no later one.
    picture.needsUpdate = true;
    renderer.initTexture(picture);
    const faces = await detect(video);
    while (heads.length < faces.length) heads.push(group.clone());
    for (const head of heads) head.removeFromParent();
    for (const [index, keypointsPx] of faces.entries()) {
      const { pose } = solvePose(keypointsPx, intrinsics);
      const head = heads[index]!;
      head.position.set(...pose.translationCm);
      head.quaternion.set(...pose.rotation);
      scene.add(head);
    }
    renderer.render(scene, camera);
    paintMarker(drawn % MARKERS);
    draws.push({ marker: drawn % MARKERS, mediaTimeMs });
    drawn += 1;
    track.requestFrame();
  };

  await new Promise<void>((resolve, reject) => {
    const onFrame = async (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      if (stopped) return;
      try {
        await draw(mediaTime * 1000);
      } catch (error) {
        return reject(error);
      }
      resolve();
      video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
  });

  return {
    track,
    draws,
    stop() {
      stopped = true;
      for (const one of [track, ...stream.getTracks()]) one.stop();
      video.remove();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}
