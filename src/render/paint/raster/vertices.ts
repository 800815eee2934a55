/**
 * The vertices of the surface at hand: from the face model to the samples. Owns the arrays that hold them, which only grow.
 * How they are lit is shade-vertices.ts.
 */
import type { HeadPose } from '../../../geometry/head-pose.ts';
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import { NEAREST_CM, type Region } from '../heads/region.ts';
import { DEPTH_ONE } from './samples.ts';

/** How a region of the frame is seen: so many samples a side of a pixel, or half a one. */
export interface SampledView {
  readonly intrinsics: Intrinsics;
  readonly region: Region;
  readonly scale: number;
}

export class Vertices {
  /** In samples: a whole number is the middle of one. */
  x = new Float64Array(0);
  y = new Float64Array(0);
  /** In DEPTH_ONE; 0 for a vertex that is too near, or behind the camera, or nowhere. */
  depth = new Float64Array(0);
  /** Where it is seen from the camera, cm. */
  seenX = new Float64Array(0);
  seenY = new Float64Array(0);
  seenZ = new Float64Array(0);
  /** What is interpolated: colours, places in a table, light. By the kind of surface. */
  first = new Float64Array(0);
  second = new Float64Array(0);
  third = new Float64Array(0);
  /** The rotation of the head, row by row. */
  readonly turn = new Float64Array(9);

  /** Puts the vertices of a surface where a head is. */
  project(positionsCm: Float32Array, pose: HeadPose, { intrinsics, region, scale }: SampledView): void {
    const count = positionsCm.length / 3;
    if (this.x.length < count) this.#grow(count);
    const { x, y, depth, seenX, seenY, seenZ, turn } = this;
    fillRotation(turn, pose);
    const [tx, ty, tz] = pose.translationCm;
    const focal = intrinsics.focalPx * scale;
    const middleX = (intrinsics.widthPx / 2 - region.xPx) * scale - 0.5;
    const middleY = (intrinsics.heightPx / 2 - region.yPx) * scale - 0.5;
    const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = turn as unknown as readonly [
      ...[number, number, number, number, number, number, number, number, number],
    ];
    for (let at = 0, from = 0; at < count; at += 1, from += 3) {
      const px = positionsCm[from]!;
      const py = positionsCm[from + 1]!;
      const pz = positionsCm[from + 2]!;
      const sx = xx * px + xy * py + xz * pz + tx;
      const sy = yx * px + yy * py + yz * pz + ty;
      const sz = zx * px + zy * py + zz * pz + tz;
      seenX[at] = sx;
      seenY[at] = sy;
      seenZ[at] = sz;
      if (sz < -NEAREST_CM) {
        const nearness = -1 / sz;
        x[at] = middleX + focal * sx * nearness;
        y[at] = middleY - focal * sy * nearness;
        depth[at] = DEPTH_ONE * nearness;
      } else {
        depth[at] = 0;
      }
    }
  }

  #grow(count: number): void {
    for (const name of ['x', 'y', 'depth', 'seenX', 'seenY', 'seenZ', 'first', 'second', 'third'] as const) {
      this[name] = new Float64Array(count);
    }
  }
}

function fillRotation(turn: Float64Array, { rotation: [x, y, z, w] }: HeadPose): void {
  turn[0] = 1 - 2 * (y * y + z * z);
  turn[1] = 2 * (x * y - w * z);
  turn[2] = 2 * (x * z + w * y);
  turn[3] = 2 * (x * y + w * z);
  turn[4] = 1 - 2 * (x * x + z * z);
  turn[5] = 2 * (y * z - w * x);
  turn[6] = 2 * (x * z - w * y);
  turn[7] = 2 * (y * z + w * x);
  turn[8] = 1 - 2 * (x * x + y * y);
}
