/**
 * One build, three flavours: production (the call sites of manifest.json), demo (those and localhost) and
 * testing (every site, with one filter on from the first frame: FILTROU_FORCED_FILTER).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin, type ResolvedConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { kernelsOfTheEngine } from './packaging/compile-kernels.ts';
import { filterFiles } from './packaging/filter-files.ts';
import { thirdPartyLicenses } from './packaging/third-party-licenses.ts';
import { workerSource } from './packaging/worker-source.ts';
import { findFilter } from './src/filters/catalogue/index.ts';
import { PIPELINE_ARRIVED } from './src/shared/pipeline-protocol.ts';

const LOCAL_SITES = ['http://localhost/*', 'http://127.0.0.1/*'];
const EVERY_SITE = ['http://*/*', 'https://*/*'];

/** The manifest with one list of sites for all that needs it; manifest.json keeps that list in host_permissions. */
function manifestFor(mode: string): ManifestV3Export {
  const sites =
    mode === 'testing'
      ? EVERY_SITE
      : mode === 'demo'
        ? [...manifest.host_permissions, ...LOCAL_SITES]
        : manifest.host_permissions;
  return {
    ...manifest,
    host_permissions: sites,
    content_scripts: manifest.content_scripts.map((script) => ({ ...script, matches: sites })),
    // CRXJS's type lacks the cross_origin_* keys, without which the engine's worker fails on COEP pages.
  } as ManifestV3Export;
}

/**
 * Makes one constant of the page's outermost scope of the line's script: src/injected/meeting-point.ts says why.
 * The last expression is what executeScript answers, and so proves that the constant is ours.
 */
function asConstant(script: string, workerSource: string): string {
  return `const filtroumePipeline=(()=>{"use strict";let handedOver;const pipelineWorker=${workerSource};${script.trim()}\nreturn handedOver})();${JSON.stringify(PIPELINE_ARRIVED)}`;
}

/**
 * Mends what CRXJS makes of an injected script: a second copy as a chunk that nothing loads (200 kB gzipped), and
 * a place among the web-accessible resources, which executeScript does not need and pages should not have.
 */
function tidyInjectedLine(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'tidy-injected-line',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle(_, bundle) {
      // Where several scripts name the line's file, that name is a chunk of its own beside the copy.
      const needed = new Set(
        Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.imports : [])),
      );
      for (const fileName of Object.keys(bundle)) {
        if (/^assets\/pipeline\.iife/.test(fileName) && !needed.has(fileName)) delete bundle[fileName];
      }
    },
    // CRXJS completes the manifest after everybody else, so this is the first moment to correct it.
    async writeBundle({ dir = '.' }) {
      const file = join(dir, 'manifest.json');
      await writeFile(file, withoutScripts(await readFile(file, 'utf8')));
      const [hook, line] = [
        join(dir, 'src/content/hook/hook.iife.js'),
        join(dir, 'src/injected/pipeline.iife.js'),
      ];
      const [transport, pipeline] = [
        await workerSource(config, 'src/transport/transport-worker.ts'),
        await workerSource(config, 'src/injected/pipeline-worker.ts'),
      ];
      await writeFile(hook, withTransport(await readFile(hook, 'utf8'), transport));
      await writeFile(line, asConstant(await readFile(line, 'utf8'), pipeline));
    },
  };
}

/**
 * Gives the hook what runs in the transport's worker: as a text, which costs a page that opens no camera next to nothing to read.
 *
 * And makes the hook strict: the page may look at who called its functions, and in sloppy code at what the callers were given,
 * the camera's own track. Modules are strict, and bundles of them do not say so.
 */
function withTransport(hook: string, transport: string): string {
  const beginning = `"use strict";const transportWorkerSource=${JSON.stringify(transport)};`;
  const script = hook.replace(/^\(function\(\)\{/, (start) => start + beginning);
  if (script === hook) throw new Error('Expected the hook to be one function, which it is not');
  return script;
}

function withoutScripts(manifestJson: string): string {
  const built = JSON.parse(manifestJson) as { web_accessible_resources: { resources: string[] }[] };
  for (const entry of built.web_accessible_resources) {
    entry.resources = entry.resources.filter((file) => !file.endsWith('.js'));
  }
  return JSON.stringify(built, null, 2);
}

/** What a testing build wears before any choice, and what becomes of frames until it is worn. */
function forcedFilter(): { id: string; failMode: 'open' | 'closed' } | null {
  const filter = findFilter(process.env.FILTROU_FORCED_FILTER ?? '');
  return filter && { id: filter.id, failMode: filter.onFailure };
}

const licenses = thirdPartyLicenses();

export default defineConfig(({ mode }) => ({
  plugins: [
    kernelsOfTheEngine(),
    filterFiles(),
    crx({ manifest: manifestFor(mode), contentScripts: { injectCss: false } }),
    tidyInjectedLine(),
    licenses.ofBuild,
  ],
  // The engine's worker loads tfjs as a chunk of its own, where it needs it at all.
  worker: { format: 'es', plugins: () => [licenses.ofWorkers()] },
  define: {
    __FORCED_FILTER__: JSON.stringify(forcedFilter()),
    __WELCOMES__: JSON.stringify(mode === 'production'),
    // Three's developer tools, of which a page may install its own to be shown our scenes.
    __THREE_DEVTOOLS__: 'undefined',
    // It leaves its version on the page's window too, where it tells of us and upsets a page's own copy of three.
    'window.__THREE__': '({}).version',
  },
  build: {
    outDir: mode === 'production' ? 'dist' : `dist-${mode}`,
    emptyOutDir: true,
    target: 'chrome120',
    // A page names all of its scripts at once, or each would be asked for only when the one before it is read.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    assetsInlineLimit: 0,
    rollupOptions: { input: { engine: 'src/engine/index.html', welcome: 'src/welcome/index.html' } },
  },
}));
