/**
 * npm run convert:blazeface: MediaPipe's short-range face detector (.tflite) -> models/blazeface (tfjs graph model).
 * Owns which file is converted and what its contract says; how is in training/tflite/. The same bytes every time.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KEYPOINT_NAMES } from '../src/geometry/face-model.ts';
import { writeGraphModel } from './tflite/graph-model.ts';
import { readTfliteGraph } from './tflite/read-graph.ts';
import { toGraphModel } from './tflite/to-graph-model.ts';

const SOURCE = {
  package: '@mediapipe/face_detection',
  file: 'face_detection_short_range.tflite',
  sha256: '3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633',
};

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Makes all files of models/blazeface but its licence. Throws when the npm package holds another net. */
export function convertBlazeface(): Record<'model.json' | 'weights.bin' | 'contract.json', Uint8Array> {
  const packagePath = createRequire(import.meta.url).resolve(`${SOURCE.package}/package.json`);
  const { version, license } = JSON.parse(readFileSync(packagePath, 'utf8'));
  const tflite = readFileSync(join(dirname(packagePath), SOURCE.file));
  if (sha256(tflite) !== SOURCE.sha256) {
    throw new Error(`${SOURCE.file}: expected sha256 ${SOURCE.sha256}, got ${sha256(tflite)}`);
  }
  // One output [1, 896, 17], score first: what @tensorflow-models/blazeface decodes.
  const heads = { outputs: ['classificators', 'regressors'], axis: 2, name: 'detections' };
  const graph = toGraphModel(readTfliteGraph(tflite), heads);
  const { json, bin } = writeGraphModel(graph, 'weights.bin');
  const files = { 'model.json': Buffer.from(json), 'weights.bin': bin };

  const contract = {
    name: 'BlazeFace, short range',
    task: 'Faces within about 2 m of a camera: a score, a box and six keypoints for each.',
    source: {
      ...SOURCE,
      version,
      bytes: tflite.length,
      license,
      paper: 'Bazarevsky et al., BlazeFace, 2019, arXiv:1907.05047',
    },
    howMade: 'npm run convert:blazeface (training/convert-blazeface.ts): weights unchanged, float16.',
    format: 'tfjs graph model',
    input: {
      name: graph.input.name,
      shape: graph.input.shape,
      axes: ['batch', 'y', 'x', 'channel'],
      channels: ['red', 'green', 'blue'],
      normalisation: 'value / 127.5 - 1, from 0..255 to -1..1',
      picture: 'square, letterboxed with black, never squashed',
    },
    output: {
      name: graph.output.name,
      shape: graph.output.shape,
      axes: ['batch', 'anchor', 'number'],
      row: [
        'logit',
        'boxCentreX',
        'boxCentreY',
        'boxWidth',
        'boxHeight',
        ...KEYPOINT_NAMES.flatMap((name) => [`${name}X`, `${name}Y`]),
      ],
      units: "pixels of the 128 x 128 input, x right, y down; positions relative to the row's anchor",
      score: 'sigmoid(logit)',
    },
    keypoints: {
      order: KEYPOINT_NAMES,
      sides: "the subject's: right is image left in an unmirrored picture",
    },
    anchors: {
      order: 'layer by layer, row by row, column by column; all anchors of a cell stand at its centre',
      position: 'stride * (index + 0.5), in input pixels',
      layers: [
        { stride: 8, cells: [16, 16], anchorsPerCell: 2 },
        { stride: 16, cells: [8, 8], anchorsPerCell: 6 },
      ],
    },
    decoding: {
      scoreThreshold: 0.5,
      nonMaxSuppression:
        'boxes that overlap the best one by more than 0.3 (intersection over union) are averaged, weighted by score',
    },
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]),
    ),
  };
  return { ...files, 'contract.json': Buffer.from(`${JSON.stringify(contract, null, 2)}\n`) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../models/blazeface/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(convertBlazeface())) {
    writeFileSync(join(folder, name), bytes);
    console.log(`models/blazeface/${name}: ${bytes.length} bytes, sha256 ${sha256(bytes)}`);
  }
}
