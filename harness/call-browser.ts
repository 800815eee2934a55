/**
 * What most tests of calls begin with: the call sites, and a browser with the testing build and the face clip as its
 * camera; and what such a test asks of a picture, whether its eyes wear the build's glasses.
 */
import { type Browser, launchBrowser } from './browser.ts';
import { type ChangedCopy, copyBuild, getBuild, getClip } from './builds.ts';
import { type Extension, findExtension } from './extension.ts';
import { measureOverlay, type NumberedPicture } from './overlay.ts';
import { type CallServer, startCallServer } from './server.ts';

/** Of the camera. */
export const SIZE = { widthPx: 640, heightPx: 480 } as const;
/** Around the eyes: glasses change 0.12 to 0.19 of the pixels, the codec next to none. */
export const WORN = 0.06;
/** With the filter off, what is left of "changed" pixels around the eyes is the codec's. */
export const PLAIN = 0.02;

/** The share of pixels around the eyes that are not the camera's own. */
export const eyesOf = (picture: NumberedPicture): number => measureOverlay(picture, SIZE).eyes;
export const isWorn = (eyes: number): boolean => eyes > WORN;
export const isPlain = (eyes: number): boolean => eyes < PLAIN;

export interface CallBrowser {
  readonly server: CallServer;
  readonly browser: Browser;
  readonly extension: Extension;
  /** As another browser would be given it. */
  readonly camera: { readonly file: string };
  close(): Promise<void>;
}

/** Chooses a filter for every call to come, as a user does in the popup. */
export async function chooseFilter(
  { server, browser, extension }: Pick<CallBrowser, 'server' | 'browser' | 'extension'>,
  filterId: string,
): Promise<void> {
  const page = await browser.openPage(server.getUrl('plain'));
  const popup = await extension.openPopup(page);
  await popup.choose(filterId);
  await popup.close();
  await page.close();
}

/** With `change` the build is a copy that it has been done to. */
export async function startCallBrowser(change?: (path: string) => Promise<void>): Promise<CallBrowser> {
  const camera = { file: await getClip(SIZE) };
  const copy: ChangedCopy | null = change ? await copyBuild(change) : null;
  const extensionDir = copy?.path ?? getBuild('dist-testing');
  const server = await startCallServer();
  const browser = await launchBrowser({ extensionDir, camera });
  const close = async () => {
    await browser.close();
    await copy?.remove();
    await server.close();
  };
  try {
    return { server, browser, extension: await findExtension(browser, extensionDir), camera, close };
  } catch (error) {
    await close();
    throw error;
  }
}
