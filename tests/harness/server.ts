/**
 * The call sites of the tests, on localhost: the four kinds of page, and the page's script, built from tests/pages/.
 * Owns headers and HTML; what a page does is tests/pages/call-page.ts.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';

/** What sites that carry calls send: nothing special, a strict policy, process isolation, or both. */
export const PAGE_KINDS = ['plain', 'csp', 'isolated', 'csp-isolated'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface CallServer {
  /**
   * The address of a page. `video` are the constraints that its first inline script asks a camera with;
   * without them it asks for none.
   */
  getUrl(kind: PageKind, video?: boolean | MediaTrackConstraints): string;
  close(): Promise<void>;
}

function headersFor(kind: PageKind, nonce: string): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'text/html; charset=utf-8' };
  if (kind.includes('csp')) {
    headers['content-security-policy'] = [
      `default-src 'self'`,
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `worker-src 'self'`,
      `frame-src 'self'`,
      `connect-src 'self'`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `require-trusted-types-for 'script'`,
    ].join('; ');
  }
  if (kind.includes('isolated')) {
    headers['cross-origin-opener-policy'] = 'same-origin';
    headers['cross-origin-embedder-policy'] = 'require-corp';
  }
  return headers;
}

/** The camera is asked for before anything else of the page has run, as call sites do. */
function htmlFor(nonce: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Call</title>
<script nonce="${nonce}">
const wantedVideo = new URLSearchParams(location.search).get('video');
if (wantedVideo !== null) {
  globalThis.firstCamera = navigator.mediaDevices.getUserMedia({ video: JSON.parse(wantedVideo) });
  globalThis.firstCamera.catch(() => {});
}
</script>
<script nonce="${nonce}" src="/call-page.js"></script></head>
<body><video id="mine" autoplay muted playsinline></video><video id="far" autoplay muted playsinline></video></body></html>`;
}

export async function startCallServer(): Promise<CallServer> {
  const script = await bundlePageScript(join(import.meta.dirname, '..', 'pages', 'call-page.ts'));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const kind = PAGE_KINDS.find((known) => pathname === `/${known}`);
    if (pathname === '/call-page.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(script);
    } else if (kind) {
      const nonce = randomUUID();
      response.writeHead(200, headersFor(kind, nonce)).end(htmlFor(nonce));
    } else {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let pages = 0;

  return {
    getUrl(kind, video) {
      pages += 1;
      const asked = video === undefined ? '' : `&video=${encodeURIComponent(JSON.stringify(video))}`;
      // Numbered, so that no two tabs have the same address.
      return `http://localhost:${port}/${kind}?page=${pages}${asked}`;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One classic script of a TypeScript module and all it imports. */
export async function bundlePageScript(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'pageScript', fileName: 'page' },
    },
  });
  const [bundle] = [built].flat() as Rollup.RollupOutput[];
  const chunk = bundle?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`Expected a bundle of ${entry}, got none`);
  return chunk.code;
}
