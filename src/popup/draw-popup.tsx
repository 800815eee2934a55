/** Draws the popup once the choice and the tab that it speaks of are known. Nothing of three or tfjs comes in here. */
import { render } from 'preact';
import { LIBRARY } from '../filters/library/index.ts';
import { readSettings } from '../shared/settings.ts';
import { text } from '../shared/text.ts';
import { App } from './app.tsx';
import { findTab } from './find-tab.ts';

export async function drawPopup(): Promise<void> {
  const [settings, tab] = await Promise.all([readSettings(), findTab()]);
  document.documentElement.lang = text('language');
  document.body.replaceChildren();
  render(<App filters={LIBRARY} firstSettings={settings} tab={tab} />, document.body);
}
