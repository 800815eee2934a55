import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installTestMedia, TestTrack } from '../../tests/fakes/media.ts';

const collected = vi.fn();
/** A third of a second is short for a camera's first frame. */
const SOON_MS = 400;
let page: EventTarget;

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  collected.mockClear();
  page = new EventTarget();
  installTestMedia(vi.stubGlobal);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal(
    'ArrayBuffer',
    class extends ArrayBuffer {
      constructor() {
        super(0);
        collected();
      }
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function load() {
  return { ...(await import('./release-camera.ts')), ...(await import('./lost-frames.ts')) };
}
const createCamera = () => new TestTrack() as TestTrack & MediaStreamTrack;

test('a camera stops with its next frame, and no other does', async () => {
  const { releaseCamera, frameCame } = await load();
  const [camera, other] = [createCamera(), createCamera()];
  releaseCamera(camera);
  frameCame(other);
  expect([camera.readyState, other.readyState]).toEqual(['live', 'live']);
  frameCame(camera);
  expect([camera.readyState, other.readyState]).toEqual(['ended', 'live']);
});

test('without a frame it stops all the same', async () => {
  const { releaseCamera } = await load();
  const camera = createCamera();
  releaseCamera(camera);
  vi.runAllTimers();
  expect(camera.readyState).toBe('ended');
});

test('it stops at once when another is asked for, and when the document goes', async () => {
  const { releaseCamera, finishReleases } = await load();
  const [first, second, third] = [createCamera(), createCamera(), createCamera()];
  releaseCamera(first);
  finishReleases();
  expect(first.readyState).toBe('ended');
  releaseCamera(second);
  page.dispatchEvent(new Event('pagehide'));
  expect(second.readyState).toBe('ended');
  releaseCamera(third);
  expect(third.readyState).toBe('ended');
});

test('garbage is collected for a camera that stays dark after another stopped at any moment', async () => {
  const { releaseCamera, finishReleases, awaitFrame } = await load();
  releaseCamera(createCamera());
  finishReleases();
  awaitFrame();
  vi.advanceTimersByTime(SOON_MS);
  expect(collected).toHaveBeenCalled();
});

test('where every camera has stopped with a frame it may be slow, but not for ever', async () => {
  const { releaseCamera, frameCame, awaitFrame } = await load();
  const camera = createCamera();
  releaseCamera(camera);
  frameCame(camera);
  awaitFrame();
  vi.advanceTimersByTime(SOON_MS);
  expect(collected).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(collected).toHaveBeenCalled();
});

test('nothing is collected for a camera that gives frames', async () => {
  const { releaseCamera, finishReleases, awaitFrame } = await load();
  releaseCamera(createCamera());
  finishReleases();
  awaitFrame()();
  vi.runAllTimers();
  expect(collected).not.toHaveBeenCalled();
});

test('whoever else may have lost frames is told each time that a camera stays dark, ten times at most', async () => {
  const { awaitFrame, loseFrame } = await load();
  loseFrame();
  const onDark = vi.fn();
  awaitFrame(onDark);
  vi.advanceTimersByTime(SOON_MS);
  expect(onDark).toHaveBeenCalledOnce();
  vi.runAllTimers();
  expect(onDark).toHaveBeenCalledTimes(10);
});
