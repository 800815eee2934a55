import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LIBRARY } from '../filters/library/index.ts';
import { TOPICS, TOPICS_OF } from '../filters/library/topics.ts';
import { findFilters } from './find-filters.ts';

/** Finds as the popup does in this language. */
function finderIn(locale: string) {
  const file = join(import.meta.dirname, '../../public/_locales', locale, 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { readonly message: string }>;
  const textOf = (name: string) => messages[name]?.message ?? '';
  const wordsOf = ({ id, name, group }: (typeof LIBRARY)[number]) =>
    [
      ...[textOf(`filter_${id.replaceAll('-', '_')}`), name, id, textOf(`group_${group}`)],
      ...(TOPICS_OF[id] ?? []).map((topic) => textOf(`topic_${topic}`)),
    ].join(' ');
  return (search: string) => {
    const { filters, isNearest } = findFilters(LIBRARY, search, wordsOf);
    return { ids: filters.map(({ id }) => id), isNearest };
  };
}

test('every filter is about something, and every topic has filters', () => {
  expect(LIBRARY.filter(({ id }) => !TOPICS_OF[id]?.length).map(({ id }) => id)).toEqual([]);
  const used = new Set(Object.values(TOPICS_OF).flat());
  expect(TOPICS.filter((topic) => !used.has(topic))).toEqual([]);
  expect(Object.keys(TOPICS_OF).filter((id) => !LIBRARY.some((entry) => entry.id === id))).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  [
    'en',
    'sunglasses',
    ['aviators', 'cat-eye-glasses', 'heart-glasses', 'cinema-glasses', 'pixel-shades', 'rock-star'],
  ],
  ['en', 'mustache', ['moustache', 'bushy-moustache']],
  ['en', 'moustaches', ['moustache', 'bushy-moustache']],
  ['en', 'christmas', ['santa-hat', 'reindeer', 'snow']],
  ['en', 'hide', ['pixelated-face', 'blurred-face', 'covered-face', 'paper-bag']],
  ['en', 'nerd', ['black-frames', 'disguise']],
  ['en', 'halloween', ['devil-horns', 'sugar-skull', 'wizard-hat']],
  ['en', 'haloween', ['devil-horns', 'sugar-skull', 'wizard-hat']],
  ['en', 'meme', ['pixel-shades']],
  ['en', 'gray', ['black-and-white']],
  ['en', 'color', ['vivid']],
  ['en', 'center', ['keep-me-centred']],
  ['de', 'sonnenbrillen', ['aviators']],
  ['de', 'weihnachten', ['santa-hat']],
  ['de', 'schnurbart', ['moustache']],
  ['de', 'verstecken', ['covered-face']],
  ['es', 'navidad', ['santa-hat']],
  ['es', 'bigotes', ['moustache']],
  ['es', 'ocultar', ['covered-face']],
  ['fr', 'noel', ['santa-hat']],
  ['fr', 'lunettes de soleil', ['aviators']],
  ['fr', 'cacher', ['covered-face']],
  ['ja', 'サングラス', ['aviators']],
  ['ja', 'クリスマス', ['santa-hat']],
  ['ja', 'ひげ', ['moustache', 'beard']],
  ['pt_BR', 'oculos de sol', ['aviators']],
  ['pt_BR', 'esconder', ['covered-face']],
  ['pt_BR', 'bigodes', ['moustache']],
])('in %s "%s" is found', (locale, search, expected) => {
  const { ids, isNearest } = finderIn(locale)(search);
  expect(isNearest).toBe(false);
  expect(ids).toEqual(expect.arrayContaining([...expected]));
});

test('what was typed as it is comes before what it may be a slip of', () => {
  expect(finderIn('en')('cat').ids).not.toContain('top-hat');
  expect(finderIn('en')('bow').ids[0]).toBe('bow');
});

test('where nothing is meant by all words the nearest are offered, and nothing where none is near', () => {
  const find = finderIn('en');
  expect(find('blur background')).toMatchObject({
    isNearest: true,
    ids: expect.arrayContaining(['blurred-face']),
  });
  expect(find('suglases')).toMatchObject({ isNearest: true, ids: expect.arrayContaining(['aviators']) });
  expect(find('xylophone quartz').ids).toEqual([]);
  expect(find('nothing such').ids).toEqual([]);
});
