/**
 * Whether this realm has insertable streams of its own: what camera tracks are read and made by. Owns that one answer.
 * A processor or generator that a script has put there before us gets no frame: it would be shown every face.
 */
import { isNative } from './primordials.ts';

const page = globalThis as Partial<typeof globalThis>;

export const hasInsertableStreams =
  isNative(page.MediaStreamTrackProcessor) && isNative(page.MediaStreamTrackGenerator);
