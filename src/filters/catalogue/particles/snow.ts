import type { Filter } from '../../schema/filter.ts';
import type { Sprite } from '../../schema/particles-schema.ts';

/** A flake out of focus: a soft ball, drawn in steps because gradients have no transparency. */
const ball: Sprite = {
  viewBox: [-50, -50, 100, 100],
  shapes: [48, 38, 28].map((radius) => ({
    d: `M${-radius} 0 A${radius} ${radius} 0 1 1 ${radius} 0 A${radius} ${radius} 0 1 1 ${-radius} 0 Z`,
    fill: '#ffffff',
    opacity: 0.5,
  })),
};

/** A crystal of six arms. */
const crystal: Sprite = {
  viewBox: [-50, -50, 100, 100],
  shapes: [
    {
      d: 'M0 -44 V44 M-38.1 -22 L38.1 22 M-38.1 22 L38.1 -22',
      stroke: '#ffffff',
      strokeWidth: 7,
    },
    {
      d: 'M-9 -38 L0 -28 L9 -38 M-9 38 L0 28 L9 38 M-37.5 -11.2 L-24.2 -14 L-28.4 -26.8 M37.5 11.2 L24.2 14 L28.4 26.8 M-28.4 26.8 L-24.2 14 L-37.5 11.2 M28.4 -26.8 L24.2 -14 L37.5 -11.2',
      stroke: '#eaf6ff',
      strokeWidth: 5,
    },
  ],
};

/** Snow over the whole picture, before and behind the head. */
export const snow: Filter = {
  version: 1,
  id: 'snow',
  name: 'Snow',
  description: 'Snow that falls over the whole picture',
  group: 'particles',
  onFailure: 'open',
  particles: {
    around: 'screen',
    motion: 'fall',
    count: 90,
    sprites: [ball, ball, ball, crystal],
    sizeCm: [0.6, 2],
    periodS: [6, 11],
    swayCm: 4,
    turnsPerS: 0.12,
    opacity: 0.95,
  },
};
