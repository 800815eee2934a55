/**
 * A device that a document has open twice is looked at once: what is found in a frame of one camera is told to the others of
 * that device, in their own pixels. Owns who is told; whoever is told looks by itself only when nothing comes.
 */
import type { DetectedFace, FromEngine } from '../shared/engine-protocol.ts';

/** One camera among those of its device. */
export interface SharingSeat {
  /** This was found in a frame of it. */
  share(sample: SharedSample): void;
  leave(): void;
}

export interface SharedSample {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly timestampUs: number;
  readonly faces: readonly DetectedFace[];
}

interface Member {
  readonly tell: (message: FromEngine) => void;
  /** Of its newest sample; null before the first. */
  newest: { readonly widthPx: number; readonly heightPx: number; readonly clockUs: number } | null;
}

/** Frames that are cut to another shape do not show the same part of the device's picture. */
const SAME_ASPECT = 0.01;
/** Clocks that differ by more than what is under way at any time count from other beginnings. */
const SAME_CLOCK_US = 300_000;

/** @param nowUs of any clock */
export function createFaceSharing(nowUs = () => 1000 * performance.now()) {
  const devices = new Map<string, Set<Member>>();

  return function join(device: string, tell: Member['tell']): SharingSeat {
    const members = devices.get(device) ?? new Set<Member>();
    const seat: Member = { tell, newest: null };
    devices.set(device, members.add(seat));
    return {
      share({ widthPx, heightPx, timestampUs, faces }) {
        seat.newest = { widthPx, heightPx, clockUs: nowUs() - timestampUs };
        for (const other of members) {
          if (other === seat || !other.newest || !isComparable(seat.newest, other.newest)) continue;
          const scale = other.newest.widthPx / widthPx;
          const theirs = faces.map((face) => ({
            ...face,
            keypointsPx: face.keypointsPx.map((place) => scale * place),
          }));
          other.tell({ type: 'shared-faces', timestampUs, faces: theirs });
        }
      },
      leave() {
        members.delete(seat);
        if (members.size === 0) devices.delete(device);
      },
    };
  };
}

export type JoinSharing = ReturnType<typeof createFaceSharing>;

function isComparable(one: NonNullable<Member['newest']>, other: NonNullable<Member['newest']>): boolean {
  const aspects = (one.widthPx * other.heightPx) / (one.heightPx * other.widthPx);
  return Math.abs(aspects - 1) < SAME_ASPECT && Math.abs(one.clockUs - other.clockUs) < SAME_CLOCK_US;
}
