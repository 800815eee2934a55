/**
 * `npm run demo`: builds the extension and opens Chromium with it on a demo call.
 * With a display it is yours to play with; without one (or with --headless) it drives itself and writes demo/out.
 * --clip FILE takes a video or photo of yours for the camera instead of the bundled face.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserOptions, launchBrowser } from '../harness/browser.ts';
import { getClip } from '../harness/builds.ts';
import { makeClipOf } from '../harness/clip/make-clip-of.ts';
import { findExtension } from '../harness/extension.ts';
import { driveDemo } from './drive.ts';
import { serveDemo } from './serve.ts';

const { values } = parseArgs({
  options: { clip: { type: 'string' }, headless: { type: 'boolean', default: false } },
});
const root = join(import.meta.dirname, '..');
const outDir = join(root, 'demo', 'out');
const extensionDir = join(root, 'dist-demo');
const SIZE = { widthPx: 1280, heightPx: 720 };

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Linux lists its cameras here; elsewhere the browser asks the system. */
function hasCamera(): boolean {
  return process.platform !== 'linux' || existsSync('/dev/video0');
}

async function makeClip(): Promise<string> {
  if (values.clip !== undefined) {
    return makeClipOf(values.clip, { ...SIZE, path: join(outDir, 'camera.mjpeg') });
  }
  return getClip(SIZE, {
    numbering: 'none',
    onProgress(done, all) {
      if (done % 60 === 0) console.log(`  camera clip: ${done} of ${all} frames`);
    },
  });
}

console.log('Building the extension ...');
const built = spawnSync('npm', ['run', '--silent', 'build:demo'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
mkdirSync(outDir, { recursive: true });

const shown = hasDisplay() && !values.headless;
const usePreviewCamera = shown && values.clip === undefined && hasCamera();
if (!usePreviewCamera) console.log('Making the clip that stands for a camera ...');
const camera: BrowserOptions['camera'] = usePreviewCamera ? 'real' : { file: await makeClip() };

const server = await serveDemo();
const browser: Browser = await launchBrowser({ extensionDir, camera, window: shown ? 'shown' : 'headless' });
try {
  if (shown) {
    await browser.openPage(server.url);
    console.log(
      `The call is open in Chromium, with ${usePreviewCamera ? 'your camera' : 'a clip for a camera'}.`,
    );
    console.log('Choose a filter in the popup: the button in the toolbar. Close the browser to end.');
    await browser.whenClosed;
  } else {
    const extension = await findExtension(browser, extensionDir);
    await driveDemo({ browser, extension, url: server.url, outDir, report: console.log });
  }
} finally {
  await browser.close();
  await server.close();
}
