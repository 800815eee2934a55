/**
 * Where a particle is at a time. Pure: a declaration, a number and a time in, a place out; the same for everybody.
 * Owns the motions. Places are in centimetres about the middle of a head, y up, z to the camera; on a screen x and y
 * are shares of the frame, from 0 at its top left corner.
 */
import type { Particles } from '../../../filters/schema/particles-schema.ts';

export interface ParticlePlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly sizeCm: number;
  /** Counter-clockwise turn in the picture. */
  readonly angleRadians: number;
  /** Width left of a particle that shows its edge, 0..1. */
  readonly facing: number;
  readonly opacity: number;
  readonly sprite: number;
}

const USUAL = { radiusCm: 15, heightCm: 34, raisedCm: 0, swayCm: 0, turnsPerS: 0, pulsesPerS: 0 } as const;
/** Parts of its way on which a particle comes and goes, so that none pops in or out. */
const FADE = 0.14;
/** Particles keep out of the innermost of the space, where the head is. */
const INNER = 0.55;
/** A particle on the screen starts this far above it, in shares of the frame's height. */
const OUTSIDE = 0.1;
const TURN = 2 * Math.PI;
/** How far from the head's own left and right particles before it may be. */
const SIDEWAYS = Math.PI / 3;

export function particleAt(spec: Particles, index: number, timeS: number): ParticlePlace {
  const { radiusCm, heightCm, raisedCm, swayCm, turnsPerS, pulsesPerS } = { ...USUAL, ...spec };
  const { seed = 1, sizeCm, periodS, around, sprites } = spec;
  // There is nothing to go around on a screen.
  const motion = around === 'screen' && spec.motion === 'orbit' ? 'drift' : spec.motion;
  const own = (salt: number, cycle = 0) => random(seed, index, cycle, salt);
  const period = motion === 'orbit' ? periodS[0] : mix(periodS, own(1));
  const progress = timeS / period + (motion === 'orbit' ? index / spec.count : own(2));
  const cycle = Math.floor(progress);
  const way = progress - cycle;
  const swing = Math.sin(TURN * (own(3) + way * (1 + Math.floor(2 * own(4)))));
  const pulse = 0.5 + 0.5 * Math.sin(TURN * (pulsesPerS * timeS + own(5)));
  const shared = {
    sizeCm: mix(sizeCm, own(6)) * (pulsesPerS > 0 ? 0.7 + 0.3 * pulse : 1),
    angleRadians: TURN * (turnsPerS > 0 ? turnsPerS * (2 * own(7) - 1) * timeS + own(8) : 0),
    facing: spec.tumbles ? Math.abs(Math.cos(TURN * (timeS * (0.3 + 0.6 * own(9)) + own(10)))) : 1,
    opacity:
      (spec.opacity ?? 1) *
      (pulsesPerS > 0 ? 0.35 + 0.65 * pulse : 1) *
      (motion === 'orbit' ? 1 : Math.min(1, way / FADE, (1 - way) / FADE)),
    sprite: index % sprites.length,
  };
  if (around === 'screen') {
    const fallen = motion === 'fall' ? way : motion === 'rise' ? 1 - way : own(11, cycle);
    return {
      ...shared,
      opacity: motion === 'drift' ? shared.opacity : (spec.opacity ?? 1),
      x: own(12, cycle) + (swayCm * swing) / 100,
      y: (1 + 2 * OUTSIDE) * fallen - OUTSIDE,
      z: own(13) - 0.5,
    };
  }
  if (motion === 'orbit') {
    const angle = TURN * way;
    return {
      ...shared,
      x: radiusCm * Math.cos(angle),
      y: raisedCm + swayCm * Math.sin(TURN * (own(3) + timeS / period)),
      z: radiusCm * Math.sin(angle),
    };
  }
  const angle = angleAround(own(14, cycle));
  const radius = radiusCm * (INNER + (1 - INNER) * Math.sqrt(own(15, cycle)));
  const height = motion === 'drift' ? own(16, cycle) : motion === 'fall' ? 1 - way : way;
  return {
    ...shared,
    x: radius * Math.cos(angle) + swayCm * swing,
    y: raisedCm + heightCm * (height - 0.5),
    z: radius * Math.sin(angle),
  };
}

/** Anywhere behind the head; before it only to the sides, so that the face stays free most of the time. */
function angleAround(share: number): number {
  const way = 2 * share;
  if (way < 1) return -way * Math.PI;
  const before = 2 * (way - 1) - 1;
  return before < 0 ? -before * SIDEWAYS : Math.PI - before * SIDEWAYS;
}

function mix([least, most]: readonly [number, number], share: number): number {
  return least + (most - least) * share;
}

/** 0..1 from four whole numbers: a hash after Jenkins' "one at a time" (2006). */
function random(seed: number, index: number, cycle: number, salt: number): number {
  let hash = 0;
  for (const word of [seed, index, cycle, salt]) {
    hash = Math.imul(hash + word + 0x9e3779b9, 1025);
    hash ^= hash >>> 6;
  }
  hash = Math.imul(hash, 9);
  hash ^= hash >>> 11;
  hash = Math.imul(hash, 32769);
  hash ^= hash >>> 15;
  return (hash >>> 0) / 4294967296;
}
