/**
 * The heads in the picture over time: which seen face is which head, when one appears, is bridged, lost, or returns.
 * Owns ids and lives; smoothing is head-filter.ts, pairing is association.ts. Time is an argument, no clock is read.
 */

import type { HeadPose } from '../geometry/head-pose.ts';
import type { DetectedFace } from '../shared/engine-protocol.ts';
import { apartness, assign, poseDistance } from './association.ts';
import { createHeadFilter, type HeadFilter } from './head-filter.ts';
import { createLostHeads } from './lost-heads.ts';

export interface TrackedHead {
  /** Stays with a head for as long as it can be followed, and is given back when it returns soon. */
  readonly id: number;
  /** Expected pose in the frame asked for. */
  readonly pose: HeadPose;
  /** 0..1: that of the last hit, sinking while detections miss the head. */
  readonly confidence: number;
  /** Time from the last hit of this head to the frame asked for. */
  readonly ageMs: number;
}

/** What the detector saw in one frame. */
export interface Observation {
  /** That of the frame, microseconds. */
  readonly timestampUs: number;
  readonly faces: readonly DetectedFace[];
}

export interface HeadTracks {
  /**
   * Takes in what was seen. Timestamps rise; a step back means that time began anew, and everything is forgotten.
   * @throws Error when the timestamp or a pose is not finite, or a face is not in front of the camera
   */
  observe(observation: Observation): void;
  /** The heads as expected in the frame with this timestamp, usually later than what was observed last; by id. */
  predict(timestampUs: number): readonly TrackedHead[];
  /** Where a face was seen once, which may be a mistake: for who rather hides too much. Gone or a head after the next detection. */
  unconfirmed(timestampUs: number): readonly HeadPose[];
  /** Of the head that says most for detecting soon again. */
  motion(): HeadMotion | 'no heads';
  /** Forgets everything but the ids already given, which are not given twice. */
  reset(): void;
}

/** Both in widths of the head's face, and infinite for one that is seen but not shown yet. */
export interface HeadMotion {
  /** A second. */
  readonly speed: number;
  /** How far it was last from where it was expected, beyond what noise makes. */
  readonly surprise: number;
}

export interface HeadTracksOptions {
  /** How many heads at once, 1 to 4. */
  readonly most?: number;
}

const US_PER_SECOND = 1e6;
/** A head that is missed for longer than this is lost. */
const BRIDGED_US = 0.3 * US_PER_SECOND;
/** ... but one miss is never enough, however rare detections are. */
const LEAST_MISSES = 2;
/** When nothing at all was observed for this long, the detector is gone, and what heads did meanwhile is unknown. */
const SILENCE_US = 1 * US_PER_SECOND;
/** An observation older than the last by no more than this came late and is dropped; by more, time began anew. */
const LATE_US = 0.25 * US_PER_SECOND;
/** A head is shown from this many hits on: one may be a mistake. */
const HITS_TO_APPEAR = 2;
/** A face within this of a head just seen, in face widths, is the same face seen twice. */
const SAME_FACE_WIDTHS = 0.4;
/** A head that is missed while a new one appears within this of it, in face widths, has only jumped. */
const JUMP_FACE_WIDTHS = 2.5;
/** Faces considered in one frame, nearest first: the search over pairs stays small in a crowd. */
const MOST_FACES = 8;

interface Track {
  /** Null until it is shown. */
  id: number | null;
  readonly filter: HeadFilter;
  hits: number;
  misses: number;
  lastSeenUs: number;
  confidence: number;
}

