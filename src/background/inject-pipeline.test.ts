import { beforeEach, expect, test, vi } from 'vitest';
import { installChromeFake } from '../../tests/fakes/chrome.ts';
import { PIPELINE_ARRIVED } from '../shared/pipeline-protocol.ts';
import type { Sender } from './answer-calls.ts';
import { injectPipeline } from './inject-pipeline.ts';

vi.mock('./pipeline-file.ts', () => ({ pipelineFile: 'assets/line.js' }));

const executeScript = vi.fn();
const tab = { id: 5 } as chrome.tabs.Tab;
const frame: Sender = { tab, frameId: 3, documentId: 'D', url: 'https://call.example/' };

beforeEach(() => {
  installChromeFake();
  executeScript
    .mockReset()
    .mockImplementation(async ({ files }: { files?: string[] }) => [
      { result: files ? PIPELINE_ARRIVED : true },
    ]);
  Object.assign(chrome, { scripting: { executeScript } });
});

test('the program goes into the very document that asked, in its own world', async () => {
  await injectPipeline(frame);
  expect(executeScript).toHaveBeenLastCalledWith({
    target: { tabId: 5, documentIds: ['D'] },
    world: 'MAIN',
    files: ['assets/line.js'],
    injectImmediately: true,
  });
});

test('without document ids it goes into the frame', async () => {
  const { documentId: _, ...older } = frame;
  await injectPipeline(older);
  expect(executeScript.mock.lastCall?.[0].target).toEqual({ tabId: 5, frameIds: [3] });
});

test("the browser's refusal reaches the caller", async () => {
  executeScript.mockRejectedValue(new Error('Cannot access contents of the page'));
  await expect(injectPipeline(frame)).rejects.toThrow('Cannot access contents of the page');
});

test.each([[[]], [[{ result: undefined }]], [[{ result: 'something of the page' }]]])(
  'a script that did not run to its end, %j, is a refusal',
  async (results) => {
    executeScript.mockImplementation(async ({ files }: { files?: string[] }) =>
      files ? results : [{ result: true }],
    );
    await expect(injectPipeline(frame)).rejects.toThrow('to its end');
  },
);

test('where the page has taken the name of the program, its script is not run', async () => {
  executeScript.mockResolvedValue([{ result: false }]);
  await expect(injectPipeline(frame)).rejects.toThrow('to be free');
  expect(executeScript).toHaveBeenCalledOnce();
});

test.each<[string, Sender]>([
  ['a sender without a tab', { frameId: 0, url: 'https://call.example/' }],
  [
    'a page of the extension itself',
    { ...frame, url: 'chrome-extension://our-extension/src/engine/index.html' },
  ],
])('%s is refused', async (_, sender) => {
  await expect(injectPipeline(sender)).rejects.toThrow('injectPipeline expects to be called by');
  expect(executeScript).not.toHaveBeenCalled();
});
