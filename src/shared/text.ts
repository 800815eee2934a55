/**
 * The words that a user reads, from _locales by way of the browser.
 * English is the default locale, so its file is also the list of names that exist.
 */
import type messages from '../../public/_locales/en/messages.json';

export type TextName = keyof typeof messages;

/** The text of that name in the user's language, with $1, $2... replaced; the bare name where there is no browser to ask. */
export function text(name: TextName, ...substitutions: readonly string[]): string {
  return lookUp(name, substitutions) || name;
}

/** As `text`, for names that are made of data (a filter, a problem) and need not be translated yet. */
export function textOr(fallback: string, name: string): string {
  return lookUp(name, []) || fallback;
}

function lookUp(name: string, substitutions: readonly string[]): string {
  return globalThis.chrome?.i18n?.getMessage(name, [...substitutions]) ?? '';
}
