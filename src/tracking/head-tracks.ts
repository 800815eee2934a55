/**
 * The heads in the picture over time: which seen face is which head, when one appears, is bridged, lost, or returns.
 * Owns ids and lives; smoothing is head-filter.ts, pairing is association.ts. Time is an argument and no clock is read.
 */
import type { HeadPose } from '../geometry/head-pose.ts';
import type { DetectedFace } from '../shared/engine-protocol.ts';
import { apartness, assign, poseDistance } from './association.ts';
import { createHeadFilter, type HeadFilter } from './head-filter.ts';

export interface TrackedHead {
  /** Stays with a head for as long as it can be followed, and is given back when it returns soon. */
  readonly id: number;
  /** Expected pose in the frame asked for. */
  readonly pose: HeadPose;
  /** 0..1: that of the last look, sinking while the head is not seen. */
  readonly confidence: number;
  /** Time from the last look at this head to the frame asked for. */
  readonly ageMs: number;
}

export interface HeadTracks {
  /** Takes in what was seen in one frame. Timestamps (microseconds) rise; a step back means that time began anew. */
  observe(observation: { readonly timestampUs: number; readonly faces: readonly DetectedFace[] }): void;
  /** The heads as expected in the frame with this timestamp, usually later than what was observed last. */
  predict(timestampUs: number): readonly TrackedHead[];
  /** Forgets everything. */
  reset(): void;
}

export interface HeadTracksOptions {
  /** How many heads at once, 1..4. */
  readonly limit?: number;
}

const US_PER_SECOND = 1e6;
/** A head not seen for longer than this is lost. */
const BRIDGED_US = 0.3 * US_PER_SECOND;
/** ... but one look without it is never enough, however rare looks are. */
const LEAST_MISSES = 2;
/** When nothing was observed at all for this long, the detector is gone and so are the heads. */
const SILENCE_US = 1 * US_PER_SECOND;
/** A lost head that comes back within this time gets its id back. */
const REMEMBERED_US = 10 * US_PER_SECOND;
/** An observation older than the last by no more than this came late and is dropped; by more, time began anew. */
const LATE_US = 0.25 * US_PER_SECOND;
/** A head is shown from this many looks on: one look may be a mistake. */
const LOOKS_TO_APPEAR = 2;
/** A second face within this of a head, in face widths, is the same face seen twice. */
const SAME_FACE_WIDTHS = 0.4;
/** Faces considered in one frame, nearest first: the search over pairs stays small in a crowd. */
const MOST_FACES = 8;

interface Track {
  /** 0 until it is shown. */
  id: number;
  readonly filter: HeadFilter;
  looks: number;
  misses: number;
  lastSeenUs: number;
  confidence: number;
}

interface LostHead {
  readonly id: number;
  readonly pose: HeadPose;
  readonly lostUs: number;
}

export function createHeadTracks({ limit = 4 }: HeadTracksOptions = {}): HeadTracks {
  if (!(Number.isInteger(limit) && limit >= 1 && limit <= 4)) {
    throw new Error(`Expected a limit of 1 to 4 heads, got ${limit}`);
  }
  let tracks: Track[] = [];
  let lostHeads: LostHead[] = [];
  let lastUs: number | null = null;
  let lastId = 0;

  function reset(): void {
    tracks = [];
    lostHeads = [];
    lastUs = null;
  }

  function appear(track: Track, pose: HeadPose): void {
    const nearest = lostHeads
      .map((lost) => ({ lost, apart: apartness(lost.pose, pose) }))
      .sort((a, b) => a.apart.faceWidths + a.apart.depth - b.apart.faceWidths - b.apart.depth)[0];
    if (nearest) lostHeads = lostHeads.filter((lost) => lost !== nearest.lost);
    track.id = nearest?.lost.id ?? ++lastId;
  }

  function look(track: Track, face: DetectedFace, timestampUs: number): void {
    track.filter.observe(face, timestampUs / US_PER_SECOND);
    track.looks++;
    track.misses = 0;
    track.lastSeenUs = timestampUs;
    track.confidence = face.confidence;
    if (track.id === 0 && track.looks >= LOOKS_TO_APPEAR) appear(track, face.pose);
  }

  function miss(track: Track, timestampUs: number): boolean {
    track.misses++;
    const shown = track.id !== 0;
    const kept = shown && (track.misses < LEAST_MISSES || timestampUs - track.lastSeenUs <= BRIDGED_US);
    if (!kept && shown) {
      const pose = track.filter.predict(timestampUs / US_PER_SECOND);
      lostHeads.push({ id: track.id, pose, lostUs: timestampUs });
    }
    return kept;
  }

  return {
    observe({ timestampUs, faces }) {
      if (!Number.isFinite(timestampUs))
        throw new Error(`Expected a timestamp in microseconds, got ${timestampUs}`);
      if (lastUs !== null && timestampUs <= lastUs) {
        if (lastUs - timestampUs <= LATE_US) return;
        reset();
      }
      if (lastUs !== null && timestampUs - lastUs > SILENCE_US) {
        for (const track of tracks) track.misses = LEAST_MISSES;
        tracks = tracks.filter((track) => miss(track, timestampUs));
      }
      lastUs = timestampUs;
      lostHeads = lostHeads.filter(({ lostUs }) => timestampUs - lostUs <= REMEMBERED_US);

      const seen = [...faces].sort(nearestFirst).slice(0, MOST_FACES);
      const expected = tracks.map((track) => track.filter.predict(timestampUs / US_PER_SECOND));
      const columns = assign(expected.map((pose) => seen.map((face) => poseDistance(pose, face.pose))));
      const matched = new Set(columns);
      tracks = tracks.filter((track, row) => {
        const column = columns[row];
        if (column === null || column === undefined) return miss(track, timestampUs);
        look(track, seen[column]!, timestampUs);
        return true;
      });
      seen.forEach((face, column) => {
        if (matched.has(column) || tracks.length >= limit) return;
        const doubled = tracks.some(
          (track) =>
            track.lastSeenUs === timestampUs &&
            apartness(track.filter.predict(timestampUs / US_PER_SECOND), face.pose).faceWidths <
              SAME_FACE_WIDTHS,
        );
        if (doubled) return;
        const filter = createHeadFilter(face, timestampUs / US_PER_SECOND);
        tracks.push({
          id: 0,
          filter,
          looks: 1,
          misses: 0,
          lastSeenUs: timestampUs,
          confidence: face.confidence,
        });
      });
    },

    predict(timestampUs) {
      if (lastUs === null || timestampUs - lastUs > SILENCE_US || lastUs - timestampUs > SILENCE_US)
        return [];
      return tracks
        .filter((track) => track.id !== 0)
        .map(({ id, filter, confidence, lastSeenUs }) => ({
          id,
          pose: filter.predict(timestampUs / US_PER_SECOND),
          confidence:
            confidence * Math.max(0, 1 - Math.max(0, (lastUs ?? 0) - lastSeenUs) / (2 * BRIDGED_US)),
          ageMs: (timestampUs - lastSeenUs) / 1000,
        }))
        .sort((a, b) => a.id - b.id);
    },

    reset,
  };
}

/** Nearer heads first; equal ones by place, so that the order of the list does not matter. */
function nearestFirst(a: DetectedFace, b: DetectedFace): number {
  const [ax, ay, az] = a.pose.translationCm;
  const [bx, by, bz] = b.pose.translationCm;
  return bz - az || ax - bx || ay - by;
}
