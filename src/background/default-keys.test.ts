/**
 * Which keys a new user has, and why these. A chord is a default only where it types nothing in any layout of our languages
 * or of Polish, switches no layout or input method, and is not the browser's or the system's already.
 */
import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };

type Platform = 'mac' | 'default';

/** What the modifiers alone do to a key, by platform: a chord with these is none of ours, whatever its key. */
const REFUSED_MODIFIERS: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  mac: {
    Alt: 'Option types a character with every letter, digit and sign, in all layouts: ø in English, „ in German',
    'Alt+Shift': 'so does Option with Shift: Ó in Polish, Ø in English, ¿ in German, ◊ in French',
    MacCtrl: 'moves the caret and deletes, as in Emacs, in every field',
    'MacCtrl+Shift': 'chooses the kind of letters in Japanese input: J, K, L',
    Command:
      'nearly each is a command of the browser or of the page: comma opens the settings, 0 resets the zoom',
  },
  default: {
    'Alt+Shift': 'switches the layout on Windows, and on Linux with most keyboards’ settings',
    'Ctrl+Shift': 'switches the layout on Windows where there are several; U writes a character on Linux',
    'Ctrl+Alt': 'is AltGr, which types: @ in German, Ó in Polish, € in all; the browser refuses it',
    Ctrl: 'nearly each is a command of the browser or of the page: comma and period write formats, 0 resets the zoom',
  },
};

/** What is taken with the modifiers that are left. */
const REFUSED_KEYS: Readonly<Record<Platform, Readonly<Record<string, string>>>> = {
  mac: {
    'Command+Shift': 'A B C D G H J M N O P Q R T V W Z 3 4 5 6 Slash Up Down Left Right Delete',
  },
  default: { Alt: 'D E F 1 2 3 4 5 6 7 8 9 Home Left Right Up Down Space' },
};

/** Null: it may be a default. */
function whyNot(chord: string, platform: Platform): string | null {
  const parts = chord.split('+');
  const [modifiers, key] = [parts.slice(0, -1).join('+'), parts.at(-1) ?? ''];
  const reason = REFUSED_MODIFIERS[platform][modifiers];
  if (reason !== undefined) return reason;
  const taken = REFUSED_KEYS[platform][modifiers];
  if (taken === undefined) return `nobody has thought ${modifiers} through`;
  if (taken.split(' ').includes(key)) return 'it is the browser’s or the system’s';
  // On Windows and Linux Alt with a letter opens menus and is what pages give to their buttons as access keys.
  return /^[A-Z]$/.test(key) ? 'letters lie elsewhere in other layouts, and pages take them' : null;
}

const commands = Object.entries<{ description: string; suggested_key?: Partial<Record<Platform, string>> }>(
  manifest.commands,
);
const defaults = commands.flatMap(([command, { suggested_key: keys }]) =>
  keys === undefined ? [] : [{ command, keys }],
);

test('two commands have keys from the start, on a Mac their own', () => {
  expect(defaults.map(({ command }) => command)).toEqual(['toggle-filter', 'panic-off']);
  for (const { keys } of defaults) expect(Object.keys(keys).toSorted()).toEqual(['default', 'mac']);
});

test('none of them types, switches or is taken', () => {
  for (const { command, keys } of defaults) {
    for (const platform of ['mac', 'default'] as const) {
      expect(whyNot(keys[platform] ?? '', platform), `${command} on ${platform}`).toBeNull();
    }
  }
});

test('a slip beside one key never hits the other: comma and 0 lie in different rows in every layout', () => {
  for (const platform of ['mac', 'default'] as const) {
    const keys = defaults.map((entry) => entry.keys[platform]?.split('+').at(-1));
    expect(keys).toEqual(['Comma', '0']);
  }
});

test.each<[string, Platform]>([
  ['Alt+Shift+O', 'mac'],
  ['Alt+Shift+O', 'default'],
  ['Alt+Shift+Period', 'default'],
  ['Alt+Comma', 'mac'],
  ['Ctrl+Shift+U', 'default'],
  ['Command+Shift+Q', 'mac'],
  ['MacCtrl+Shift+J', 'mac'],
  ['Alt+1', 'default'],
])('%s on %s is refused', (chord, platform) => {
  expect(whyNot(chord, platform)).not.toBeNull();
});
