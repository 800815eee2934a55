import { expect, test } from 'vitest';
import { createPrivateList } from './private-list.ts';

test('items come in order, and may be taken out on the way', () => {
  const list = createPrivateList<{ name: string }>();
  for (const name of ['a', 'b', 'c']) list.add({ name });
  const seen: string[] = [];
  list.each(({ name }, drop) => {
    seen.push(name);
    if (name === 'b') drop();
  });
  list.each(({ name }) => void seen.push(name));
  expect(seen).toEqual(['a', 'b', 'c', 'a', 'c']);
  expect(list.size).toBe(2);
});
