import { expect, test } from 'vitest';
import { pictureBytes, pictureName } from './save-picture.ts';

test('a name sorts by time and is one that every file system takes', () => {
  const names = [new Date(2026, 0, 2, 3, 4, 5), new Date(2026, 0, 2, 13, 4, 5), new Date(2026, 10, 1)].map(
    pictureName,
  );
  expect(names[0]).toBe('filtroume 2026-01-02 03.04.05.png');
  expect(names.toSorted()).toEqual(names);
  for (const name of names) expect(name).not.toMatch(/[\\/:*?"<>|]/);
});

test('the bytes come back as they were sent', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const picture = pictureBytes({ base64: Buffer.from(bytes).toString('base64'), mime: 'image/png' });
  expect(picture.type).toBe('image/png');
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(bytes);
});
