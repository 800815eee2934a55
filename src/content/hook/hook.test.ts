import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { installTestMedia, settle, type TestMedia, type TestTrack } from '../../../tests/fakes/media.ts';
import type { CreatePipeline } from '../../injected/meeting-point.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import type { FromHook, ToHook } from '../../shared/hook-protocol.ts';

const nativeToString = Function.prototype.toString;
let media: TestMedia;
let bridge: MessagePort;
let heard: FromHook[];

class TestDocument {
  get defaultView() {
    return globalThis;
  }
}

beforeEach(async () => {
  // A page of its own for each test: the hook keeps what it finds.
  vi.resetModules();
  media = installTestMedia(vi.stubGlobal);
  const fonts = new EventTarget();
  vi.stubGlobal('Document', TestDocument);
  vi.stubGlobal('document', Object.assign(new TestDocument(), { fonts }));
  const { port1, port2 } = new MessageChannel();
  bridge = port1;
  heard = [];
  bridge.onmessage = ({ data }: MessageEvent<FromHook>) => void heard.push(data);
  fonts.addEventListener('filtroume:ask', () => {
    fonts.dispatchEvent(
      Object.defineProperty(new Event('filtroume:offer', { cancelable: true }), 'ports', { value: [port2] }),
    );
  });
  await import('./hook.iife.ts');
});
afterEach(() => {
  bridge.close();
  Object.assign(Function.prototype, { toString: nativeToString });
  vi.unstubAllGlobals();
});

async function openCamera(): Promise<TestTrack> {
  const stream = await media.getUserMedia();
  const [track, ...others] = stream.getVideoTracks() as unknown as TestTrack[];
  if (!track) throw new Error('Expected a track');
  expect(others).toEqual([]);
  return track;
}

const say = async (message: ToHook, ports: readonly MessagePort[] = []) => {
  bridge.postMessage(message, [...ports]);
  await settle();
  await settle();
};
const decide = (cameraId: number, failMode: FailMode, wears: boolean) =>
  say({ type: 'fail-mode', cameraId, failMode, wears });

test('frames are held until the first word, and blank after one that says so', async () => {
  await openCamera();
  await media.feed('a');
  expect(media.written).toEqual([]);
  await decide(1, 'closed', true);
  await media.feed('b');
  await decide(1, 'open', false);
  await media.feed('c');
  expect(media.written).toEqual(['blank', 'blank', 'c']);
});

test('a page gets a track that is not the camera, and stopping it closes the camera', async () => {
  const track = await openCamera();
  expect(track).not.toBe(media.camera());
  track.stop();
  await media.feed('a');
  expect(media.camera().readyState).toBe('ended');
  const words = ['camera-asked', 'camera-opened', 'camera-closed'];
  await vi.waitFor(() => expect(heard.map(({ type }) => type)).toEqual(words));
});

/** Starts a pipeline that draws on every frame of the camera. */
const attach = async (cameraId: number) => {
  const createPipeline: CreatePipeline = ({ frames: { slot } }) => {
    slot?.setTransform(async (frame) => Object.assign(frame.clone(), { name: 'drawn' }));
    return { onTransformLost() {} };
  };
  vi.stubGlobal('filtroumePipeline', createPipeline);
  await say({ type: 'attach', cameraId }, [new MessageChannel().port1, new MessageChannel().port1]);
};

test('a camera that is opened after one that wore a filter shows nothing until its own pipeline is there', async () => {
  const first = await openCamera();
  await decide(1, 'open', true);
  await attach(1);
  await media.feed('first');
  first.stop();
  await openCamera();
  await decide(2, 'open', true);
  await media.feed('second');
  await attach(2);
  await media.feed('third', 33_000);
  expect(media.written).toEqual(['drawn', 'drawn']);
});

test('a camera that is to wear nothing shows its first frame, whatever the one before it wore', async () => {
  const first = await openCamera();
  await decide(1, 'open', true);
  await attach(1);
  first.stop();
  await openCamera();
  await decide(2, 'open', false);
  await media.feed('plain');
  expect(media.written).toEqual(['plain']);
});

test('where nothing is to be worn, what is on comes off without the help of its pipeline', async () => {
  await openCamera();
  await decide(1, 'open', true);
  await attach(1);
  await media.feed('a');
  await decide(1, 'open', false);
  await media.feed('b');
  expect(media.written).toEqual(['drawn', 'b']);
});

test('a camera whose frames cannot be read is black until the word, and then plain where that may be', async () => {
  media.refuseProcessing();
  const track = await openCamera();
  expect(track).toBe(media.camera());
  expect(track.enabled).toBe(false);
  await decide(1, 'open', true);
  expect(track.enabled).toBe(true);
  // The page's own word on it holds from then on.
  track.enabled = false;
  await decide(1, 'open', true);
  expect(track.enabled).toBe(false);
  await attach(1);
  track.stop();
  await vi.waitFor(() => {
    const words = ['camera-asked', 'camera-opened', 'pipeline-refused', 'camera-closed'];
    expect(heard.map(({ type }) => type)).toEqual(words);
  });
});

test('... and ends with its clones where the face is hidden', async () => {
  media.refuseProcessing();
  const track = await openCamera();
  const clone = track.clone();
  const ended = vi.fn();
  clone.addEventListener('ended', ended);
  await decide(1, 'closed', true);
  expect([track.readyState, clone.readyState]).toEqual(['ended', 'ended']);
  expect(ended).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ type: 'camera-closed', cameraId: 1 }));
});