export function createHeadTracks({ most = 4 }: HeadTracksOptions = {}): HeadTracks {
  if (!(Number.isInteger(most) && most >= 1 && most <= 4)) {
    throw new Error(`createHeadTracks expects most to be 1 to 4 heads, got ${most}`);
  }
  const lostHeads = createLostHeads();
  let tracks: Track[] = [];
  let lastUs: number | null = null;
  let lastId = 0;

  function reset(): void {
    tracks = [];
    lostHeads.clear();
    lastUs = null;
  }

  function isSilentAt(timestampUs: number): boolean {
    return lastUs === null || Math.abs(timestampUs - lastUs) > SILENCE_US;
  }

  /** Takes tracks out that are lost, and remembers those that were shown. */
  function lose(isLost: (track: Track) => boolean, timestampUs: number): void {
    tracks = tracks.filter((track) => {
      if (!isLost(track)) return true;
      if (track.id !== null) lostHeads.remember(track.id, poseAt(track, timestampUs), timestampUs);
      return false;
    });
  }

  /** Gives a track its id: that of a head it jumped away from, or that was lost, or a new one. */
  function appear(track: Track, pose: HeadPose, timestampUs: number): void {
    const isLeft = (other: Track) =>
      other.id !== null &&
      other.misses > 0 &&
      apartness(poseAt(other, timestampUs), pose).faceWidths < JUMP_FACE_WIDTHS;
    lose(isLeft, timestampUs);
    track.id = lostHeads.recall(pose, timestampUs) ?? ++lastId;
  }

  function update(track: Track, face: DetectedFace, timestampUs: number): void {
    track.filter.observe(face, timestampUs / US_PER_SECOND);
    track.hits += 1;
    track.misses = 0;
    track.lastSeenUs = timestampUs;
    track.confidence = face.confidence;
  }

  function begin(face: DetectedFace, timestampUs: number): void {
    const isTwin = (track: Track) =>
      track.lastSeenUs === timestampUs &&
      apartness(poseAt(track, timestampUs), face.pose).faceWidths < SAME_FACE_WIDTHS;
    if (tracks.length >= most || tracks.some(isTwin)) return;
    const filter = createHeadFilter(face, timestampUs / US_PER_SECOND);
    tracks.push({
      id: null,
      filter,
      hits: 1,
      misses: 0,
      lastSeenUs: timestampUs,
      confidence: face.confidence,
    });
  }

  return {
    observe({ timestampUs, faces }) {
      checkObservation({ timestampUs, faces });
      if (lastUs !== null && timestampUs <= lastUs) {
        if (lastUs - timestampUs <= LATE_US) return;
        reset();
      }
      if (lastUs !== null && timestampUs - lastUs > SILENCE_US) lose(() => true, timestampUs);
      lastUs = timestampUs;

      const seen = faces.toSorted(nearestFirst).slice(0, MOST_FACES);
      const expected = tracks.map((track) => poseAt(track, timestampUs));
      const columns = assign(expected.map((pose) => seen.map((face) => poseDistance(pose, face.pose))));
      tracks.forEach((track, row) => {
        const face = seen[columns[row] ?? -1];
        if (face) update(track, face, timestampUs);
        else track.misses += 1;
      });
      lose((track) => isLost(track, timestampUs), timestampUs);
      for (const track of tracks) {
        if (track.id === null && track.hits >= HITS_TO_APPEAR) {
          appear(track, poseAt(track, timestampUs), timestampUs);
        }
      }
      const matched = new Set(columns);
      seen.forEach((face, column) => {
        if (!matched.has(column)) begin(face, timestampUs);
      });
    },

    unconfirmed(timestampUs) {
      if (isSilentAt(timestampUs)) return [];
      return tracks.filter(({ id }) => id === null).map((track) => poseAt(track, timestampUs));
    },

    predict(timestampUs) {
      const observedUs = lastUs;
      if (observedUs === null || isSilentAt(timestampUs)) return [];
      return tracks
        .flatMap((track) => (track.id === null ? [] : [{ ...track, id: track.id, track }]))
        .map(({ id, confidence, lastSeenUs, track }) => ({
          id,
          pose: poseAt(track, timestampUs),
          confidence: confidence * (1 - Math.min(1, (observedUs - lastSeenUs) / (2 * BRIDGED_US))),
          ageMs: (timestampUs - lastSeenUs) / 1000,
        }))
        .toSorted((a, b) => a.id - b.id);
    },

    motion() {
      if (tracks.length === 0) return 'no heads';
      const most = (read: (filter: HeadFilter) => number) =>
        Math.max(...tracks.map(({ id, filter }) => (id === null ? Number.POSITIVE_INFINITY : read(filter))));
      return { speed: most((filter) => filter.speed()), surprise: most((filter) => filter.surprise()) };
    },

    reset,
  };
}

function poseAt({ filter }: Track, timestampUs: number): HeadPose {
  return filter.predict(timestampUs / US_PER_SECOND);
}

/** A head that was never shown is given up at the first miss. */
function isLost({ id, misses, lastSeenUs }: Track, timestampUs: number): boolean {
  if (id === null) return misses > 0;
  return misses >= LEAST_MISSES && timestampUs - lastSeenUs > BRIDGED_US;
}

/** Nearer heads first; of equal ones the order is that of their places, never that of the list. */
function nearestFirst(a: DetectedFace, b: DetectedFace): number {
  const [ax, ay, az] = a.pose.translationCm;
  const [bx, by, bz] = b.pose.translationCm;
  return bz - az || ax - bx || ay - by;
}

function checkObservation({ timestampUs, faces }: Observation): void {
  if (!Number.isFinite(timestampUs)) {
    throw new Error(`observe expects a timestamp in microseconds, got ${timestampUs}`);
  }
  for (const { pose, confidence } of faces) {
    const numbers = [...pose.rotation, ...pose.translationCm, confidence];
    if (!numbers.every(Number.isFinite) || pose.translationCm[2] >= 0) {
      throw new Error(
        `observe expects finite poses in front of the camera (z < 0), got ${numbers.join(', ')}`,
      );
    }
  }
}
