/**
 * Where the crop is that keeps the wearer centred and large, over time. Owns the path: slack before it follows, a
 * critically damped approach (it never overshoots), limits. Time is an argument; cropping is crop-planes.ts.
 */
import type { Framing } from '../../../filters/schema/framing-schema.ts';
import type { HeadPose } from '../../../geometry/head-pose.ts';
import { assumeIntrinsics } from '../../../geometry/intrinsics.ts';
import { projectFacePoint } from '../../../geometry/projection.ts';
import { HEAD_CENTRE_CM } from '../heads/head-outline.ts';
import type { FrameCrop } from './crop-planes.ts';

export interface FramingPath {
  /** The crop of the frame with this timestamp. A pause or a step back in time begins anew, settled at once. */
  at(moment: FramingMoment): FrameCrop;
}

export interface FramingMoment {
  readonly timestampUs: number;
  readonly poses: readonly HeadPose[];
  readonly widthPx: number;
  readonly heightPx: number;
}

const USUAL = { headAt: 0.45, mostZoom: 2, settleS: 0.9, slack: 0.07, strength: 1 } as const;

/** Chin to crown, and half of it to the sides, so that heads apart stay in view. */
const HEAD_HEIGHT_CM = 25;
/** What several heads may fill of the crop's width. */
const GROUP_SHARE = 0.8;
/** The head's share of the crop's height that centring it may cost. */
const LARGEST_HEAD = 0.72;
/** Zooms this much off the wanted one, as a share, are left as they are. */
const ZOOM_SLACK = 0.12;
const PAUSE_S = 0.5;
/** Without a head for so long, the crop opens to the whole frame. */
const OPEN_AFTER_S = 1.5;
/** A critically damped spring has done 95 % of its way after 4.7 / its rate. */
const SETTLED = 4.7;

/** Middle of the crop in shares of the frame, and the logarithm of the zoom, so that in and out look alike. */
type Aim = [x: number, y: number, logZoom: number];
const WHOLE: Aim = [0.5, 0.5, 0];

export function createFramingPath(framing: Framing): FramingPath {
  const { settleS, slack } = { ...USUAL, ...framing };
  let lastUs: number | null = null;
  let seenUs = 0;
  let goal: Aim = [...WHOLE];
  let place: Aim = [...WHOLE];
  let speed: Aim = [0, 0, 0];

  return {
    at(moment) {
      const { timestampUs, widthPx, heightPx } = moment;
      const dt = lastUs === null ? -1 : (timestampUs - lastUs) / 1e6;
      const begins = dt < 0 || dt > PAUSE_S;
      lastUs = timestampUs;
      const wanted = aimAt(moment, framing);
      if (wanted) seenUs = timestampUs;
      if (wanted && (begins || isFar(wanted, goal, slack))) goal = wanted;
      if (!wanted && (begins || timestampUs - seenUs > OPEN_AFTER_S * 1e6)) goal = [...WHOLE];
      if (begins) {
        place = [...goal];
        speed = [0, 0, 0];
      } else {
        const rate = SETTLED / settleS;
        const fade = Math.exp(-rate * dt);
        for (const axis of [0, 1, 2] as const) {
          // The exact solution of a critically damped spring over dt.
          const off = place[axis] - goal[axis];
          const pull = (speed[axis] + rate * off) * dt;
          place[axis] = goal[axis] + (off + pull) * fade;
          speed[axis] = (speed[axis] - rate * pull) * fade;
        }
      }
      return cropOf(place, widthPx, heightPx);
    },
  };
}

/** Where the crop should be for these heads; null without any. */
function aimAt({ poses, widthPx, heightPx }: FramingMoment, framing: Framing): Aim | null {
  const { headShare, headAt, mostZoom, strength } = { ...USUAL, ...framing };
  if (poses.length === 0) return null;
  const intrinsics = assumeIntrinsics(widthPx, heightPx);
  const heads = poses.map((pose) => {
    const [x, y] = projectFacePoint(HEAD_CENTRE_CM, pose, intrinsics);
    const height = (HEAD_HEIGHT_CM * intrinsics.focalPx) / -(pose.translationCm[2] + HEAD_CENTRE_CM[2]);
    return { x, y, height };
  });
  const left = Math.min(...heads.map(({ x, height }) => x - height / 2));
  const right = Math.max(...heads.map(({ x, height }) => x + height / 2));
  const top = Math.min(...heads.map(({ y, height }) => y - height / 2));
  const bottom = Math.max(...heads.map(({ y, height }) => y + height / 2));
  const tallest = Math.max(...heads.map(({ height }) => height));
  const fits = Math.min(
    (headShare * heightPx) / tallest,
    (GROUP_SHARE * widthPx) / (right - left),
    (GROUP_SHARE * heightPx) / (bottom - top),
  );
  const middle = (left + right) / 2 / widthPx;
  // A large head off the middle: nearer than wanted, if need be, for only a crop has room to move.
  const centring = Math.min(1 / (2 * Math.min(middle, 1 - middle)), (LARGEST_HEAD * heightPx) / tallest);
  const wanted = heads.length === 1 && middle > 0 && middle < 1 ? Math.max(fits, centring) : fits;
  const zoom = 1 + (Math.min(mostZoom, Math.max(1, wanted)) - 1) * strength;
  const share = 1 / zoom;
  return [
    within(middle, share),
    within((top + bottom) / 2 / heightPx + (0.5 - headAt) * share, share),
    Math.log(zoom),
  ];
}

function isFar(wanted: Aim, goal: Aim, slack: number): boolean {
  const share = Math.exp(-goal[2]);
  return (
    Math.abs(wanted[0] - goal[0]) > slack * share ||
    Math.abs(wanted[1] - goal[1]) > slack * share ||
    Math.abs(wanted[2] - goal[2]) > ZOOM_SLACK
  );
}

/** A middle from which a crop of this share stays in the frame. */
function within(middle: number, share: number): number {
  return Math.min(1 - share / 2, Math.max(share / 2, middle));
}

function cropOf([x, y, logZoom]: Aim, widthPx: number, heightPx: number): FrameCrop {
  const share = Math.min(1, Math.exp(-logZoom));
  return {
    xPx: (within(x, share) - share / 2) * widthPx,
    yPx: (within(y, share) - share / 2) * heightPx,
    widthPx: share * widthPx,
    heightPx: share * heightPx,
  };
}
