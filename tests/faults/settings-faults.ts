/** The stored choice. */
import type { Fault, Scene } from './fault.ts';
import { untilFilterIs } from './run-fault.ts';

const store = ({ popup }: Scene, settings: unknown) =>
  popup.page.evaluate((value: unknown) => chrome.storage.local.set({ settings: value }), settings);

/** Fills the storage but for a few bytes, which the name of one more filter does not fit in. */
const fillStorage = ({ popup }: Scene) =>
  popup.page.evaluate(async () => {
    const free = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse());
    await chrome.storage.local.set({ junk: 'x'.repeat(free - 10) });
  });

const emptyStorage = ({ popup }: Scene) => popup.page.evaluate(() => chrome.storage.local.remove('junk'));

export const SETTINGS_FAULTS: readonly Fault[] = [
  // In a testing build the default is to wear glasses, so that is what a choice nobody can read comes to.
  {
    name: 'stored settings corrupt',
    inject: (scene) => store(scene, { version: 2, enabled: 'yes', filterIds: 7, sites: [] }),
    problem: null,
    end: 'plain',
    repair: (scene) => untilFilterIs(scene, 'off'),
  },
  {
    name: 'stored settings from a newer version',
    inject: (scene) => store(scene, { version: 99, worn: ['something'] }),
    problem: null,
    end: 'worn',
  },
  {
    name: 'storage full',
    // Ten megabytes go through the browser and every page, with a filter or without.
    async control(scene) {
      await fillStorage(scene);
      await emptyStorage(scene);
    },
    async inject(scene) {
      await fillStorage(scene);
      await scene.popup.page.evaluate(() =>
        document.querySelector<HTMLElement>('[data-filter="black-and-white"]')?.click(),
      );
    },
    problem: null,
    sentence: /could not be stored|QUOTA|quota/,
    repair: emptyStorage,
    end: 'worn',
  },
];
