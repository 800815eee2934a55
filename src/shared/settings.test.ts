import { beforeEach, expect, test, vi } from 'vitest';
import { type FakeChrome, installChromeFake } from '../../tests/fakes/chrome.ts';
import { defaultSettings, onSettingsChanged, readSettings, setSettings } from './settings.ts';

let fake: FakeChrome;

beforeEach(() => {
  fake = installChromeFake();
});

test('before any choice, no filter is on', async () => {
  expect(await readSettings()).toMatchObject({ version: 2, enabled: false, filterIds: [] });
});

test('a testing build wears its filter before any choice', () => {
  vi.stubGlobal('__FORCED_FILTER__', { id: 'mask', failMode: 'closed' });
  expect(defaultSettings()).toMatchObject({
    enabled: true,
    filterIds: ['mask'],
    failModes: { mask: 'closed' },
  });
  vi.unstubAllGlobals();
});

test('what is set is read again, and fields that a change does not name stay', async () => {
  await setSettings({ enabled: true, filterIds: ['party-hat'] });
  await setSettings({ enabled: false });
  expect(await readSettings()).toMatchObject({ enabled: false, filterIds: ['party-hat'] });
});

test('two changes at once both hold', async () => {
  await Promise.all([setSettings({ enabled: true }), setSettings({ filterIds: ['party-hat'] })]);
  expect(await readSettings()).toMatchObject({ enabled: true, filterIds: ['party-hat'] });
});

test('a change can be made of the present settings', async () => {
  const flip = ({ enabled }: { enabled: boolean }) => ({ enabled: !enabled });
  await Promise.all([setSettings(flip), setSettings(flip), setSettings(flip)]);
  expect((await readSettings()).enabled).toBe(true);
});

test.each([
  ['damaged', { version: 1, enabled: 'yes', filterId: 7 }],
  ['of another kind', 'on'],
  ['null', null],
  ['from a newer version', { version: 3, enabled: true, looks: ['party-hat'] }],
])(
  'a stored value that is %s gives the defaults, stays until the user chooses, and is kept then',
  async (_, value) => {
    fake.stored.set('settings', value);
    expect(await readSettings()).toEqual(defaultSettings());
    expect(fake.stored.get('settings')).toEqual(value);
    await setSettings({ enabled: true, filterIds: ['party-hat'] });
    expect(await readSettings()).toMatchObject({ enabled: true, filterIds: ['party-hat'] });
    expect(fake.stored.get('settings-unread')).toEqual(value);
  },
);

test('a damaged field takes its default alone', async () => {
  fake.stored.set('settings', { ...defaultSettings(), filterIds: ['mask'], enabled: 'yes', favourites: 7 });
  expect(await readSettings()).toEqual({ ...defaultSettings(), filterIds: ['mask'] });
});

test('what was stored before texts could be changed has none, and damaged texts take nothing else along', async () => {
  const { texts: _, ...before } = { ...defaultSettings(), filterIds: ['name-tag'] };
  const site = { off: false, remembered: { ...before, enabled: true } };
  for (const change of [{}, { texts: 'Ada' }]) {
    fake.stored.set('settings', { ...before, ...change, sites: { 'https://meet.example': site } });
    const { texts, filterIds, sites } = await readSettings();
    expect({ texts, filterIds }).toEqual({ texts: {}, filterIds: ['name-tag'] });
    expect(sites['https://meet.example']?.remembered).toMatchObject({ enabled: true, texts: {} });
  }
});

test('what was stored before fail modes had a place says none, and damaged ones take nothing else along', async () => {
  const { failModes: _, ...before } = { ...defaultSettings(), enabled: true, filterIds: ['mask'] };
  const site = { off: false, remembered: before };
  for (const change of [{}, { failModes: { mask: 'ajar' } }]) {
    fake.stored.set('settings', { ...before, ...change, sites: { 'https://meet.example': site } });
    const settings = await readSettings();
    expect(settings).toMatchObject({ enabled: true, filterIds: ['mask'], failModes: {} });
    expect(settings.sites['https://meet.example']?.remembered).toMatchObject({
      enabled: true,
      failModes: {},
    });
  }
});

test('the choice of the first version is taken over', async () => {
  fake.stored.set('settings', { version: 1, enabled: true, filterId: 'mask' });
  expect(await readSettings()).toEqual({ ...defaultSettings(), enabled: true, filterIds: ['mask'] });
  await setSettings({ hud: true });
  expect(await readSettings()).toMatchObject({ enabled: true, filterIds: ['mask'], hud: true });
  expect(fake.stored.has('settings-unread')).toBe(false);
});

test('storage out of reach: reading gives the defaults, writing says why, and a later write works', async () => {
  fake.storageError = new Error('QUOTA_BYTES quota exceeded');
  expect(await readSettings()).toEqual(defaultSettings());
  await expect(setSettings({ enabled: true })).rejects.toThrow('QUOTA_BYTES quota exceeded');
  fake.storageError = null;
  await setSettings({ enabled: true });
  expect((await readSettings()).enabled).toBe(true);
});

test('a listener hears every change, damaged ones as the defaults, until its signal aborts', async () => {
  const heard = vi.fn();
  const listening = new AbortController();
  onSettingsChanged(heard, listening.signal);
  await setSettings({ enabled: true });
  expect(heard).toHaveBeenLastCalledWith({ ...defaultSettings(), enabled: true });
  await chrome.storage.local.set({ settings: 'damaged' });
  expect(heard).toHaveBeenLastCalledWith(defaultSettings());
  await chrome.storage.local.set({ other: 1 });
  expect(heard).toHaveBeenCalledTimes(2);
  listening.abort();
  await setSettings({ enabled: false });
  expect(heard).toHaveBeenCalledTimes(2);
});
