import { expect, test } from 'vitest';
import { isBlank } from './is-blank.ts';
import type { Covers } from './prepared-look.ts';

const closed = (covers: Covers | null) => ({ onFailure: 'closed', covers }) as const;
const NOW = { headCount: 1, detectedAgoUs: 40_000 };
const LONG_AGO = { headCount: 1, detectedAgoUs: 500_001 };
const NOBODY = { headCount: 0, detectedAgoUs: 40_000 };

test('an open look is never blank, whatever it covers', () => {
  for (const covers of ['everything', 'heads', null] as const) {
    const look = { onFailure: 'open', covers } as const;
    for (const known of [NOW, LONG_AGO, NOBODY]) expect(isBlank({ look, ...known })).toBe(false);
  }
});

test('a closed look that covers nothing is never blank: there is nothing to wait for', () => {
  for (const known of [NOW, LONG_AGO, NOBODY]) expect(isBlank({ look: closed(null), ...known })).toBe(false);
});

test('while nobody has looked for heads for half a second a look that covers is blank', () => {
  for (const covers of ['everything', 'heads'] as const) {
    expect(isBlank({ look: closed(covers), ...NOW })).toBe(false);
    expect(isBlank({ look: closed(covers), ...NOW, detectedAgoUs: 500_000 })).toBe(false);
    expect(isBlank({ look: closed(covers), ...LONG_AGO })).toBe(true);
    expect(isBlank({ look: closed(covers), ...NOW, detectedAgoUs: Number.POSITIVE_INFINITY })).toBe(true);
  }
});

test('without a head what covers by being worn is blank, and what hides everything is painted', () => {
  expect(isBlank({ look: closed('heads'), ...NOBODY })).toBe(true);
  expect(isBlank({ look: closed('everything'), ...NOBODY })).toBe(false);
});
