import { expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };

interface Keys {
  readonly default: string;
  readonly mac: string;
}
const suggested = Object.entries(manifest.commands).flatMap(([name, command]) =>
  'suggested_key' in command ? [[name, command.suggested_key as Keys] as const] : [],
);

test('only what turns off has keys from the beginning: each one more is another that a page or a reader of screens wants', () => {
  expect(suggested.map(([name]) => name).toSorted()).toEqual(['panic-off', 'toggle-filter']);
});

/**
 * Which modifiers type a letter or do something else, wherever the browser's language is one of ours, or Polish:
 * Alt types letters on a Mac ("Ó", "@" of a German one) and opens menus on Windows; Alt and Shift change the layout on Windows; Ctrl and
 * Alt are AltGr on Windows and type letters of German, Spanish, French, Portuguese and Polish. Ctrl (on a Mac Command) and Shift type nothing;
 * but with U they begin a letter's number on Linux, and most other letters are the browser's own or those of calls.
 */
test.each(suggested)('%s types nothing, on any layout', (_, { default: keys, mac }) => {
  expect(keys).toMatch(/^Ctrl\+Shift\+(Period|Comma)$/);
  expect(mac).toBe(keys.replace('Ctrl', 'Command'));
});
