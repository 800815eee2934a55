import type { Filter } from '../../schema/filter.ts';
import { facePaint } from '../../shapes/face-paint.ts';

/** A word on the forehead, readable for the others. */
export const foreheadText: Filter = {
  version: 1,
  id: 'forehead-text',
  name: 'Forehead text',
  description: 'A word of your own, painted on the forehead',
  group: 'picture',
  onFailure: 'open',
  pictures: [
    facePaint([
      {
        text: 'HELLO',
        at: [0, -64],
        size: 26,
        align: 'centre',
        weight: 'black',
        fill: '#1d4ed8',
        opacity: 0.9,
        maxWidth: 96,
        edit: 0,
      },
    ]),
  ],
};
