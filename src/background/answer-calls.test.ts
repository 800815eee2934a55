import { beforeEach, expect, test, vi } from 'vitest';
import { type FakeChrome, installChromeFake } from '../../tests/fakes/chrome.ts';
import { type BackgroundCalls, background } from '../shared/messages.ts';
import { answerCalls } from './answer-calls.ts';

let fake: FakeChrome;
const reportCamera = async () => undefined;
const filtersOf = async () => [];

beforeEach(() => {
  fake = installChromeFake({ tab: { id: 5 } as chrome.tabs.Tab });
});

test('a call reaches its function with its sender, and settles when that does', async () => {
  const injectPipeline = vi.fn(async () => undefined);
  answerCalls<BackgroundCalls>({ injectPipeline, reportCamera, filtersOf });
  await expect(background.injectPipeline()).resolves.toBeUndefined();
  expect(injectPipeline).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ id: 'our-extension', tab: { id: 5 } }),
  );
});

test('an error reaches the caller with its words', async () => {
  answerCalls<BackgroundCalls>({
    injectPipeline: () => Promise.reject(new Error('Cannot access the page')),
    reportCamera,
    filtersOf,
  });
  await expect(background.injectPipeline()).rejects.toThrow('Cannot access the page');
});

test('a caller that nobody answers is told so', async () => {
  await expect(background.injectPipeline()).rejects.toThrow('The background did not answer injectPipeline');
});

test.each([
  ['a message of another kind', { type: 'engine-nonce', nonce: 'n' }],
  ['one of another kind with the name of a call', { type: 'engine-nonce', name: 'injectPipeline', args: [] }],
  ['no object', 'injectPipeline'],
  ['null', null],
  ['an unknown name', { type: 'call-background', name: 'wipe', args: [] }],
  ['a name of every object', { type: 'call-background', name: 'constructor', args: [] }],
  ['no arguments', { type: 'call-background', name: 'injectPipeline' }],
])('%s is left to others', (_, message) => {
  const injectPipeline = vi.fn(async () => undefined);
  answerCalls<BackgroundCalls>({ injectPipeline, reportCamera, filtersOf });
  expect(fake.onMessage.emit(message, { id: 'our-extension' }, vi.fn())).toEqual([false]);
  expect(injectPipeline).not.toHaveBeenCalled();
});

test('another extension gets no answer', () => {
  const injectPipeline = vi.fn(async () => undefined);
  answerCalls<BackgroundCalls>({ injectPipeline, reportCamera, filtersOf });
  const call = { type: 'call-background', name: 'injectPipeline', args: [] };
  expect(fake.onMessage.emit(call, { id: 'another-extension' }, vi.fn())).toEqual([false]);
  expect(injectPipeline).not.toHaveBeenCalled();
});
