/** Cameras of odd sizes and rates. */
import type { Fault } from './fault.ts';
import { makeStripesClip } from './stripes-clip.ts';

const exact = (width: number, height: number) => ({ width: { exact: width }, height: { exact: height } });

export const SOURCE_FAULTS: readonly Fault[] = [
  { name: 'frames of 16x16', video: exact(16, 16), problem: null, end: 'frames' },
  { name: 'frames of an odd size, 321x239', video: exact(321, 239), problem: null, end: 'frames' },
  {
    name: 'frames of 3840x2160',
    stage: { clip: () => makeStripesClip({ widthPx: 3840, heightPx: 2160, framesPerSecond: 10, frames: 4 }) },
    video: exact(3840, 2160),
    problem: null,
    end: 'frames',
    isSlow: true,
  },
  {
    name: '1 frame a second',
    video: { frameRate: { exact: 1 } },
    problem: null,
    end: 'frames',
    isSlow: true,
  },
  {
    name: '60 frames a second',
    stage: { clip: () => makeStripesClip({ widthPx: 640, heightPx: 480, framesPerSecond: 60, frames: 30 }) },
    video: { frameRate: { ideal: 60 } },
    problem: null,
    end: 'frames',
    isSlow: true,
  },
];
