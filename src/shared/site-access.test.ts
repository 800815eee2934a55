import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import {
  hasSite,
  isAddedSite,
  isSiteRemoved,
  patternOf,
  removeSite,
  requestSite,
  siteRemoved,
} from './site-access.ts';

let granted: Set<string>;
const only = ({ origins }: { origins: string[] }) => origins[0] ?? '';

beforeEach(() => {
  granted = new Set(['https://meet.example/*']);
  vi.stubGlobal('chrome', {
    runtime: { getManifest: () => ({ host_permissions: ['https://meet.example/*'] }) },
    permissions: {
      getAll: async () => ({ origins: [...granted] }),
      contains: async (asked: { origins: string[] }) => granted.has(only(asked)),
      request: async (asked: { origins: string[] }) => !!granted.add(only(asked)),
      async remove(asked: { origins: string[] }) {
        if (only(asked) === 'https://meet.example/*')
          throw new Error('You cannot remove required permissions.');
        return granted.delete(only(asked));
      },
    },
  });
});

test.each([
  ['https://call.example', 'https://call.example/*'],
  ['http://localhost:8080', 'http://localhost/*'],
  ['file://', null],
  ['chrome://settings', null],
  ['null', null],
  ['', null],
])('the pattern of %s is %s', (origin, pattern) => {
  expect(patternOf(origin)).toBe(pattern);
});

test('a site is asked for, and then it is there', async () => {
  expect(await hasSite('https://call.example')).toBe(false);
  expect(await requestSite('https://call.example')).toBe(true);
  expect(await hasSite('https://call.example')).toBe(true);
  expect(await isAddedSite('https://call.example')).toBe(true);
  expect(await isAddedSite('https://meet.example')).toBe(false);
  expect(await removeSite('https://call.example')).toBe(true);
  expect(await hasSite('https://call.example')).toBe(false);
  expect(await isAddedSite('https://call.example')).toBe(false);
  expect(await removeSite('https://meet.example')).toBe(false);
  expect(await requestSite('file://')).toBe(false);
});

test('no message but the right one says that a site was taken back', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(isSiteRemoved(message, 'https://call.example')).toBe(false);
    }),
  );
});

test.each([
  ['https://call.example/*', 'https://call.example', true],
  ['https://call.example/*', 'http://call.example', false],
  ['https://call.example/*', 'https://www.call.example', false],
  ['https://*.call.example/*', 'https://www.call.example', true],
  ['https://*.call.example/*', 'https://call.example:8443', true],
  ['https://*.call.example/*', 'https://recall.example', false],
  ['*://*/*', 'https://call.example', true],
  ['https://*/*', 'http://call.example', false],
  ['https://*/*', 'null', false],
  ['nonsense', 'https://call.example', false],
])('with %s taken back, %s is no longer allowed: %s', (pattern, origin, expected) => {
  expect(isSiteRemoved(siteRemoved([pattern], []), origin)).toBe(expected);
});

test('a site that is allowed by itself stays when every site is taken back', () => {
  const message = siteRemoved(['https://*/*'], ['https://*.call.example/*']);
  expect(isSiteRemoved(message, 'https://www.call.example')).toBe(false);
  expect(isSiteRemoved(message, 'https://other.example')).toBe(true);
});
