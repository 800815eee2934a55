/** In a private window the filter works once the user allows it there, and leaves nothing of the visit behind. */
import { afterAll, expect, test } from 'vitest';
import { getBuild } from '../harness/builds.ts';
import { decodePicture } from '../harness/call.ts';
import { eyesOf, startCallBrowser, WORN } from '../harness/call-browser.ts';
import { findExtension } from '../harness/extension.ts';

const { server, browser, extension, close } = await startCallBrowser();
afterAll(close);

/** The user's switch in the browser's own list of extensions. */
async function allowInPrivateWindows(): Promise<void> {
  const list = await browser.openPage('chrome://extensions/');
  await list.evaluate(async (extensionId: string) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: {
        updateExtensionConfiguration(change: object): Promise<void>;
        updateProfileConfiguration(change: object): Promise<void>;
      };
    };
    // Without it the browser does not load an unpacked extension again.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, extension.id);
  // The browser loads the extension anew for it.
  await list.waitFor(async (extensionId: string) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: {
        getExtensionInfo(id: string): Promise<{ state: string; incognitoAccess: { isActive: boolean } }>;
      };
    };
    const { state, incognitoAccess } = await developerPrivate.getExtensionInfo(extensionId);
    return state === 'ENABLED' && incognitoAccess.isActive;
  }, extension.id);
  await list.close();
}

test('a call in a private window wears the filter, and nothing of it is stored', async () => {
  await allowInPrivateWindows();
  await findExtension(browser, getBuild('dist-testing'));
  const popup = await browser.openPage(`chrome-extension://${extension.id}/src/popup/index.html`, 'window');
  const url = server.getUrl('plain', true);
  const readStored = () => popup.evaluate(() => chrome.storage.local.get());
  const before = await readStored();
  await popup.evaluate(
    (address: string) => void chrome.windows.create({ incognito: true, url: address }),
    url,
  );
  const page = await browser.findTarget((address) => address === url);
  await page.waitFor(() => document.readyState === 'complete');
  await page.evaluate(async () => watchStream(await globalThis.firstCamera));
  await expect
    .poll(async () => eyesOf(decodePicture(await page.evaluate(() => watched.takePicture()))))
    .toBeGreaterThan(WORN);
  expect(page.errors).toEqual([]);
  expect(await readStored()).toEqual(before);
  await page.close();
});
