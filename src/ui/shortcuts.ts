/**
 * The keys of our commands as the user has set them, and the browser's own page for changing them.
 * Owns which commands are shown, and under which name.
 */
import type { TextName } from '../shared/text.ts';

export interface Shortcut {
  readonly label: TextName;
  /** Empty when the user has set none. */
  readonly keys: string;
}

const LABELS: readonly (readonly [command: string, label: TextName])[] = [
  ['panic-off', 'commandPanic'],
  ['toggle-filter', 'commandToggle'],
  ['next-filter', 'commandNext'],
  ['previous-filter', 'commandPrevious'],
  ['_execute_action', 'commandOpen'],
];

export async function readShortcuts(): Promise<Shortcut[]> {
  const commands = await chrome.commands.getAll();
  return LABELS.map(([name, label]) => ({
    label,
    keys: commands.find((command) => command.name === name)?.shortcut ?? '',
  }));
}

/** A page of the browser's: a link cannot open it, an extension can. */
export async function openShortcutsPage(): Promise<void> {
  await chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
