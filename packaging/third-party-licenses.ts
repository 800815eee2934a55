/**
 * A plugin of the build: THIRD-PARTY-LICENSES.txt in the package, with the licence of everything that ships in it.
 * What ships is what the bundler has read; the order is that of the names, so that a rebuild gives the same bytes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');
const RULE = '='.repeat(80);

interface Shipped {
  readonly title: string;
  readonly folder: string;
}

/** The folder of the package that a module belongs to; null for our own modules and the bundler's. */
function packageFolder(moduleId: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//.exec(moduleId)?.[1] ?? null;
}

function shippedPackages(moduleIds: Iterable<string>): Shipped[] {
  const folders = new Set([...moduleIds].flatMap((id) => packageFolder(id) ?? []));
  return [...folders]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return { title: `${name} ${version} (${license})`, folder };
    });
}

const MODELS: readonly Shipped[] = ['blazeface', 'pose-blazeface'].map((name) => ({
  title: `Model ${name}`,
  folder: join(root, 'models', name),
}));

function licenceText(folder: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  return files
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n');
}

/** One entry a package; where several parts of the package carry one and the same text, it stands once. */
function licencesOf(moduleIds: Iterable<string>): string {
  const titlesOf = new Map<string, string[]>();
  const shipped = [...shippedPackages(moduleIds), ...MODELS];
  for (const { title, folder } of shipped.toSorted((a, b) => (a.title < b.title ? -1 : 1))) {
    const text =
      licenceText(folder) || 'No licence text comes with this package; the licence is named above.';
    titlesOf.set(text, [...(titlesOf.get(text) ?? []), title]);
  }
  return [...titlesOf].map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`).join(`\n${RULE}\n`);
}

/** Content scripts and the pipeline worker are bundled out of a plugin's sight; what they alone bring is named here. */
const OF_CONTENT_SCRIPTS = ['three'].map((name) => join(root, 'node_modules', name, 'index.js'));

/** Two plugins, because workers are bundled by themselves: for the list of plugins, and for that of workers. */
export function thirdPartyLicenses(): { readonly ofBuild: Plugin; readonly ofWorkers: () => Plugin } {
  const moduleIds = new Set(OF_CONTENT_SCRIPTS);
  return {
    ofBuild: {
      name: 'third-party-licenses',
      generateBundle() {
        for (const id of this.getModuleIds()) moduleIds.add(id);
        const source = licencesOf(moduleIds);
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
      },
    },
    ofWorkers: () => ({
      name: 'third-party-licenses-of-workers',
      generateBundle() {
        for (const id of this.getModuleIds()) moduleIds.add(id);
      },
    }),
  };
}
