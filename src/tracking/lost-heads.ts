/**
 * Heads that were lost and may come back: who they were and where they went.
 * Owns the memory; when a head counts as lost is decided in head-tracks.ts.
 */
import type { HeadPose } from '../geometry/head-pose.ts';
import { apartness } from './association.ts';

/** Who comes back within this time is taken for who left. */
const REMEMBERED_US = 10e6;

export interface LostHeads {
  remember(id: number, pose: HeadPose, timestampUs: number): void;
  /** The lost head that was nearest to this place, which is thereby lost no longer; null when there is none. */
  recall(pose: HeadPose, timestampUs: number): number | null;
  clear(): void;
}

export function createLostHeads(): LostHeads {
  let lost: { readonly id: number; readonly pose: HeadPose; readonly timestampUs: number }[] = [];
  return {
    remember(id, pose, timestampUs) {
      lost.push({ id, pose, timestampUs });
    },
    recall(pose, timestampUs) {
      lost = lost.filter((head) => timestampUs - head.timestampUs <= REMEMBERED_US);
      const distanceTo = (head: { pose: HeadPose }) => {
        const { faceWidths, depth } = apartness(head.pose, pose);
        return faceWidths + depth;
      };
      const [nearest] = lost.toSorted((a, b) => distanceTo(a) - distanceTo(b) || a.id - b.id);
      lost = lost.filter((head) => head !== nearest);
      return nearest?.id ?? null;
    },
    clear() {
      lost = [];
    },
  };
}
