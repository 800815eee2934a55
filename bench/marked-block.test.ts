import { expect, test } from 'vitest';
import { replaceBlock } from './marked-block.ts';

const text =
  'a\n<!-- figures: one -->\nold\n<!-- /figures -->\nb\n<!-- figures: two -->\nstays\n<!-- /figures -->\n';

test('one block is new, and nothing else', () => {
  expect(replaceBlock(text, 'one', 'new\n')).toBe(text.replace('\nold\n', '\n\nnew\n\n'));
});

test('writing the same again changes nothing', () => {
  const once = replaceBlock(text, 'two', 'new');
  expect(replaceBlock(once, 'two', 'new')).toBe(once);
});

test('a document without the block is refused', () => {
  expect(() => replaceBlock(text, 'three', '')).toThrow('three');
});
