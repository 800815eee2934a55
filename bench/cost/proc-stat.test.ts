import { expect, test } from 'vitest';
import { parseProcStat, processKind, threadKind, treeOf } from './proc-stat.ts';

const line = (name: string) => `4242 (${name}) S 17 1 1 0 -1 4194560 100 0 0 0 321 45 7 8 20 0 23 0 9 1 2\n`;

test.each(['chromium', 'Chrome ChildIO', 'a) R 1 (b', '(sd-pam)', ''])(
  'a line is read whatever the name holds: %s',
  (name) => {
    expect(parseProcStat(line(name))).toEqual({ id: 4242, name, parentId: 17, ticks: 366 });
  },
);

test.each(['', '4242', 'x (y) S 1', '4242 (short) S 17 1'])('another line is refused: %s', (text) => {
  expect(() => parseProcStat(text)).toThrow('stat file');
});

test('a tree holds children of children in any order, and nobody else', () => {
  const all = [
    { id: 9, parentId: 5 },
    { id: 5, parentId: 2 },
    { id: 2, parentId: 1 },
    { id: 3, parentId: 1 },
  ];
  expect([...treeOf(2, all)].toSorted()).toEqual([2, 5, 9]);
});

test.each([
  ['browser', '/usr/lib/chromium\0--headless=new\0about:blank\0'],
  ['page', 'chromium --type=renderer --lang=en'],
  ['extension', 'chromium\0--type=renderer\0--extension-process\0'],
  ['gpu', 'chromium\0--type=gpu-process\0'],
  ['video_capture', 'chromium --type=utility --utility-sub-type=video_capture.mojom.VideoCaptureService'],
  ['zygote', 'chromium\0--type=zygote\0'],
])('a process is told by its command line: %s', (kind, commandLine) => {
  expect(processKind(commandLine)).toBe(kind);
});

test.each([
  ['ThreadPoolForeg', 'ThreadPoolForeg'],
  ['CompositorTileW', 'CompositorTileW'],
  ['DedicatedWorker', 'DedicatedWorker'],
  ['worker/12', 'worker'],
  ['swr-3', 'swr'],
  ['Thread<01>', 'Thread'],
  ['7', '7'],
])('threads of a kind share its name: %s', (name, kind) => {
  expect(threadKind(name)).toBe(kind);
});
