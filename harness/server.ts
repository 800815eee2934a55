/**
 * The call sites of the tests, on localhost: the four kinds of page, and the page's script, built from tests/pages/.
 * Owns headers and HTML; what a page does is harness/pages/call-page.ts.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bundlePageScript, type SiteFile, serveFiles } from './site.ts';

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
  const headers: Record<string, string> = {};
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
  const body = await bundlePageScript(join(import.meta.dirname, 'pages', 'call-page.ts'));
  const script: SiteFile = { type: 'text/javascript', body };
  const site = await serveFiles((path) => {
    if (path === '/call-page.js') return script;
    const kind = PAGE_KINDS.find((known) => path === `/${known}`);
    if (!kind) return undefined;
    const nonce = randomUUID();
    return { type: 'text/html', body: htmlFor(nonce), headers: headersFor(kind, nonce) };
  });
  let pages = 0;

  return {
    getUrl(kind, video) {
      pages += 1;
      const asked = video === undefined ? '' : `&video=${encodeURIComponent(JSON.stringify(video))}`;
      // Numbered, so that no two tabs have the same address.
      return `${site.url}${kind}?page=${pages}${asked}`;
    },
    close: () => site.close(),
  };
}
