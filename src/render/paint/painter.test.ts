import { expect, test } from 'vitest';
import { noiseFrame } from '../../../tests/fakes/frames.ts';
import type { PaintMoment, PaintStep, PreparedLook } from '../prepared-look.ts';
import type { Moment } from './heads/moment.ts';
import { createPainter } from './painter.ts';

const SIZE = { widthPx: 64, heightPx: 48 };
const DARK = 20;
const moment = (timestampUs: number, ...ids: number[]): Moment => ({
  timestampUs,
  heads: ids.map((id) => ({ id, pose: { rotation: [0, 0, 0, 1], translationCm: [0, 0, -60] } })),
});

/** A look that writes down what is asked of it; its step on the camera's picture makes the frame dark. */
function createNotedLook() {
  const notes: string[] = [];
  const moments: PaintMoment[] = [];
  const note = (what: string) => (known: PaintMoment) => {
    notes.push(`${what} ${known.room.light[0] < 1 ? 'in the dark' : 'in light'}`);
    moments.push(known);
  };
  const steps: PaintStep[] = [
    {
      effect: 'darken',
      paintsOn: 'camera',
      paint(pixels, known) {
        note('camera')(known);
        new Uint8Array(pixels.data).fill(DARK, 0, pixels.widthPx * pixels.heightPx);
      },
    },
    { effect: 'lay', paintsOn: 'picture', paint: (_, known) => note('picture')(known) },
  ];
  const look: PreparedLook = {
    onFailure: 'open',
    requires: new Set(),
    covers: null,
    steps,
    isLit: true,
    fits: () => true,
  };
  return { look, notes, moments };
}

test("the room's light is measured on the corrected picture, before anything is laid over it", () => {
  const { look, notes } = createNotedLook();
  createPainter().paint(noiseFrame({ ...SIZE, format: 'I420' }), moment(0), look);
  expect(notes).toEqual(['camera in light', 'picture in the dark']);
});

test('heads go on fading when the look changes', () => {
  const painter = createPainter();
  const pixels = noiseFrame({ ...SIZE, format: 'I420' });
  painter.paint(pixels, moment(0, 1), createNotedLook().look);
  const { look, moments } = createNotedLook();
  painter.paint(pixels, moment(100_000), look);
  expect(moments[0]?.fadingHeads.map(({ id }) => id)).toEqual([1]);
  expect(moments[0]?.fadingHeads[0]?.opacity).toBeCloseTo(2 / 3);
});
