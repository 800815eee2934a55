/** A page that opens one device twice, as for a preview beside the call: both tracks show what was drawn once. */
import { afterAll, expect, test } from 'vitest';
import { startCall } from '../harness/call.ts';
import { eyesOf, isWorn, startCallBrowser } from '../harness/call-browser.ts';

const { server, browser, close } = await startCallBrowser();
afterAll(close);

/** Runs in the page: how many frames that both tracks have in common are the same to the last bit, of the last so many. */
async function compareTracks(count: number): Promise<{ readonly common: number; readonly same: number }> {
  const { width, height } = call.track.getSettings();
  const again = await navigator.mediaDevices.getUserMedia({
    video: { width: width ?? 640, height: height ?? 480 },
  });
  const [second] = again.getVideoTracks() as MediaStreamVideoTrack[];
  if (!second) throw new Error('expected a second track');
  const seen = [call.track.clone() as MediaStreamVideoTrack, second].map((track) => {
    const frames: { readonly timestampUs: number; readonly bytes: Uint8Array }[] = [];
    const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    const read = async () => {
      for (;;) {
        const { value: frame, done } = await reader.read();
        if (done) return;
        const bytes = new Uint8Array(frame.allocationSize());
        await frame.copyTo(bytes);
        frames.push({ timestampUs: frame.timestamp, bytes });
        if (frames.length > count) frames.shift();
        frame.close();
      }
    };
    void read();
    return { frames, end: () => track.stop() };
  });
  const [first, other] = seen;
  // Until what was seen before the second track wore anything is forgotten.
  while (
    (other?.frames.at(-1)?.timestampUs ?? 0) - (other?.frames[0]?.timestampUs ?? 0) < 1e6 ||
    (other?.frames.length ?? 0) < count
  ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  let [common, same] = [0, 0];
  for (const { timestampUs, bytes } of first?.frames ?? []) {
    const twin = other?.frames.find((frame) => Math.abs(frame.timestampUs - timestampUs) < 2000);
    if (!twin) continue;
    common += 1;
    if (bytes.every((byte, i) => byte === twin.bytes[i])) same += 1;
  }
  for (const { end } of seen) end();
  return { common, same };
}

test('both tracks show the same picture, which one pipeline drew, and the first goes on when the second is closed', async () => {
  const call = await startCall(browser, server.getUrl('plain', true));
  await call.waitForPicture(eyesOf, isWorn);
  const { common, same } = await call.page.evaluate(compareTracks, 45);
  expect(common).toBeGreaterThan(20);
  expect(same / common).toBeGreaterThan(0.9);
  await call.waitForPicture(eyesOf, isWorn);
  expect(await call.readDisturbances()).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await call.page.close();
});
