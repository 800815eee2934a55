/**
 * A law is a question about the web platform, asked in a page. Its answer is plain data without what differs from one
 * opening of a camera to the next. What the answer should be is not written down: the browser without us says it.
 */
import { until, WaitedInVain } from '../../harness/until.ts';

export type Laws = Readonly<Record<string, () => unknown>>;

const opened: MediaStream[] = [];

/** A stream that is closed when the law has been answered. */
export async function openStream(
  constraints: MediaStreamConstraints = { video: true },
): Promise<MediaStream> {
  const stream = await navigator.mediaDevices.getUserMedia(constraints);
  opened.push(stream);
  return stream;
}

export async function openTrack(video: boolean | MediaTrackConstraints = true): Promise<MediaStreamTrack> {
  return trackOf(await openStream({ video }));
}

export function trackOf(stream: MediaStream): MediaStreamTrack {
  const [track] = stream.getVideoTracks();
  if (!track) throw new Error('Expected a stream with a video track, got none');
  return track;
}

export function closeStreams(): void {
  for (const stream of opened.splice(0)) for (const track of stream.getTracks()) track.stop();
}

/** Holds none of them any more; the law closes them by itself. */
export function forgetStreams(): void {
  opened.length = 0;
}

/** What came of it, errors with all that a page can read of them. */
export async function outcomeOf(run: () => unknown): Promise<unknown> {
  let answer: unknown;
  try {
    answer = run();
  } catch (error) {
    return ['thrown', ...describeError(error)];
  }
  const isPromise = answer instanceof Promise;
  try {
    return ['fulfilled', isPromise, describe(await answer)];
  } catch (error) {
    return ['rejected', isPromise, ...describeError(error)];
  }
}

function describeError(error: unknown): readonly unknown[] {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return [String(error)];
  return [error.constructor.name, error.name, error.message, Reflect.get(error, 'constraint')];
}

/** Plain data stays, objects of the platform are named. */
function describe(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const plain = value.constructor === Object || Array.isArray(value);
  return plain ? value : Object.prototype.toString.call(value);
}

/** Whether a promise is rejected already at the time it is returned: a reaction to it then comes first. */
export async function isRejectedAtOnce(run: () => Promise<unknown>): Promise<boolean> {
  let rejected = false;
  let atOnce = false;
  const settled = run().catch(() => {
    rejected = true;
  });
  await Promise.reject().catch(() => {
    atOnce = rejected;
  });
  await settled;
  return atOnce;
}

/** Looks again and again, and tells whether it came true. */
export async function comesTrue(condition: () => boolean | Promise<boolean>): Promise<boolean> {
  try {
    return await until('a law to come true', condition);
  } catch (error) {
    if (error instanceof WaitedInVain) return false;
    throw error;
  }
}

/**
 * Constrains a track until it says so of itself. The browser tells of new settings later when it is busy; and a lone
 * track, whose camera it opens again, is scaled or refused now and then as if the camera had the format in use alone
 * (one time in a hundred on a busy machine, with us and without). Nothing else may refuse it.
 */
export async function constrain(track: MediaStreamTrack, constraints: MediaTrackConstraints): Promise<void> {
  const { width } = constraints;
  const widthPx = typeof width === 'object' ? width.exact : width;
  await comesTrue(async () => {
    try {
      await track.applyConstraints(constraints);
    } catch (error) {
      if (error instanceof OverconstrainedError) return false;
      throw error;
    }
    return widthPx === undefined || track.getSettings().width === widthPx;
  });
}

/** Lets everything run that is queued now, frames of the camera among it. */
export const nextTask = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Settings and capabilities without the identifiers, which are another for each profile. */
export function withoutIds<Values extends MediaTrackSettings | MediaTrackCapabilities>(
  values: Values,
): object {
  const { deviceId, groupId, ...rest } = values;
  return { ...rest, ids: [deviceId?.length, groupId?.length], keys: Object.keys(values) };
}

export function nextEvent<Kind extends Event = Event>(target: EventTarget, type: string): Promise<Kind> {
  return new Promise((resolve) => {
    target.addEventListener(type, (event) => resolve(event as Kind), { once: true });
  });
}

/** Keeps the types of events as they come. */
export function hear(target: EventTarget, types: readonly string[]): string[] {
  const heard: string[] = [];
  for (const type of types) target.addEventListener(type, () => heard.push(type));
  return heard;
}

/** Waits for two frames: the second has been made to the track's present constraints, and its settings say so. */
export async function nextFrames(track: MediaStreamTrack): Promise<void> {
  let seen = 0;
  await deliveredSize(track, () => ++seen === 2);
}

/** A muted video element that plays the stream. */
export async function play(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  document.body.append(video);
  await video.play();
  return video;
}

/** Reads frames until one is as wished, or patience ends; gives the last one's size. */
export async function deliveredSize(
  track: MediaStreamTrack,
  isWished: (width: number, height: number) => boolean,
): Promise<readonly number[]> {
  const reader = new MediaStreamTrackProcessor({
    track: track as MediaStreamVideoTrack,
  }).readable.getReader();
  let size: readonly number[] = [];
  await comesTrue(async () => {
    const { value } = await reader.read();
    if (!value) return true;
    size = [value.displayWidth, value.displayHeight];
    value.close();
    return isWished(size[0] ?? 0, size[1] ?? 0);
  });
  await reader.cancel();
  return size;
}
