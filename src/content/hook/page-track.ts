/**
 * Makes the tracks that a page holds answer as a camera's own. Behind each stands a shadow, a real track of the camera
 * that delivers no frames to anybody: it answers for settings, capabilities, constraints, label, muting and statistics,
 * so that values, errors and their order are the browser's own. Tracks that are not ours are not touched.
 */
import * as nativeStream from '../../natives/native-stream.ts';
import * as nativeTrack from '../../natives/native-track.ts';
import { apply } from '../../natives/primordials.ts';
import { createPrivateIndex, createPrivateMap } from '../../natives/private-map.ts';
import type { FailMode } from '../../shared/fail-mode.ts';
import { createTrackStats, installTrackStats, type TrackStats } from './page-track-stats.ts';
import { type Wrapper, wrapGetter, wrapMethod, wrapSetter } from './wrap-method.ts';

/** What stands behind a page's track. */
export interface Backing {
  /** The camera's track that answers for the page's. */
  shadow(): MediaStreamTrack;
  /** Closed: nothing of the camera's own picture may be seen. */
  failMode(): FailMode;
  /** Has `apply` constrain the shadow; then the page's track delivers what its settings say. */
  constrain(apply: (shadow: MediaStreamTrack) => Promise<void>): Promise<void>;
  cloned(clone: MediaStreamTrack): void;
  /** The page's track may have ended. */
  stopped(): void;
}

const { prototype } = MediaStreamTrack;
const streams = MediaStream.prototype;
const ASKED_FOR = ['width', 'height', 'frameRate'] as const;
/** A backing, and what is counted of its frames; nothing of its own where the track is its own shadow. */
interface Backed extends Backing {
  readonly stats: TrackStats | null;
}
const backings = createPrivateMap<MediaStreamTrack, Backed>();
/**
 * One and the same track may come in several objects: captured from an element that plays it, or of a stream that was
 * collected and is read from the element again. They share their native names.
 */
const backingsByName = createPrivateIndex<string, Backed>();

/** From now on the page's track is backed, in whatever object it comes. */
export function backTrack(track: MediaStreamTrack, backing: Backing): void {
  const shadow = backing.shadow();
  const backed: Backed = { ...backing, stats: shadow === track ? null : createTrackStats(shadow) };
  backed.stats?.setCounting(nativeTrack.isEnabled(track));
  backings.set(track, backed);
  if (nativeTrack.isLive(track)) backingsByName.set(nativeTrack.getName(track), backed);
}

/** Another shadow answers for the page's track from now on. The one before is still there. */
export function moveShadow(track: MediaStreamTrack, shadow: MediaStreamTrack): void {
  backings.get(track)?.stats?.follow(shadow);
}

/** The track has ended. The object that it was backed in goes on to answer. */
export function forgetTrack(track: MediaStreamTrack): void {
  backingsByName.delete(nativeTrack.getName(track));
}

function findBacking(track: MediaStreamTrack): Backed | undefined {
  const known = backings.get(track);
  if (known) return known;
  try {
    return backingsByName.get(nativeTrack.getName(track));
  } catch {
    // No track at all, which is for the browser to say.
    return undefined;
  }
}

/** The camera's track that answers for the page's; null for tracks that are not ours. */
export function findShadow(track: MediaStreamTrack): MediaStreamTrack | null {
  return findBacking(track)?.shadow() ?? null;
}

/** Whether the camera behind a page's track must not be seen; tracks that are not ours may be. */
export function isCameraClosed(track: MediaStreamTrack): boolean {
  return findBacking(track)?.failMode() === 'closed';
}

/** Makes a page's track deliver frames of the size and rate that its shadow's settings promise. */
export async function fitToShadow(track: MediaStreamTrack, shadow: MediaStreamTrack): Promise<void> {
  const settings = nativeTrack.getSettings(shadow);
  await nativeTrack.applyConstraints(
    track,
    askFor((name) => settings[name]),
  );
}

/** Constraints of size and rate, as far as there is a value for them. */
export function askFor(
  find: (name: 'width' | 'height' | 'frameRate') => number | undefined,
): MediaTrackConstraints {
  const wanted: MediaTrackConstraints = {};
  for (let index = 0; index < ASKED_FOR.length; index += 1) {
    const name = ASKED_FOR[index]!;
    const value = find(name);
    if (value !== undefined) wanted[name] = value;
  }
  return wanted;
}

/** Installs itself on the prototypes; once a document, before the page's first script. */
export function installPageTracks(): void {
  const wrapper: Wrapper = (native, track, args) => apply(native, findShadow(track) ?? track, args);
  wrapMethod(prototype, ['getSettings', 'getCapabilities', 'getConstraints'], wrapper);
  wrapGetter(prototype, ['label', 'muted'], wrapper);

  installTrackStats();
  wrapGetter(
    prototype,
    'stats',
    (native, track, args) => findBacking(track)?.stats?.shown ?? apply(native, track, args),
  );
  wrapSetter(prototype, 'enabled', (native, track: MediaStreamTrack, args) => {
    apply(native, track, args);
    findBacking(track)?.stats?.setCounting(nativeTrack.isEnabled(track));
  });

  wrapMethod(prototype, 'applyConstraints', (native, track: MediaStreamTrack, args) => {
    const backing = findBacking(track);
    return backing ? backing.constrain((shadow) => apply(native, shadow, args)) : apply(native, track, args);
  });

  wrapMethod(prototype, 'clone', (native, track: MediaStreamTrack, args) => {
    const clone: MediaStreamTrack = apply(native, track, args);
    findBacking(track)?.cloned(clone);
    return clone;
  });

  wrapMethod(prototype, 'stop', (native, track: MediaStreamTrack, args) => {
    // Looked for first: the names of tracks that have ended are forgotten.
    const backing = findBacking(track);
    apply(native, track, args);
    backing?.stopped();
  });

  // A stream clones its tracks by itself, not through the method above.
  wrapMethod(streams, 'clone', (native, stream: MediaStream, args) => {
    const clone: MediaStream = apply(native, stream, args);
    const tracks = nativeStream.getTracks(stream);
    const clones = nativeStream.getTracks(clone);
    // By index: the iterator of lists is the page's.
    for (let index = 0; index < clones.length; index += 1) {
      findBacking(tracks[index]!)?.cloned(clones[index]!);
    }
    return clone;
  });
}
