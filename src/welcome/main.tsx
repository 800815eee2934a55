/** Opens the welcome page. It asks nothing and stores nothing. */
import { render } from 'preact';
import { LIBRARY } from '../filters/library/index.ts';
import { text } from '../shared/text.ts';
import { Welcome } from './welcome.tsx';

document.documentElement.lang = text('language');
document.title = text('welcomeTitle');
render(<Welcome filters={LIBRARY} />, document.body);
