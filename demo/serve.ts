/** The demo page on localhost. Owns which of its files exist; the page itself is index.html. */

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bundlePageScript } from '../tests/harness/server.ts';

export interface DemoServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveDemo(): Promise<DemoServer> {
  const folder = import.meta.dirname;
  const files = new Map([
    ['/', { type: 'text/html', body: await readFile(join(folder, 'index.html'), 'utf8') }],
    ['/call.css', { type: 'text/css', body: await readFile(join(folder, 'call.css'), 'utf8') }],
    ['/call.js', { type: 'text/javascript', body: await bundlePageScript(join(folder, 'call.ts')) }],
  ]);
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url);
    if (file) response.writeHead(200, { 'content-type': `${file.type}; charset=utf-8` }).end(file.body);
    else response.writeHead(404).end();
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
