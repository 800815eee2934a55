/**
 * `web-ext lint` on the production build: fails on everything it finds but the findings named below, each with its
 * reason. A named finding that no longer appears fails too, so that the list cannot grow old.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const EXPECTED = {
  INCOGNITO_SPLIT_UNSUPPORTED: 'for Firefox, which this version is not made for',
  BACKGROUND_SERVICE_WORKER_NOFALLBACK: 'for Firefox, which this version is not made for',
  ADDON_ID_REQUIRED: 'for Firefox, which this version is not made for',
  MISSING_DATA_COLLECTION_PERMISSIONS: 'for Firefox, which this version is not made for',
  UNSAFE_VAR_ASSIGNMENT: 'Preact can set innerHTML; nothing here asks it to',
};

const root = join(import.meta.dirname, '..');
const webExt = join(root, 'node_modules', '.bin', 'web-ext');
const { stdout, stderr } = spawnSync(
  webExt,
  ['lint', '--source-dir', join(root, 'dist'), '--output', 'json'],
  {
    encoding: 'utf8',
  },
);
if (!stdout.startsWith('{')) {
  console.error(stdout, stderr);
  process.exit(1);
}
const { errors, warnings, notices } = JSON.parse(stdout);
const found = [...errors, ...warnings, ...notices];
const unexpected = found.filter(({ code }) => !(code in EXPECTED));
const gone = Object.keys(EXPECTED).filter((expected) => !found.some(({ code }) => code === expected));

for (const { code, message, file, line } of unexpected)
  console.error(`${code} ${file ?? ''}:${line ?? ''} ${message}`);
for (const code of gone)
  console.error(`${code} is expected (${EXPECTED[code]}) and did not appear: take it off the list`);
for (const [code, reason] of Object.entries(EXPECTED)) console.log(`expected ${code}: ${reason}`);
process.exit(unexpected.length + gone.length === 0 ? 0 : 1);
