/**
 * The soft shadow that worn solids cast on the head, baked once: how dark each corner of the head's surface is.
 * Owns the baking; what is drawn are then some dark triangles, which turn and hide with the head.
 * Solids become a soft fog in small cubes of space, so that a wire casts less than a brim, and from each corner some
 * rays go through it towards the lamp.
 */
import { BufferGeometry, Float32BufferAttribute, Vector3 } from 'three';
import { nextTurn } from '../../shared/next-turn.ts';
import { headSkin } from './occluder.ts';
import type { MergedSolids } from './solids.ts';

/** The skin, a little inside of where it may really be, so that what lies on it is not cut. */
const INSET_CM = 0.12;
const SEGMENTS_PER_ROOT_CM = 9;
/** The lamp's directions: from above and in front, spread so that edges are soft, and straight out for what touches. */
const RAYS = [
  ...[-0.55, -0.2, 0.2, 0.55].flatMap((x) =>
    [0.25, 0.6, 0.95].map((z) => new Vector3(x, 0.8, z).normalize()),
  ),
];
const DARKEST = 0.48;
/** A wire's faint shadow would only look like dirt on the skin; a brim's is meant. */
const FROM_SHARE = 0.25;
/** Corners lighter than this are not drawn at all. */
const FAINTEST = 0.025;
/** How far a shadow falls, and where on its way rays look. */
const REACH_CM = 4.5;
const STEP_CM = 0.35;
const FIRST_CM = 0.3;
/** A sheet of one cell takes four fifths of the light, a wire much less. */
const ABSORBED_PER_CM = 3.2;

/** Corners shaded between two breaths. */
const CORNERS_A_TURN = 400;

/** The same for all filters; made when first needed. */
let skin: BufferGeometry | null = null;

/** A geometry with an attribute "darkness" of 0..1; null when nothing casts a shadow. Works in pieces of some 10 ms. */
export async function bakeContactShadow(solids: readonly MergedSolids[]): Promise<BufferGeometry | null> {
  const casting = solids.filter(({ finish }) => finish !== 'clear');
  if (casting.length === 0) return null;
  const space = createSpace();
  for (const { geometry } of casting) {
    fillSpace(space, geometry);
    await nextTurn();
  }
  for (const axis of [0, 1, 2] as const) {
    soften(space, axis);
    await nextTurn();
  }
  skin ??= headSkin(INSET_CM, SEGMENTS_PER_ROOT_CM);
  await nextTurn();
  const position = skin.getAttribute('position');
  const normal = skin.getAttribute('normal');
  const darkness = new Float32Array(position.count);
  const [point, out] = [new Vector3(), new Vector3()];
  const index = skin.index!;
  let done = 0;
  for (const vertex of new Set(index.array)) {
    done += 1;
    if (done % CORNERS_A_TURN === 0) await nextTurn();
    point.fromBufferAttribute(position, vertex);
    if (!isNear(space, point)) continue;
    out.fromBufferAttribute(normal, vertex);
    const share = Math.max(0, shade(space, point, out) - FROM_SHARE) / (1 - FROM_SHARE);
    darkness[vertex] = DARKEST * share * share;
  }
  const kept: number[] = [];
  for (let at = 0; at < index.count; at += 3) {
    const corners = [index.getX(at), index.getX(at + 1), index.getX(at + 2)];
    if (corners.some((corner) => darkness[corner]! > FAINTEST)) kept.push(...corners);
  }
  if (kept.length === 0) return null;
  const shadow = new BufferGeometry();
  shadow.setAttribute('position', position);
  shadow.setAttribute('darkness', new Float32BufferAttribute(darkness, 1));
  shadow.setIndex(kept);
  return shadow;
}

/** 0..1: how much of the lamp a corner does not see. */
function shade({ fog }: Space, from: Vector3, normal: Vector3): number {
  let hidden = 0;
  let weights = 0;
  // A little along the normal, so that a solid that sinks into the skin does not shade itself everywhere.
  const [fromX, fromY, fromZ] = [from.x + normal.x * 0.2, from.y + normal.y * 0.2, from.z + normal.z * 0.2];
  for (const ray of RAYS) {
    const weight = Math.max(0.15, ray.dot(normal));
    weights += weight;
    let passed = 0;
    for (let way = FIRST_CM; way < REACH_CM; way += STEP_CM) {
      const cell = cellAt(fromX + ray.x * way, fromY + ray.y * way, fromZ + ray.z * way);
      if (cell >= 0) passed += fog[cell]! * STEP_CM * (1 - (way / REACH_CM) ** 2);
    }
    hidden += weight * (1 - Math.exp(-ABSORBED_PER_CM * passed));
  }
  return hidden / weights;
}

