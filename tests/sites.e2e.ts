/** A site that the user has added works as a call site does; taken back, it stops at once and stays without us. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startCall } from '../harness/call.ts';
import { eyesOf, isPlain, isWorn, PLAIN, startCallBrowser } from '../harness/call-browser.ts';

// The test site is allowed, and no script of the manifest runs there: as after the user has said yes.
const { server, browser, extension, close } = await startCallBrowser(async (path) => {
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.host_permissions = ['https://meet.google.com/*', 'http://localhost/*'];
  for (const script of manifest.content_scripts) script.matches = ['https://meet.google.com/*'];
  await writeFile(file, JSON.stringify(manifest));
});
afterAll(close);

/** What the browser's own list of extensions does when the user lets an extension run "on click" alone. */
async function takeSitesBack(): Promise<void> {
  const list = await browser.openPage('chrome://extensions/');
  await list.evaluate(async (extensionId: string) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
    };
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' });
  }, extension.id);
  await list.close();
}

test('an added site wears filters until it is taken back', async () => {
  const worker = await browser.findTarget((url) => url.includes(extension.id));
  await worker.waitFor(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 2);

  const call = await startCall(browser, server.getUrl('csp-isolated', true));
  await call.waitForPicture(eyesOf, isWorn);

  await takeSitesBack();
  await call.waitForPicture(eyesOf, isPlain);
  expect(await call.readDisturbances()).toEqual([]);
  expect(call.page.errors).toEqual([]);
  await call.page.close();

  const later = await startCall(browser, server.getUrl('plain', true));
  for (const picture of await later.takePictures(3, 20)) expect(eyesOf(picture)).toBeLessThan(PLAIN);
  expect(later.page.errors).toEqual([]);
  await later.page.close();
});
