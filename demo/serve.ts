/** The demo page on localhost. Owns which of its files exist; the page itself is index.html. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePageScript, type Site, type SiteFile, serveFiles } from '../harness/site.ts';

export async function serveDemo(): Promise<Site> {
  const folder = import.meta.dirname;
  const files = new Map<string, SiteFile>([
    ['/', { type: 'text/html', body: await readFile(join(folder, 'index.html'), 'utf8') }],
    ['/call.css', { type: 'text/css', body: await readFile(join(folder, 'call.css'), 'utf8') }],
    ['/call.js', { type: 'text/javascript', body: await bundlePageScript(join(folder, 'call.ts')) }],
  ]);
  return serveFiles((path) => files.get(path));
}
