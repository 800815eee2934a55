/**
 * A running call as a test sees it: pictures of the far end, its log of frames, and what the page noticed.
 * The page's side is harness/pages/call-page.ts.
 */

import type { Browser } from './browser.ts';
import { type LogFigures, measureLog } from './measure-log.ts';
import type { NumberedPicture } from './overlay.ts';
import type { Page } from './page.ts';
// For the type of the page's global `call`.
import type {} from './pages/call-page.ts';
import type { FarFrame, FarPicture } from './pages/far-end.ts';
import { until } from './until.ts';

export interface Call {
  readonly page: Page;
  /** The next frame of the far end. */
  takePicture(): Promise<NumberedPicture>;
  /** Frames of the far end, each at least `apart` frames of the clip after the one before. */
  takePictures(count: number, apart: number): Promise<NumberedPicture[]>;
  /**
   * The same, but only such as are wished: on a busy machine heads are lost and filters go off for a moment, and then the
   * next frame does. Rejects when none comes.
   */
  takeWished(
    isWished: (picture: NumberedPicture) => boolean,
    count: number,
    apart: number,
  ): Promise<NumberedPicture[]>;
  /** Takes pictures until one is as wished; rejects in the end with what the last one was. */
  waitForPicture<Figures>(
    measure: (picture: NumberedPicture) => Figures,
    isWished: (figures: Figures) => boolean,
  ): Promise<NumberedPicture>;
  /** Looks at the next so many frames of the far end. Its log begins anew before them, and after. */
  watchFrames(count: number): Promise<LogFigures>;
  /** Every frame that the far end has received since the last call of this function. */
  readLog(): Promise<readonly FarFrame[]>;
  /** What the page could notice: renegotiations, track events, another track in its place. Empty is good. */
  readDisturbances(): Promise<readonly string[]>;
}

/** Then the clip begins anew. */
export const CLIP_FRAMES = 240;

export interface CallOptions {
  /** Asks for the camera with these; without them the camera is that of the page's first script. */
  readonly constraints?: MediaStreamConstraints;
  /** Runs before the call asks for a camera. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** Opens the page and has it call itself. */
export async function startCall(
  browser: Browser,
  url: string,
  { constraints, prepare }: CallOptions = {},
): Promise<Call> {
  const page = await browser.openPage(url);
  await prepare?.(page);
  await page.evaluate((asked?: MediaStreamConstraints) => call.start(asked), constraints);
  const readLog = () => page.evaluate(() => call.farEnd.log.splice(0));
  const takePicture = async () => decodePicture(await page.evaluate(() => call.farEnd.takePicture()));
  const takeWished: Call['takeWished'] = async (isWished, count, apart) => {
    const pictures: NumberedPicture[] = [];
    while (pictures.length < count) {
      const last = pictures.at(-1);
      const isFar = ({ number }: NumberedPicture) =>
        !last || (number - last.number + CLIP_FRAMES) % CLIP_FRAMES >= apart;
      const what = `picture ${pictures.length + 1} of ${count}, ${apart} frames on: ${isWished}`;
      const read = async () => {
        const picture = await takePicture();
        return { picture, toJSON: () => picture.number };
      };
      const { picture } = await until(what, read, (seen) => isFar(seen.picture) && isWished(seen.picture));
      pictures.push(picture);
    }
    return pictures;
  };

  return {
    page,
    takePicture,
    takePictures: (count, apart) => takeWished(() => true, count, apart),
    takeWished,
    async waitForPicture(measure, isWished) {
      const read = async () => {
        const taken = await takePicture();
        const figures = measure(taken);
        return { taken, figures, toJSON: () => figures };
      };
      const { taken } = await until(`a picture for ${isWished}`, read, ({ figures }) => isWished(figures));
      return taken;
    },
    async watchFrames(count) {
      await readLog();
      await page.waitFor((least: number) => call.farEnd.log.length >= least, count);
      return measureLog(await readLog());
    },
    readLog,
    readDisturbances: () =>
      page.evaluate(() => {
        const { disturbances, track, stream, sender } = call;
        const found = [...disturbances];
        if (sender.track !== track) found.push('the sender has another track');
        if (stream.getVideoTracks().length !== 1 || stream.getVideoTracks()[0] !== track) {
          found.push('the stream has another track');
        }
        if (track.readyState !== 'live') found.push('the track has ended');
        if (track.muted) found.push('the track is muted');
        return found;
      }),
  };
}

export function decodePicture({ number, widthPx, heightPx, rgbaBase64 }: FarPicture): NumberedPicture {
  return { number, widthPx, heightPx, rgba: new Uint8Array(Buffer.from(rgbaBase64, 'base64')) };
}
