/**
 * `npm test`: everything that must hold, the quick checks first. Goes on after a failure, so that one run tells all.
 * Plain JavaScript, for its first step installs what the others need.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import './setup.mjs';

const root = join(import.meta.dirname, '..');
const out = join(root, 'tests', 'out');
mkdirSync(out, { recursive: true });
const bin = (name) => join(root, 'node_modules', '.bin', name);

const totals = { passed: 0, failed: 0 };

function run(title, command, args) {
  console.log(`\n=== ${title}`);
  const startedMs = performance.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log(`=== ${title}: ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s`);
  return status === 0;
}

/** A check that passes or fails as a whole. */
function check(title, command, args) {
  totals[run(title, command, args) ? 'passed' : 'failed'] += 1;
}

/** A Vitest project, whose tests count one by one. */
function runTests(title, project) {
  const report = join(out, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
  const succeeded = run(title, bin('vitest'), ['run', '--project', project, ...reporters]);
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  totals.passed += counted?.numPassedTests ?? 0;
  totals.failed += counted?.numFailedTests ?? 0;
  // A file that does not even load has no failed test to show for it.
  if (!succeeded && !counted?.numFailedTests) totals.failed += 1;
}

runTests('Unit tests', 'unit');
check('Types', bin('tsc'), ['--noEmit']);
check('Format and lint', bin('biome'), ['check']);
check('Build: production', 'npm', ['run', '--silent', 'build']);
check('Store lint of the production build', process.execPath, ['packaging/lint-package.mjs']);
check('Build: demo', 'npm', ['run', '--silent', 'build:demo']);
check('Build: testing', 'npm', ['run', '--silent', 'build:testing', '--', '--filter', 'glasses']);
runTests('End-to-end tests in Chromium', 'e2e');

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