/** Cubes of half a centimetre about the head; beyond them nothing casts a shadow. */
const CELL_CM = 0.5;
const CELLS = 96;
const ORIGIN_CM = new Vector3(-24, -16, -34);

/** Most filters fill little of it, and only that little is worked on. */
interface Space {
  readonly fog: Float32Array;
  /** Of cells that are not empty, along each axis. */
  readonly first: [number, number, number];
  readonly last: [number, number, number];
}

function createSpace(): Space {
  return { fog: new Float32Array(CELLS ** 3), first: [CELLS, CELLS, CELLS], last: [-1, -1, -1] };
}

/** Whether a ray that starts here can pass through anything. */
function isNear({ first, last }: Space, { x, y, z }: Vector3): boolean {
  const reach = (REACH_CM + 2 * CELL_CM) / CELL_CM;
  const at = [(x - ORIGIN_CM.x) / CELL_CM, (y - ORIGIN_CM.y) / CELL_CM, (z - ORIGIN_CM.z) / CELL_CM];
  return at.every((cell, axis) => cell > first[axis]! - reach && cell < last[axis]! + 1 + reach);
}

/** Minus one outside. */
function cellAt(xCm: number, yCm: number, zCm: number): number {
  const x = Math.floor((xCm - ORIGIN_CM.x) / CELL_CM);
  const y = Math.floor((yCm - ORIGIN_CM.y) / CELL_CM);
  const z = Math.floor((zCm - ORIGIN_CM.z) / CELL_CM);
  if (x < 0 || y < 0 || z < 0 || x >= CELLS || y >= CELLS || z >= CELLS) return -1;
  return (z * CELLS + y) * CELLS + x;
}

/** Marks the cubes that triangles pass through, by points spread over each of them. */
function fillSpace({ fog, first, last }: Space, geometry: BufferGeometry): void {
  const position = geometry.getAttribute('position');
  const index = geometry.index!;
  const glow = geometry.getAttribute('glow');
  const [a, b, c, point] = [new Vector3(), new Vector3(), new Vector3(), new Vector3()];
  for (let at = 0; at < index.count; at += 3) {
    // What glows casts light and no shadow.
    if (glow.getX(index.getX(at)) > 0) continue;
    a.fromBufferAttribute(position, index.getX(at));
    b.fromBufferAttribute(position, index.getX(at + 1)).sub(a);
    c.fromBufferAttribute(position, index.getX(at + 2)).sub(a);
    const steps = Math.max(1, Math.ceil(Math.max(b.length(), c.length()) / (0.8 * CELL_CM)));
    for (let along = 0; along <= steps; along += 1) {
      for (let across = 0; across <= steps - along; across += 1) {
        point
          .copy(a)
          .addScaledVector(b, along / steps)
          .addScaledVector(c, across / steps);
        const cell = cellAt(point.x, point.y, point.z);
        if (cell < 0 || fog[cell] === 1) continue;
        fog[cell] = 1;
        const place = [cell % CELLS, Math.floor(cell / CELLS) % CELLS, Math.floor(cell / CELLS ** 2)];
        for (let axis = 0; axis < 3; axis += 1) {
          first[axis] = Math.min(first[axis]!, place[axis]!);
          last[axis] = Math.max(last[axis]!, place[axis]!);
        }
      }
    }
  }
}

/** Mean of three cells along an axis, in place: what is thin becomes faint, and the fog larger by a cell each way. */
function soften({ fog, first, last }: Space, axis: 0 | 1 | 2): void {
  first[axis] = Math.max(0, first[axis] - 1);
  last[axis] = Math.min(CELLS - 1, last[axis] + 1);
  const stride = CELLS ** axis;
  const [across, along] = axis === 0 ? ([1, 2] as const) : axis === 1 ? ([0, 2] as const) : ([0, 1] as const);
  for (let a = first[across]; a <= last[across]; a += 1) {
    for (let b = first[along]; b <= last[along]; b += 1) {
      let before = 0;
      let at = a * CELLS ** across + b * CELLS ** along + first[axis] * stride;
      for (let step = first[axis]; step <= last[axis]; step += 1, at += stride) {
        const own = fog[at]!;
        const after = step + 1 < CELLS ? fog[at + stride]! : 0;
        fog[at] = (before + own + after) / 3;
        before = own;
      }
    }
  }
}
