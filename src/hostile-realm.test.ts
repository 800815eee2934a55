/** In the page's realm nothing goes through what the page can replace: packaging/hostile-realm-rule.ts over the folders that run there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSlips } from '../packaging/hostile-realm-rule.ts';

const FOLDERS = ['content/hook', 'natives', 'transport'] as const;

const slipsOf = (code: string) => findSlips(code, 'snippet.ts').length;
const inFunction = (code: string) => `async function* run(list: any, frame: any, events: any) { ${code} }`;

test.each(FOLDERS)('nothing in %s goes through what a page can replace', (folder) => {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(3);
  const slips = files.flatMap((file) =>
    findSlips(readFileSync(join(path, file), 'utf8'), file).map(
      ({ line, text }) => `${folder}/${file}:${line} ${text}`,
    ),
  );
  expect(slips).toEqual([]);
});

/** A kind a row: what is refused, and the neighbour that is allowed. */
const KINDS: readonly (readonly [kind: string, refused: string, allowed: string])[] = [
  ['for...of', 'for (const one of list) ;', 'for (let at = 0; at < list.length; at += 1) list[at];'],
  ['for...in of a list', 'for (const [one] of list) ;', 'for (const name in frame) ;'],
  ['a declaration that takes a list apart', 'const [one] = list;', 'const { one } = list;'],
  ['an assignment that does', 'let one; [one] = list;', 'let one; one = list[0];'],
  ['a parameter that does', 'const use = ([one]: any) => one;', 'const use = ({ one }: any) => one;'],
  ['a list within an object', 'const { a: [one] } = frame;', 'const { a: { one } } = frame;'],
  ['spread in a list', 'const all = [...list];', 'const all = { ...frame };'],
  ['spread in a call', 'run(...list);', 'run(list, frame, events);'],
  ['spread in a construction', 'const A = run as any; new A(...list);', 'const A = run as any; new A(list);'],
  ['yield*', 'yield* list;', 'yield list;'],
  ['a method of lists', 'list.push(frame);', 'list[list.length] = frame;'],
  ['a method of promises', 'list.then(run);', 'await list;'],
  ['a method of functions', 'run.call(null, list);', 'run(list, frame, events);'],
  ['a method behind ?.', 'list?.map(run);', 'list?.[0];'],
  ['a method of maps', 'list.get(frame);', 'events.get(frame);'],
  ['a method of frames', 'frame.close();', 'const close = run as any; close(frame);'],
  [
    'a method of listeners',
    'frame.addEventListener("a", run);',
    'const nativeTrack = run as any; nativeTrack.listen(frame);',
  ],
  ['a method of a global', 'Math.min(1, 2);', 'const smaller = 1 < 2 ? 1 : 2;'],
  ['a global function', 'setTimeout(run);', 'const later = run as any; later(run);'],
  ['a global class', 'new WeakMap();', 'const Taken = run as any; new Taken();'],
  ['instanceof', 'frame instanceof Event;', 'typeof frame === "object";'],
  ['a getter of frames', 'frame.timestamp;', 'const timestampOf = run as any; timestampOf(frame);'],
];

test.each(KINDS)('%s is refused, its neighbour is not', (_, refused, allowed) => {
  expect([slipsOf(inFunction(refused)) > 0, slipsOf(inFunction(allowed))]).toEqual([true, 0]);
});

test('what runs before the page does is free to use all of it', () => {
  const refused = KINDS.map(([, code]) => code).filter((code) => !code.includes('yield'));
  const code = refused.map((snippet) => `{ ${snippet} }`).join('\n');
  const names = 'const run: any = 0, list: any = 0, frame: any = 0, events: any = 0;';
  // The parameter belongs to a function, which may be called at any time.
  expect(findSlips(`${names}\n${code}`, 'snippet.ts').map(({ text }) => text)).toEqual([
    '[one]: any: the iterator of what is taken apart',
  ]);
});
