/**
 * The page's door: what comes from the preparer is checked before it is painted, so that a version that does not fit is
 * refused with its reason and no loop runs past the end of an array. Pure; owns the check, not the forms (prepared-parts.ts).
 */
import { bytesOf } from '../shared/bytes-of.ts';
import type { LookParts } from './prepared-look.ts';
import {
  type GradeTable,
  MOST_BYTES,
  type PaintedWords,
  type Patch,
  type WornModel,
  type WornSurface,
} from './prepared-parts.ts';

const CHANNELS = 3;
const LUMA_ENTRIES = 64 * 64 * 256;
const CHROMA_ENTRIES = 32 * 128 * 128;

/** @throws Error that names the part, what was expected of it and what came */
export function checkParts(candidate: unknown): LookParts {
  const parts = candidate as LookParts;
  expect(isObject(parts) && isObject(parts.effects), 'a look', 'parts by effect', candidate);
  expect(
    parts.onFailure === 'open' || parts.onFailure === 'closed',
    'onFailure',
    'open or closed',
    parts.onFailure,
  );
  expect(Array.isArray(parts.requires), 'requires', 'a list', parts.requires);
  expect(
    parts.covers === null || parts.covers === 'heads' || parts.covers === 'everything',
    'covers',
    'heads, everything or nothing',
    parts.covers,
  );
  const bytes = bytesOf(parts.effects);
  expect(bytes <= MOST_BYTES, 'the size', `${MOST_BYTES} bytes at most`, bytes);
  const { grade, particles, wear, screen } = parts.effects;
  if (grade) checkGrade(grade);
  for (const sizes of particles?.sprites ?? []) for (const painted of sizes) checkWords(painted, 'a sprite');
  for (const patch of screen?.patches ?? []) checkPatch(patch);
  for (const model of [wear?.first, wear?.others]) if (model) checkModel(model);
  return parts;
}

function checkGrade({ luma, chroma }: GradeTable): void {
  expect(
    luma instanceof Uint8Array && luma.length === LUMA_ENTRIES,
    'luma of a grade',
    `${LUMA_ENTRIES} bytes`,
    luma?.length,
  );
  expect(
    chroma instanceof Uint16Array && chroma.length === CHROMA_ENTRIES,
    'chroma of a grade',
    `${CHROMA_ENTRIES} pairs`,
    chroma?.length,
  );
}

function checkWords({ widthPx, heightPx, words }: PaintedWords, name: string): void {
  expect(
    words instanceof Uint32Array && words.length === widthPx * heightPx && words.length > 0,
    name,
    `${widthPx} x ${heightPx} words`,
    words?.length,
  );
}

function checkPatch({ region, drawn }: Patch): void {
  const { rgba, strideRowPx, columnPx } = drawn;
  const needed = 4 * ((region.heightPx - 1) * strideRowPx + columnPx + region.widthPx);
  expect(
    rgba instanceof Uint8Array && rgba.length >= needed,
    'a patch of the screen',
    `${needed} bytes`,
    rgba?.length,
  );
}

function checkModel({ surfaces, matcaps, pointsCm }: WornModel): void {
  expect(Array.isArray(surfaces), 'surfaces of a worn model', 'a list', surfaces);
  expect(
    pointsCm instanceof Float32Array && pointsCm.length % CHANNELS === 0,
    'points of a worn model',
    'three numbers each',
    pointsCm?.length,
  );
  const cells = matcaps ? matcaps.words.length / matcaps.cellPx ** 2 : 0;
  expect(Number.isInteger(cells), 'matcaps', 'whole cells', cells);
  for (const surface of surfaces) checkSurface(surface, cells);
}

function checkSurface(surface: WornSurface, cells: number): void {
  const { kind, positionsCm, corners } = surface;
  const vertices = positionsCm.length / CHANNELS;
  expect(
    positionsCm instanceof Float32Array && Number.isInteger(vertices),
    `positions of ${kind}`,
    'three numbers each',
    positionsCm?.length,
  );
  expect(
    corners instanceof Uint32Array && corners.length % CHANNELS === 0,
    `corners of ${kind}`,
    'three a triangle',
    corners?.length,
  );
  expect(
    corners.every((corner) => corner < vertices),
    `corners of ${kind}`,
    `below ${vertices}`,
    'one beyond',
  );
  if (kind === 'head') return;
  if (kind === 'shadow') {
    expectLength(surface.darkness, vertices, 'darkness of a shadow');
    return;
  }
  expectLength(surface.normals, CHANNELS * vertices, `normals of ${kind}`);
  if (kind === 'picture') {
    expectLength(surface.places, 2 * vertices, 'places of a picture');
    expect(surface.levels.length > 0, 'levels of a picture', 'one at least', surface.levels.length);
    for (const level of surface.levels) checkWords(level, 'a picture');
    return;
  }
  expectLength(surface.slots, vertices, `slots of ${kind}`);
  expectLength(surface.glows, vertices, `glows of ${kind}`);
  expect(
    surface.slots.every((slot) => slot < cells),
    `slots of ${kind}`,
    `below ${cells}`,
    'one beyond',
  );
}

function expectLength(array: { readonly length: number }, length: number, name: string): void {
  expect(ArrayBuffer.isView(array) && array.length === length, name, `${length} numbers`, array?.length);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function expect(holds: boolean, name: string, expected: string, received: unknown): void {
  if (!holds)
    throw new Error(`Prepared look: expected ${name} to be ${expected}, received ${String(received)}`);
}
