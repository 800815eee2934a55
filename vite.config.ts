/**
 * One build, three flavours: production (the call sites of manifest.json), demo (those and localhost) and
 * testing (every site, with one filter on from the first frame: FILTROU_FORCED_FILTER).
 */
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

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
    web_accessible_resources: manifest.web_accessible_resources.map((entry) => ({
      ...entry,
      matches: sites.map(originPattern),
    })),
    // CRXJS's type lacks the cross_origin_* keys, without which the engine's worker fails on COEP pages.
  } as ManifestV3Export;
}

/** web_accessible_resources matches must be whole origins. */
function originPattern(site: string): string {
  return site.replace(/\/[^/]*$/, '/*');
}

/** CRXJS builds an injected script twice, as the IIFE that runs and as a chunk that nothing loads: 200 kB gzipped. */
function dropUnusedLineChunk(): Plugin {
  return {
    name: 'drop-unused-line-chunk',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const fileName of Object.keys(bundle)) {
        if (/^assets\/line\.iife/.test(fileName)) delete bundle[fileName];
      }
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [
    crx({ manifest: manifestFor(mode), contentScripts: { injectCss: false } }),
    dropUnusedLineChunk(),
  ],
  define: {
    __FORCED_FILTER__: JSON.stringify(process.env.FILTROU_FORCED_FILTER ?? null),
  },
  build: {
    outDir: mode === 'production' ? 'dist' : `dist-${mode}`,
    emptyOutDir: true,
    target: 'chrome120',
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: { input: { engine: 'src/engine/index.html' } },
  },
}));
