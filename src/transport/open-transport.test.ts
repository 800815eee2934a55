import { afterEach, expect, test, vi } from 'vitest';
import { asNative, installTestMedia } from '../../tests/fakes/media.ts';

afterEach(() => vi.unstubAllGlobals());

const NAMES = ['MediaStreamTrackProcessor', 'MediaStreamTrackGenerator'] as const;

/** What is chosen in a realm where these stand for processor and generator. */
async function needsClockWith(processor: unknown, generator: unknown): Promise<boolean> {
  vi.resetModules();
  installTestMedia(vi.stubGlobal);
  vi.stubGlobal(NAMES[0], processor);
  vi.stubGlobal(NAMES[1], generator);
  return (await import('./open-transport.ts')).needsClock;
}

class Native {}
const native = asNative(Native);

test("insertable streams are used where both of the browser's own are there", async () => {
  expect(await needsClockWith(native, native)).toBe(false);
});

test.each([
  ['no generator', native, undefined],
  ['no processor', undefined, native],
  ['neither', undefined, undefined],
])('%s: frames come by a captured canvas', async (_, processor, generator) => {
  expect(await needsClockWith(processor, generator)).toBe(true);
});

test.each([
  ['a class', class MediaStreamTrackProcessor {}],
  ['a function', function MediaStreamTrackProcessor() {}],
  [
    'a function that says so',
    function MediaStreamTrackProcessor() {
      /* { [native code] } */
    },
  ],
  [
    'a function that prints so by itself',
    Object.assign(() => {}, { toString: () => 'function A() { [native code] }' }),
  ],
  // biome-ignore format: the text is what is tested
  ['a function that ends so', function A() { // { [native code]
  }],
])('a processor that a script put there is not used: %s', async (_, shim) => {
  expect(await needsClockWith(shim, native)).toBe(true);
  expect(await needsClockWith(native, shim)).toBe(true);
});

test('a camera goes through what was chosen: from its frames to the track', async () => {
  const { camera, feed, written, getUserMedia } = installTestMedia(vi.stubGlobal);
  vi.resetModules();
  const { openTransport } = await import('./open-transport.ts');
  await getUserMedia();
  const { openHere, track } = openTransport(camera() as unknown as MediaStreamTrack);
  const { source, sink } = openHere();
  source.start(
    (frame) => void sink.write(frame),
    () => {},
  );
  await feed('a');
  expect([written, track.readyState]).toEqual([['a'], 'live']);
});
