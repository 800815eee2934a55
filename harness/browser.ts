/**
 * A Chromium of its own for each file of tests: fresh profile, a clip as its camera, our extension if asked.
 * Owns the process and the profile folder; what happens in pages is page.ts, calls are call.ts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CdpConnection, launchChromium } from './cdp.ts';
import { attachToPage, type Page, pageOfSession } from './page.ts';
import { until } from './until.ts';

export interface BrowserOptions {
  /** Folder of an unpacked extension; without one the browser is as its makers made it. */
  readonly extensionDir?: string;
  /** A .mjpeg or .y4m that plays as the camera, for ever; or so many of the browser's own drawn ones; or none; or the user's. */
  readonly camera: { readonly file: string } | { readonly devices: number } | 'missing' | 'real';
  /** Whether pages get the camera: as if the user had clicked so before. */
  readonly permission?: 'granted' | 'denied';
  readonly window?: 'headless' | 'shown';
  readonly flags?: readonly string[];
}

export interface Browser {
  /** The version as the browser tells it. */
  readonly version: string;
  /** For what concerns no single page, as tracing does. */
  readonly connection: CdpConnection;
  /** Resolves when the process has ended, whoever ended it. */
  readonly whenClosed: Promise<unknown>;
  /** Opens a tab in front, or a window of its own. Resolves when the document is loaded. */
  openPage(url: string, where?: 'tab' | 'window'): Promise<Page>;
  /** Waits for a target (page, popup, worker) with such an address, and attaches to it. */
  findTarget(matches: (url: string) => boolean): Promise<Page>;
  /** A worker of a frame whose address matches; frames of another process are targets of their own. */
  findWorker(
    frameMatches: (url: string) => boolean,
    isWanted?: (worker: Page) => Promise<boolean>,
  ): Promise<Page>;
  /** Ends a service worker as the browser does when it has nothing to do. */
  stopServiceWorker(matches: (url: string) => boolean): Promise<void>;
  /** Has the graphics process crash; the browser starts another. */
  crashGraphics(): Promise<void>;
  /** Brings a tab to the front of its window, and so hides the one that was there. */
  activate(page: Page): Promise<void>;
  close(): Promise<void>;
}

interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

export function getChromiumPath(): string {
  return process.env.CHROMIUM ?? '/usr/bin/chromium';
}

export async function launchBrowser(options: BrowserOptions): Promise<Browser> {
  const profileDir = await mkdtemp(join(tmpdir(), 'filtroume-browser-'));
  const connection = launchChromium(getChromiumPath(), [
    ...flagsFor(options),
    `--user-data-dir=${profileDir}`,
  ]);
  const { product: version } = await connection.send<{ product: string }>('Browser.getVersion');
  if (options.permission === 'denied') {
    await connection.send('Browser.setPermission', { permission: { name: 'camera' }, setting: 'denied' });
  }

  async function findTarget(matches: (url: string) => boolean): Promise<Page> {
    const look = async () => {
      const { targetInfos } = await connection.send<{ targetInfos: TargetInfo[] }>('Target.getTargets');
      const targetId = targetInfos.find(({ url }) => matches(url))?.targetId;
      return { targetId, toJSON: () => targetInfos.map(({ type, url }) => `${type} ${url}`) };
    };
    const { targetId = '' } = await until(
      `a target that ${matches} accepts`,
      look,
      (seen) => !!seen.targetId,
    );
    return attachToPage(connection, targetId);
  }

  return {
    version,
    connection,
    whenClosed: connection.whenClosed,
    findTarget,
    async openPage(url, where = 'tab') {
      const { targetId } = await connection.send<{ targetId: string }>('Target.createTarget', {
        url,
        newWindow: where === 'window',
      });
      const page = await attachToPage(connection, targetId);
      await page.waitFor(
        (wanted: string) => location.href === wanted && document.readyState === 'complete',
        url,
      );
      return page;
    },
    async findWorker(frameMatches, isWanted = async () => true) {
      const frame = await findTarget(frameMatches);
      let stopListening = () => {};
      const found = new Promise<Page>((resolve, reject) => {
        stopListening = connection.listen(({ method, params }) => {
          const { sessionId, targetInfo } = params as { sessionId?: string; targetInfo?: TargetInfo };
          if (method !== 'Target.attachedToTarget' || targetInfo?.type !== 'worker' || !sessionId) return;
          const offer = async () => {
            const worker = await pageOfSession(connection, targetInfo.targetId, sessionId);
            if (await isWanted(worker)) resolve(worker);
          };
          offer().catch(reject);
        });
      });
      await frame.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: false,
        flatten: true,
      });
      return found.finally(stopListening);
    },
    async stopServiceWorker(matches) {
      const worker = await findTarget(matches);
      await connection.send('Target.closeTarget', { targetId: worker.targetId });
    },
    async crashGraphics() {
      await connection.send('Browser.crashGpuProcess');
    },
    async activate({ targetId }) {
      await connection.send('Target.activateTarget', { targetId });
    },
    async close() {
      await connection.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function flagsFor({
  extensionDir,
  camera,
  permission = 'granted',
  window = 'headless',
  flags = [],
}: BrowserOptions) {
  const all = [
    '--no-first-run',
    '--no-default-browser-check',
    '--mute-audio',
    '--window-size=1280,900',
    ...flags,
  ];
  if (window === 'headless') all.push('--headless=new');
  // Chromium refuses its sandbox to root, which is who runs in containers.
  if (process.getuid?.() === 0) all.push('--no-sandbox');
  if (extensionDir)
    all.push(`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`);
  if (camera === 'missing') all.push('--use-fake-device-for-media-stream=device-count=0');
  else if (camera !== 'real' && 'devices' in camera) {
    all.push(`--use-fake-device-for-media-stream=device-count=${camera.devices}`);
  } else if (camera !== 'real') {
    all.push('--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${camera.file}`);
  }
  if (permission === 'granted' && camera !== 'real') all.push('--use-fake-ui-for-media-stream');
  return [...all, 'about:blank'];
}
