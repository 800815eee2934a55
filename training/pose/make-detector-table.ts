/**
 * `tsx training/pose/make-detector-table.ts FOLDER=HEAD...`: looks at rendered heads with the engine's own sampler,
 * net and decoding, and writes detector-table.f32. Owns how often and how unsteadily is looked; README.md beside it
 * says on which pictures the committed table was made.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createNodeDetector, decodeJpeg } from '../../harness/node-detector.ts';
import { createRandom, type RandomSource } from '../../harness/seeded-random.ts';
import type { Detector } from '../../src/engine/faces/detector.ts';
import { type Crop, type Face, faceCrop, letterboxCrop } from '../../src/engine/sample/crop.ts';
import { raysFromPixels } from '../../src/geometry/canonical-keypoints.ts';
import type { Intrinsics } from '../../src/geometry/intrinsics.ts';
import type { FramePixels } from '../../src/shared/engine-protocol.ts';
import { encodeTable, HEADS, type HeadName, mirrorRays, type SeenHead, TABLE } from './detector-table.ts';
import { fitTruth } from './fit-truth.ts';
import { type LabelledHead, mirrorHead, mirrorPixels, readLabelledFolder } from './labelled-heads.ts';

const SEED = 7;
const LOOKS = 3;
/** Standard deviations of a crop that follows a moving head one frame late. */
const SHIFT_SIDES = 0.05;
const LOG_SCALE = 0.1;
const TURN_RADIANS = 0.12;

const folders = process.argv.slice(2).map((argument) => {
  const [folder, head] = argument.split('=') as [string, HeadName];
  if (!HEADS.includes(head))
    throw new Error(`expected FOLDER=HEAD with a head of ${HEADS.join(', ')}, got ${argument}`);
  return { folder, head };
});

const { detector } = await createNodeDetector();
const seenHeads: SeenHead[] = [];
for (const { folder, head } of folders) {
  const images = await readLabelledFolder(folder);
  for (const [index, image] of images.entries()) {
    const pixels = decodeJpeg(await readFile(image.path));
    const truth = image.heads[0]!;
    const width = pixels.widthPx;
    const plain = lookAround(detector, pixels, truth, createRandom(SEED, 2 * index));
    const mirrored = lookAround(
      detector,
      mirrorPixels(pixels),
      mirrorHead(truth, width),
      createRandom(SEED, 2 * index + 1),
    );
    seenHeads.push({
      head,
      pose: fitTruth(truth, image.intrinsics),
      plain: plain.map((face) => raysOf(face, image.intrinsics)),
      mirrored: mirrored.map((face) => {
        const rays = raysOf(face, image.intrinsics);
        mirrorRays(rays);
        return rays;
      }),
    });
    if (index % 50 === 49) console.log(`${head}: ${index + 1} of ${images.length} pictures`);
  }
}
await writeFile(TABLE, encodeTable(seenHeads));
console.log(`Wrote ${seenHeads.length} heads to ${TABLE.pathname}`);

/** A scan, a steady second look, then unsteady ones, each where the one before saw the face. */
function lookAround(
  detector: Detector,
  pixels: FramePixels,
  truth: LabelledHead,
  random: RandomSource,
): Face[] {
  const faces: Face[] = [];
  let from =
    nearestFace(detector, pixels, letterboxCrop(pixels.widthPx, pixels.heightPx), truth) ?? trueFace(truth);
  for (let look = 0; look < LOOKS; look++) {
    const crop = faceCrop(from);
    const face = nearestFace(detector, pixels, look === 0 ? crop : unsteady(crop, random), truth);
    if (face === null) continue;
    faces.push(face);
    from = face;
  }
  return faces;
}

function unsteady(crop: Crop, { normal }: RandomSource): Crop {
  return {
    centreXPx: crop.centreXPx + SHIFT_SIDES * normal() * crop.sidePx,
    centreYPx: crop.centreYPx + SHIFT_SIDES * normal() * crop.sidePx,
    sidePx: crop.sidePx * Math.exp(LOG_SCALE * normal()),
    angleRadians: crop.angleRadians + TURN_RADIANS * normal(),
  };
}

/** The face nearest to the true one, unless that is another part of the picture. */
function nearestFace(detector: Detector, pixels: FramePixels, crop: Crop, truth: LabelledHead): Face | null {
  const { boxCentreXPx, boxCentreYPx, boxSidePx } = trueFace(truth);
  const away = (face: Face) => Math.hypot(face.boxCentreXPx - boxCentreXPx, face.boxCentreYPx - boxCentreYPx);
  const [nearest] = detector.detect(pixels, crop).faces.toSorted((a, b) => away(a) - away(b));
  return nearest && away(nearest) < 0.6 * boxSidePx ? nearest : null;
}

/** Where the detector would have put its box had it found the face. */
function trueFace({ keypointsPx }: LabelledHead): Face {
  const point = (i: number) => [keypointsPx[2 * i]!, keypointsPx[2 * i + 1]!] as const;
  const [right, left, nose, mouth] = [point(0), point(1), point(2), point(3)];
  const spans = [0, 1, 2, 3, 4, 5].flatMap((i) =>
    [0, 1, 2, 3, 4, 5].map((j) => Math.hypot(point(i)[0] - point(j)[0], point(i)[1] - point(j)[1])),
  );
  return {
    score: 0,
    keypointsPx,
    boxCentreXPx: (right[0] + left[0] + nose[0] + mouth[0]) / 4,
    boxCentreYPx: (right[1] + left[1] + nose[1] + mouth[1]) / 4,
    boxSidePx: Math.max(...spans),
  };
}

function raysOf({ keypointsPx }: Face, intrinsics: Intrinsics): Float32Array {
  const rays = new Float64Array(12);
  raysFromPixels(keypointsPx, intrinsics, rays);
  return Float32Array.from(rays);
}
