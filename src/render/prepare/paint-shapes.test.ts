import { expect, test } from 'vitest';
import type { TextShape } from '../../filters/schema/paint-schema.ts';
import { paintShapes } from './paint-shapes.ts';

/** A canvas that keeps how its last line was written. */
function writeLine(shape: Partial<TextShape>) {
  const written = { direction: 'inherit', textAlign: 'start', line: '' };
  const context = Object.assign(written, {
    ...{ globalAlpha: 1, measureText: () => ({ width: 10 }) },
    fillText: (line: string) => void Object.assign(written, { line }),
  });
  paintShapes(context as unknown as OffscreenCanvasRenderingContext2D, {
    viewBox: [0, 0, 100, 20],
    shapes: [{ text: '', at: [0, 10], size: 10, ...shape }],
  });
  return written;
}

test('each line runs its own way, whatever the page or the line before did', () => {
  expect(writeLine({ text: 'עדה!' })).toMatchObject({ direction: 'rtl', line: 'עדה!' });
  expect(writeLine({ text: 'Ada!' })).toMatchObject({ direction: 'ltr', line: 'Ada!' });
});

test('a line is aligned by sides, so that one from right to left stays in its box', () => {
  for (const text of ['Ada', 'עדה']) {
    expect(writeLine({ text }).textAlign).toBe('left');
    expect(writeLine({ text, align: 'right' }).textAlign).toBe('right');
    expect(writeLine({ text, align: 'centre' }).textAlign).toBe('center');
  }
});
