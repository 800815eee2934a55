/** A site of fixed files on localhost, and the smallest of them: one page with one script. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type Plugin, type Rollup } from 'vite';

export interface Site {
  /** Ends in a slash. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SiteFile {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves what `find` has for a path (without the query), and 404 for the rest. */
export async function serveFiles(find: (path: string) => SiteFile | undefined): Promise<Site> {
  const server = createServer((request, response) => {
    const file = find(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!file) response.writeHead(404).end();
    else {
      const type = typeof file.body === 'string' ? `${file.type}; charset=utf-8` : file.type;
      response.writeHead(200, { 'content-type': type, ...file.headers }).end(file.body);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One empty page, whatever its path, that runs this TypeScript module. */
export async function startSite(entry: string): Promise<Site> {
  const script: SiteFile = { type: 'text/javascript', body: await bundlePageScript(entry) };
  const page: SiteFile = {
    type: 'text/html',
    body: '<!doctype html><html lang="en"><title>Page</title><body><script src="/page.js"></script></body></html>',
  };
  return serveFiles((path) => (path === '/page.js' ? script : page));
}

/**
 * One empty page that runs this TypeScript module with all that it loads: its chunks, its workers and their files.
 * No header but the type, as any server of fixed files has it.
 */
export async function startModuleSite(entry: string, plugins: readonly Plugin[]): Promise<Site> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [...plugins],
    worker: { format: 'es' },
    build: {
      ...{ write: false, minify: false, target: 'es2022', assetsInlineLimit: 0, modulePreload: false },
      rollupOptions: { input: { page: entry }, output: { entryFileNames: '[name].js' } },
    },
  });
  const files = new Map<string, SiteFile>();
  for (const file of [built].flat().flatMap((bundle) => (bundle as Rollup.RollupOutput).output)) {
    const body = file.type === 'chunk' ? file.code : file.source;
    files.set(`/${file.fileName}`, { type: typeOfFile(file.fileName), body });
  }
  const page: SiteFile = {
    type: 'text/html',
    body: '<!doctype html><html lang="en"><title>Page</title><body><script type="module" src="/page.js"></script></body></html>',
  };
  return serveFiles((path) => (path === '/' ? page : files.get(path)));
}

function typeOfFile(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript';
  if (name.endsWith('.json')) return 'application/json';
  return name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
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
