/** Drawing: the renderer, its script, what filters are made of. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { breakDrawing, mendDrawing } from '../../harness/broken-drawing.ts';
import { endWorkers, holdWorker, keepWorkers } from '../../harness/pipeline-workers.ts';
import type { Fault } from './fault.ts';

const lineOf = (extensionDir: string) => join(extensionDir, 'src', 'injected', 'pipeline.iife.js');

export const DRAWING_FAULTS: readonly Fault[] = [
  {
    name: 'renderer throws from the start, then no more',
    kind: 'csp',
    prepare: breakDrawing,
    problem: 'render-failed',
    repair: ({ call }) => mendDrawing(call.page),
    end: 'worn',
  },
  {
    name: 'renderer throws in the call, then no more',
    kind: 'csp',
    inject: ({ call }) => breakDrawing(call.page),
    problem: 'render-failed',
    repair: ({ call }) => mendDrawing(call.page),
    end: 'worn',
  },
  {
    name: 'pipeline worker killed',
    stage: { change: keepWorkers },
    inject: ({ call }) => endWorkers(call.page),
    problem: 'render-failed',
    end: 'worn',
  },
  {
    name: 'pipeline worker hung',
    stage: { change: keepWorkers },
    inject: ({ browser, call }) => holdWorker(browser, call.page, 1e9),
    problem: 'render-failed',
    end: 'worn',
  },
  {
    name: 'graphics process crashed in the call',
    stage: {},
    inject: ({ browser }) => browser.crashGraphics(),
    problem: null,
    end: 'worn',
    isSlow: true,
  },
  {
    name: 'renderer injection blocked, then allowed',
    stage: { change: (path) => rename(lineOf(path), `${lineOf(path)}.away`) },
    problem: 'renderer-refused',
    repair: ({ extensionDir }) => rename(`${lineOf(extensionDir)}.away`, lineOf(extensionDir)),
    end: 'worn',
    isSlow: true,
  },
  {
    name: 'renderer injection blocked by the page',
    // The name of the program's constant, taken before it comes.
    prepare: (page) =>
      page.send('Runtime.evaluate', {
        expression: 'let filtroumePipeline = () => { throw new Error("ours") }',
      }),
    problem: 'renderer-refused',
    end: 'plain',
  },
  {
    name: 'filter asset corrupt',
    stage: {
      async change(path) {
        const table = (await readFile('src/filters/luts/golden-hour.lut', 'utf8')).slice(0, 80);
        const parts = (await readFile(lineOf(path), 'utf8')).split(table);
        if (parts.length === 1)
          throw new Error('Expected the table of golden hour in the injected program, found none');
        await writeFile(lineOf(path), parts.join(''));
      },
    },
    filterId: 'golden-hour',
    problem: 'render-failed',
    end: 'plain',
    isSlow: true,
  },
];
