/**
 * Makes a fresh clone ready: the right Node, the npm packages of the lock file, Debian's chromium and ffmpeg.
 * Plain JavaScript without dependencies, for it runs before anything is installed. Does nothing where all is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OLDEST_NODE = [20, 19];
const root = join(import.meta.dirname, '..');

/** Ends the set-up with one sentence for the person at the terminal. */
function refuse(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  refuse(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is Node ${process.versions.node}.`);
}

function run(command, args, env = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return result.status === 0;
}

/** True when every package that the lock file demands is installed in that version (optional ones may be missing). */
function packagesAreInstalled() {
  const installedPath = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function installPackages() {
  if (packagesAreInstalled()) return;
  console.log('Installing the npm packages of package-lock.json (a minute or two) ...');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) refuse('npm ci failed: see its message above.');
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function installPrograms() {
  const missing = [];
  if (process.env.CHROMIUM) {
    if (!existsSync(process.env.CHROMIUM))
      refuse(`CHROMIUM names ${process.env.CHROMIUM}, and there is no such file.`);
  } else if (!isOnPath('chromium')) missing.push('chromium');
  if (!isOnPath('ffmpeg')) missing.push('ffmpeg');
  if (missing.length === 0) return;

  const mayInstall = process.getuid?.() === 0 && isOnPath('apt-get');
  if (!mayInstall) {
    refuse(
      `Please install ${missing.join(' and ')} (Debian: sudo apt-get install ${missing.join(' ')}), ` +
        'or name a Chromium in the variable CHROMIUM, and start again.',
    );
  }
  console.log(`Installing ${missing.join(' and ')} with apt-get (a few minutes) ...`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const installed =
    run('apt-get', ['update', '-q'], quiet) &&
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], quiet);
  if (!installed) refuse(`apt-get could not install ${missing.join(' and ')}: see its message above.`);
}

checkNode();
installPackages();
installPrograms();
