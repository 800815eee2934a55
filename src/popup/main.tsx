/**
 * Opens the popup: reads the choice, finds the tab that it speaks of, and draws it in the place of the frame that
 * index.html has painted. Nothing of three or tfjs comes in here: the popup has to be on the screen before anyone notices a wait.
 */
import { render } from 'preact';
import { LIBRARY } from '../filters/library/index.ts';
import { readSettings } from '../shared/settings.ts';
import { text } from '../shared/text.ts';
import { App } from './app.tsx';
import { findTab } from './find-tab.ts';

const [settings, tab] = await Promise.all([readSettings(), findTab()]);
document.documentElement.lang = text('language');
document.body.replaceChildren();
render(<App filters={LIBRARY} firstSettings={settings} tab={tab} />, document.body);
