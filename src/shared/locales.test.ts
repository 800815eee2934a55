import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FILTERS } from '../filters/catalogue/index.ts';

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
type Messages = Readonly<Record<string, Message>>;

const FOLDER = join(import.meta.dirname, '../../public/_locales');
const locales = readdirSync(FOLDER);
const read = (locale: string): Messages =>
  JSON.parse(readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8')) as Messages;
const english = read('en');

/** The store's own limits. */
const NAME_LETTERS = 75;
const DESCRIPTION_LETTERS = 132;
const BADGE_LETTERS = 4;

test('the languages are there', () => {
  expect(locales.toSorted()).toEqual(['de', 'en', 'es', 'fr', 'ja', 'pt_BR']);
});

test('every filter has a name, and in English it is the one that it declares', () => {
  const names = FILTERS.map(({ id }) => `filter_${id.replaceAll('-', '_')}`);
  expect(names.map((name) => english[name]?.message)).toEqual(FILTERS.map(({ name }) => name));
});

test.each(locales)('%s has every text, with the same placeholders, each of which is used', (locale) => {
  const messages = read(locale);
  expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  for (const [name, { message, placeholders = {} }] of Object.entries(messages)) {
    const contents = Object.entries(placeholders).map(([placeholder, { content }]) => [placeholder, content]);
    const wanted = Object.entries(english[name]?.placeholders ?? {});
    expect(contents, name).toEqual(wanted.map(([placeholder, { content }]) => [placeholder, content]));
    const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, placeholder]) => placeholder?.toLowerCase());
    expect(used.toSorted(), name).toEqual(Object.keys(placeholders).toSorted());
    expect(message.trim(), name).not.toBe('');
  }
});

test.each(locales)('%s fits where the browser and the store show it', (locale) => {
  const { extensionName, extensionDescription, badgeOn, language } = read(locale);
  expect(extensionName?.message.length).toBeLessThanOrEqual(NAME_LETTERS);
  expect(extensionDescription?.message.length).toBeLessThanOrEqual(DESCRIPTION_LETTERS);
  expect(badgeOn?.message.length).toBeLessThanOrEqual(BADGE_LETTERS);
  expect(language?.message.replace('-', '_')).toBe(locale);
});
