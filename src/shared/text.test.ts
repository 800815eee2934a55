import { expect, test } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { PROBLEM_SENTENCES } from './problem.ts';
import { text, textOr } from './text.ts';

test('without a browser a text is its name', () => {
  Reflect.deleteProperty(globalThis, 'chrome');
  expect(text('switchOn')).toBe('switchOn');
  expect(textOr('Party hat', 'filter_party_hat')).toBe('Party hat');
});

test('with a browser a text is the locale file with its gaps filled', () => {
  installChromeFake();
  expect(text('titleOn', 'Party hat')).toBe('filtrou.me: Party hat is on');
  expect(textOr('Party hat', 'filter_party_hat')).toBe('Party hat');
});

test('every problem has its sentence in the English file, word for word', () => {
  for (const [code, sentence] of Object.entries(PROBLEM_SENTENCES)) {
    const name = `problem_${code.replaceAll('-', '_')}`;
    expect((messages as Record<string, { message: string }>)[name]?.message, name).toBe(sentence);
  }
});

test('every text that the manifest names is there', () => {
  const named = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(messages).toHaveProperty(String(name));
});
