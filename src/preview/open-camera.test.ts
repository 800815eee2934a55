import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installTestMedia, settle, type TestMedia } from '../../tests/fakes/media.ts';
import type { OpenCameraOptions } from './open-camera.ts';

const dispose = vi.fn();
const attach = vi.fn(() => true);
let connected: () => void;

vi.mock('../injected/pipeline.iife.ts?script', () => ({ default: 'line.js' }));
vi.mock('../content/bridge/report-status.ts', () => ({ problemOfError: () => null }));
vi.mock('../injected/meeting-point.ts', () => ({
  createMeetingPoint: () => ({ attach, onTransformLost() {} }),
}));
vi.mock('../engine/client/iframe-engine.ts', () => ({
  createIframeEngine: () => ({
    connect: () => new Promise<void>((resolve) => (connected = resolve)),
    dispose,
  }),
}));

let media: TestMedia;
beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  media = installTestMedia(vi.stubGlobal);
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: media.getUserMedia } });
  vi.stubGlobal('chrome', { runtime: { getURL: (path: string) => path } });
  const script = { onload() {}, remove() {} };
  vi.stubGlobal('document', { createElement: () => script, head: { append: () => script.onload() } });
});
afterEach(() => vi.unstubAllGlobals());

async function open(signal: AbortSignal) {
  const { openCamera } = await import('./open-camera.ts');
  const options: OpenCameraOptions = { onProblem() {}, onClosed() {}, signal };
  return openCamera(options);
}

test('the camera is worn on and closed with its signal', async () => {
  const closing = new AbortController();
  await open(closing.signal);
  connected();
  await settle();
  expect(attach).toHaveBeenCalledOnce();
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
  expect(attach).not.toHaveBeenCalled();
});

test('closed while the engine loads: no line is started, and the engine goes', async () => {
  const closing = new AbortController();
  await open(closing.signal);
  closing.abort();
  connected();
  await settle();
  expect(attach).not.toHaveBeenCalled();
  expect(dispose).toHaveBeenCalledOnce();
});
