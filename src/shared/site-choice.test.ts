import { expect, test } from 'vitest';
import { choiceFor } from './choice.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { siteOf, withSiteOff, withSiteRemembered } from './site-choice.ts';

const SITE = 'https://call.example';
const OTHER = 'https://other.example';
const start: Settings = { ...defaultSettings(), enabled: true, filterIds: ['crown'] };

test('off and on again, or remembered and forgotten, leaves no trace', () => {
  const off = { ...start, ...withSiteOff(start, SITE, true) };
  expect(choiceFor(off, SITE).enabled).toBe(false);
  expect(choiceFor(off, OTHER).enabled).toBe(true);
  expect({ ...off, ...withSiteOff(off, SITE, false) }).toEqual(start);
  const own = { ...start, ...withSiteRemembered(start, SITE, true) };
  expect({ ...own, ...withSiteRemembered(own, SITE, false) }).toEqual(start);
});

test('a site that remembers keeps what holds there now, whatever is chosen elsewhere later', () => {
  const own = { ...start, ...withSiteRemembered(start, SITE, true) };
  const later = { ...own, enabled: false, filterIds: ['mask'] };
  expect(choiceFor(later, SITE)).toEqual(choiceFor(start, SITE));
});

test('off and remembered are kept apart: what is remembered while off comes back with on', () => {
  const off = { ...start, ...withSiteOff(start, SITE, true) };
  const both = { ...off, ...withSiteRemembered(off, SITE, true) };
  expect(siteOf(both, SITE).off).toBe(true);
  expect(choiceFor(both, SITE).enabled).toBe(false);
  const on = { ...both, ...withSiteOff(both, SITE, false) };
  expect(choiceFor(on, SITE)).toEqual(choiceFor(start, SITE));
});
