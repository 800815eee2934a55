import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installTestMedia, settle, type TestMedia } from '../../tests/fakes/media.ts';
import type { OpenCameraOptions, PreviewHost } from './open-camera.ts';

const dispose = vi.fn();
const createPipeline = vi.fn(() => ({ onTransformLost() {} }));
let connected: () => void;

const host: PreviewHost = {
  connectEngine(signal) {
    signal.addEventListener('abort', dispose);
    return new Promise((resolve) => {
      connected = () => resolve(new MessageChannel().port1);
    });
  },
  loadPipeline: async () => createPipeline,
};

let media: TestMedia;
beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  media = installTestMedia(vi.stubGlobal);
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: media.getUserMedia } });
});
afterEach(() => vi.unstubAllGlobals());

async function open(signal: AbortSignal) {
  const { openCamera } = await import('./open-camera.ts');
  const options: OpenCameraOptions = { host, onProblem() {}, onClosed() {}, signal };
  return openCamera(options);
}

test('the camera is worn on and closed with its signal', async () => {
  const closing = new AbortController();
  await open(closing.signal);
  connected();
  await settle();
  expect(createPipeline).toHaveBeenCalledOnce();
  closing.abort();
  await media.feed('a');
  expect(media.camera().readyState).toBe('ended');
  expect(dispose).toHaveBeenCalledOnce();
});

test('closed while the browser asks: the camera is closed, and nothing is built for it', async () => {
  const closing = new AbortController();
  const opening = open(closing.signal);
  closing.abort();
  await expect(opening).rejects.toThrow();
  expect(media.camera().readyState).toBe('ended');
  expect(createPipeline).not.toHaveBeenCalled();
});

test('closed while the engine loads: no pipeline is started, and the engine goes', async () => {
  const closing = new AbortController();
  await open(closing.signal);
  closing.abort();
  connected();
  await settle();
  expect(createPipeline).not.toHaveBeenCalled();
  expect(dispose).toHaveBeenCalledOnce();
});
