/**
 * Chooses what is worn by writing it where the extension keeps the user's choice, in a form that builds of before and
 * after understand: the second version of the settings, which newer builds take over. Owns that form.
 */
import type { Page } from '../harness/page.ts';

const UNCHOSEN = {
  ...{ version: 2, intensity: {}, otherFaces: null, texts: {}, hud: false, previewMirrored: true },
  ...{ favourites: [], recent: [], sites: {} },
};

/** In any page of the extension; none: off. Resolves when it is stored, which is before anything is worn. */
export async function chooseStored(page: Page, filterIds: readonly string[]): Promise<void> {
  const settings = { ...UNCHOSEN, enabled: filterIds.length > 0, filterIds };
  await page.evaluate((chosen) => chrome.storage.local.set({ settings: chosen }), settings);
}
