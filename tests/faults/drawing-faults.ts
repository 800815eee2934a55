/** Drawing: WebGL, the renderer's script, what filters are made of. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '../../harness/page.ts';
import { endWorkers, holdWorker, keepWorkers } from '../../harness/pipeline-workers.ts';
import type { Fault } from './fault.ts';

const lineOf = (extensionDir: string) => join(extensionDir, 'src', 'injected', 'pipeline.iife.js');

/**
 * WebGL is refused to the page's own thread, until it is given back. For pages whose policy has no place for workers:
 * elsewhere what draws is in a worker, which nobody else reaches.
 */
const refuseWebgl = (page: Page) =>
  page.evaluate(() => {
    const { prototype } = OffscreenCanvas;
    const { getContext } = prototype;
    prototype.getContext = function (this: OffscreenCanvas, ...args: Parameters<typeof getContext>) {
      return String(args[0]).startsWith('webgl') ? null : getContext.apply(this, args);
    } as typeof getContext;
    Object.assign(globalThis, {
      giveWebglBack: () => {
        prototype.getContext = getContext;
      },
    });
  });

const giveWebglBack = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { giveWebglBack: () => void }).giveWebglBack());

/** Keeps every WebGL context that is made, so that it can be taken away as a driver that restarts does. */
const keepContexts = (page: Page) =>
  page.evaluate(() => {
    const { prototype } = OffscreenCanvas;
    const { getContext } = prototype;
    const kept: WebGL2RenderingContext[] = [];
    prototype.getContext = function (this: OffscreenCanvas, ...args: Parameters<typeof getContext>) {
      const context = getContext.apply(this, args);
      if (context instanceof WebGL2RenderingContext) kept.push(context);
      return context;
    } as typeof getContext;
    Object.assign(globalThis, {
      loseWebgl: () => {
        for (const context of kept) context.getExtension('WEBGL_lose_context')?.loseContext();
      },
    });
  });

const loseWebgl = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { loseWebgl: () => void }).loseWebgl());

export const DRAWING_FAULTS: readonly Fault[] = [
  {
    name: 'WebGL absent at start, then there',
    kind: 'csp',
    prepare: refuseWebgl,
    problem: 'webgl-missing',
    repair: ({ call }) => giveWebglBack(call.page),
    end: 'worn',
  },
  {
    name: 'WebGL lost in the call, then to be had again',
    kind: 'csp',
    prepare: keepContexts,
    inject: ({ call }) => loseWebgl(call.page),
    problem: 'render-failed',
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
    stage: {},
    inject: ({ browser, call }) => holdWorker(browser, call.page, 1e9),
    problem: 'render-failed',
    end: 'worn',
  },
  {
    name: 'graphics process crashed in the call',
    stage: {},
    inject: ({ browser }) => browser.crashGraphics(),
    problem: 'render-failed',
    end: 'worn',
    isSlow: true,
  },
  {
    name: 'no WebGL in the browser at all',
    stage: { flags: ['--disable-gpu', '--disable-software-rasterizer'] },
    problem: 'webgl-missing',
    end: 'plain',
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
