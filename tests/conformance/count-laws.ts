/** What a camera's track counts of its frames. Media Capture Extensions, 8: MediaStreamTrackVideoStats. */
import { comesTrue, type Laws, openTrack } from './law.ts';

interface Counts {
  readonly totalFrames: number;
  readonly deliveredFrames: number;
  readonly discardedFrames: number;
}

const statsOf = (track: MediaStreamTrack) => Reflect.get(track, 'stats') as Counts & { toJSON(): Counts };

const COUNTS = ['totalFrames', 'deliveredFrames', 'discardedFrames'] as const;

/** Opened at a higher rate than it is then constrained to, so that frames are discarded. */
async function openDiscarding(): Promise<MediaStreamTrack> {
  const track = await openTrack({ frameRate: { ideal: 20 } });
  await track.applyConstraints({ frameRate: { ideal: 10 } });
  return track;
}

/** Waits until it has delivered and discarded. */
const counts = (track: MediaStreamTrack) =>
  comesTrue(() => statsOf(track).deliveredFrames > 3 && statsOf(track).discardedFrames > 3);

/** How each count of `a` stands to that of `b`; a frame may have been on its way. */
const compare = (a: Counts, b: Counts) =>
  COUNTS.map((name) => (Math.abs(a[name] - b[name]) <= 1 ? 'as many' : a[name] > b[name] ? 'more' : 'less'));

export const countLaws: Laws = {
  async 'it counts its frames'() {
    const track = await openTrack({ frameRate: { ideal: 20 } });
    const first = statsOf(track);
    const answers: unknown[] = [Object.prototype.toString.call(first), statsOf(track) === first];
    answers.push(await comesTrue(() => statsOf(track).deliveredFrames > 0));
    await track.applyConstraints({ frameRate: { ideal: 10 } });
    answers.push(await comesTrue(() => statsOf(track).discardedFrames > 0));
    const { totalFrames, deliveredFrames, discardedFrames } = statsOf(track).toJSON();
    // A busy browser loses some besides.
    return [...answers, totalFrames >= deliveredFrames + discardedFrames, Object.keys(first.toJSON())];
  },

  async 'while it is disabled it counts none'() {
    const track = await openDiscarding();
    const answers: unknown[] = [await counts(track)];
    track.enabled = false;
    const frozen = statsOf(track).toJSON();
    // As many frames again, of the same device.
    answers.push(await counts(await openDiscarding()), compare(statsOf(track), frozen));
    track.enabled = true;
    answers.push(compare(statsOf(track), frozen));
    answers.push(await comesTrue(() => statsOf(track).deliveredFrames > frozen.deliveredFrames + 3));
    return [...answers, statsOf(track).totalFrames < frozen.totalFrames + 20];
  },

  async 'it counts on when it is cloned, and each clone from its own first frame'() {
    const track = await openDiscarding();
    const stats = statsOf(track);
    const answers: unknown[] = [await counts(track)];
    const before = stats.toJSON();
    const clone = track.clone();
    answers.push(compare(statsOf(clone), { totalFrames: 0, deliveredFrames: 0, discardedFrames: 0 }));
    answers.push(compare(statsOf(track), before), statsOf(track) === stats, await counts(clone));
    answers.push(compare(statsOf(track), statsOf(clone)));
    const ofClone = clone.clone();
    answers.push(await counts(ofClone), compare(statsOf(clone), statsOf(ofClone)));
    track.stop();
    const last = stats.toJSON();
    ofClone.stop();
    // The last one left has the camera for itself again.
    const atThatTime = statsOf(clone).toJSON();
    await clone.applyConstraints({ frameRate: { ideal: 5 } });
    const goesOn = await comesTrue(() => statsOf(clone).deliveredFrames > atThatTime.deliveredFrames + 2);
    answers.push(goesOn, compare(stats, last));
    answers.push(statsOf(clone).deliveredFrames < atThatTime.deliveredFrames + 20);
    clone.stop();
    return answers;
  },

  async 'the clone of a disabled track counts none until it is enabled'() {
    const track = await openDiscarding();
    const answers: unknown[] = [await counts(track)];
    track.enabled = false;
    const frozen = statsOf(track).toJSON();
    const clone = track.clone();
    answers.push(await counts(await openDiscarding()), statsOf(clone).toJSON());
    clone.enabled = true;
    answers.push(await counts(clone), compare(statsOf(track), frozen));
    clone.stop();
    return answers;
  },
};
