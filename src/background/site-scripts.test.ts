import { beforeEach, expect, test, vi } from 'vitest';
import { isSiteRemoved } from '../shared/site-access.ts';
import { announceRemoved, syncSiteScripts } from './site-scripts.ts';

const CALLS = 'https://meet.example/*';
const OWN = 'https://my-site.example/*';

let origins: string[];
let registered: { id: string; matches: string[]; js: string[] }[];
let registrations: number;
const sendMessage = vi.fn(async () => undefined);

beforeEach(() => {
  origins = [CALLS];
  registered = [];
  registrations = 0;
  sendMessage.mockClear();
  vi.stubGlobal('chrome', {
    runtime: {
      getManifest: () => ({
        host_permissions: [CALLS],
        content_scripts: [
          { js: ['hook.js'], matches: [CALLS], world: 'MAIN' },
          { js: ['bridge.js'], matches: [CALLS] },
        ],
      }),
    },
    permissions: { getAll: async () => ({ origins }) },
    scripting: {
      getRegisteredContentScripts: async () => registered,
      async unregisterContentScripts({ ids }: { ids: string[] }) {
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
      async registerContentScripts(scripts: typeof registered) {
        registrations += 1;
        registered.push(...scripts);
      },
    },
    tabs: { query: async () => [{ id: 1 }, {}, { id: 2 }], sendMessage },
  });
});

test("on the manifest's own sites nothing is registered, for its scripts run there already", async () => {
  await syncSiteScripts();
  expect(registered).toEqual([]);
});

test('on an allowed site both scripts run, each in its world, before the page', async () => {
  origins.push(OWN);
  await syncSiteScripts();
  expect(registered).toMatchObject([
    { js: ['hook.js'], matches: [OWN], world: 'MAIN', runAt: 'document_start', allFrames: true },
    { js: ['bridge.js'], matches: [OWN], world: 'ISOLATED', runAt: 'document_start', allFrames: true },
  ]);
});

test('what is no longer allowed is no longer registered, however quickly changes come', async () => {
  origins.push(OWN);
  const first = syncSiteScripts();
  const second = syncSiteScripts();
  origins.pop();
  await Promise.all([first, second, syncSiteScripts()]);
  expect(registered).toEqual([]);
});

test('the browser keeps what is registered, and at its next start there is nothing to do', async () => {
  origins.push(OWN);
  await syncSiteScripts();
  expect(
    registered.every((script) => 'persistAcrossSessions' in script && script.persistAcrossSessions),
  ).toBe(true);
  await syncSiteScripts();
  expect(registrations).toBe(1);
});

test.each<[string, () => void]>([
  [
    'is of a version whose files had other names',
    () => ((registered[0] as { js: string[] }).js = ['old.js']),
  ],
  ['would be forgotten', () => Object.assign(registered[1] ?? {}, { persistAcrossSessions: false })],
  ['is not all there', () => registered.pop()],
])('what %s is registered anew', async (_, happens) => {
  origins.push(OWN);
  await syncSiteScripts();
  const wanted = JSON.stringify(registered);
  happens();
  await syncSiteScripts();
  expect(JSON.stringify(registered)).toBe(wanted);
});

test('every open tab hears of a site that was taken back, and one that does not listen stops nobody', async () => {
  sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist'));
  await announceRemoved([OWN]);
  expect(sendMessage.mock.calls.map(([id]: unknown[]) => id)).toEqual([1, 2]);
  const [[, message]] = sendMessage.mock.calls as unknown as [[number, unknown]];
  expect(isSiteRemoved(message, 'https://my-site.example')).toBe(true);
  expect(isSiteRemoved(message, 'https://meet.example')).toBe(false);
});
