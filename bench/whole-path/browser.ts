/** A browser with the extension, a clip as its camera, and one tab with the bench's page. */
import { type Browser, launchBrowser } from '../../harness/browser.ts';
import { getBuild, getClip } from '../../harness/builds.ts';
import { findExtension } from '../../harness/extension.ts';
import { scriptsOf } from '../build-scripts.ts';
import { OFFLINE, startBenchSite } from '../site.ts';
import type { CameraOptions } from './page.ts';
import { type BenchTab, measureUnhooked, openBenchTab, type Segment } from './tab.ts';

export interface BenchBrowser {
  readonly browser: Browser;
  readonly version: string;
  readonly tab: BenchTab;
  /** The same camera in the same page at an address that the extension is not allowed on; null: it is on every one. */
  readonly measureUnhooked: ((ms: number) => Promise<Segment>) | null;
  close(): Promise<void>;
}

export interface BenchCamera extends CameraOptions {
  readonly faces: number;
}

/** As much this machine as localhost is, and none of the extension's sites. */
const UNHOOKED_HOST = 'unhooked.localhost';
/** Of more than 30 frames a second there is only an uncompressed clip. */
const MJPEG_FRAMES_PER_SECOND = 30;

/** What the clip of a camera is like, besides its size. */
export function clipOf({ faces, framesPerSecond }: Pick<BenchCamera, 'faces' | 'framesPerSecond'>) {
  return {
    faces,
    // Numbered where somebody looks at the pictures.
    numbering: faces > 1 ? ('strip' as const) : ('none' as const),
    ...(framesPerSecond > MJPEG_FRAMES_PER_SECOND && { framesPerSecond }),
  };
}

/** With our own build, or with another one. */
export async function openBenchBrowser(
  { faces, ...camera }: BenchCamera,
  extensionDir: string = getBuild('dist-demo'),
): Promise<BenchBrowser> {
  const file = await getClip(camera, clipOf({ faces, ...camera }));
  const here = import.meta.dirname;
  const site = await startBenchSite({ page: `${here}/page.ts`, worker: `${here}/reader.ts` });
  const browser = await launchBrowser({ extensionDir, camera: { file }, flags: OFFLINE });
  try {
    const extension = await findExtension(browser, extensionDir);
    const tab = await openBenchTab({ browser, extension, url: site.url }, camera);
    return {
      ...{ browser, version: browser.version, tab },
      measureUnhooked: isForEverySite(extensionDir)
        ? null
        : (ms) => measureUnhooked(browser, { url: site.url.replace('localhost', UNHOOKED_HOST), camera, ms }),
      async close() {
        await browser.close();
        await site.close();
      },
    };
  } catch (error) {
    await browser.close();
    await site.close();
    throw error;
  }
}

function isForEverySite(extensionDir: string): boolean {
  return scriptsOf(extensionDir).matches.some((site) => /^(\*|http):\/\/\*\//.test(site));
}
