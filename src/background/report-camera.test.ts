import { beforeEach, expect, test, vi } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { reportCamera } from './report-camera.ts';

const report = { camera: 'open', filterOn: true, filterIds: ['crown'], isBlank: false, problem: null };
const sender = { tab: { id: 7 } as chrome.tabs.Tab };
const setBadgeText = vi.fn(async () => undefined);

beforeEach(() => {
  installChromeFake();
  setBadgeText.mockClear();
  const ignored = async () => undefined;
  Object.assign(chrome, {
    action: {
      setBadgeText,
      setBadgeBackgroundColor: ignored,
      setBadgeTextColor: ignored,
      setTitle: ignored,
    },
  });
});

test('a report is shown on the button of the tab that it comes from, and on no other', async () => {
  await reportCamera(sender, report);
  expect(setBadgeText).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: 'ON' });
});

test('a closed camera takes away what was shown of it', async () => {
  await reportCamera(sender, { ...report, camera: 'none', filterOn: false });
  expect(setBadgeText).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: null });
});

test.each([
  ['no tab', {}, report],
  ['no report', sender, { camera: 'open' }],
  ['a problem that we do not have', sender, { ...report, problem: 'tuesday' }],
])('%s is refused and shows nothing', async (_, from, candidate) => {
  await expect(reportCamera(from, candidate)).rejects.toThrow();
  expect(setBadgeText).not.toHaveBeenCalled();
});
