import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LookParts } from '../render/prepared-look.ts';
import type { Wearing } from '../shared/pipeline-protocol.ts';
import type { FromPreparer, ToPreparer } from '../shared/preparer-protocol.ts';
import { ProblemError } from '../shared/problem.ts';
import { createPreparerClient } from './preparer-client.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const WEARING: Wearing = { filters: [{}], otherFaces: null, intensity: {}, texts: {} };
const FRAME = { widthPx: 640, heightPx: 480, matrix: 'bt709', fullRange: false } as const;
const PARTS: LookParts = { onFailure: 'closed', requires: ['heads'], covers: null, effects: {} };

/** A client whose preparer is this test. */
function connect() {
  const closed = new AbortController();
  const asked: ToPreparer[] = [];
  const port = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    onclose: null as (() => void) | null,
    isClosed: false,
    postMessage: (message: ToPreparer) => void asked.push(message),
    close() {
      port.isClosed = true;
    },
  };
  const client = createPreparerClient(Promise.resolve(port as never), closed.signal);
  const answer = (message: FromPreparer) => port.onmessage?.({ data: message } as MessageEvent);
  return { client, port, closed, asked, answer };
}

const settled = () => vi.advanceTimersByTimeAsync(0);
/** What a promise was refused with. */
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'nothing',
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  );

test('what is worn and the frames to come go out, a look that can be painted comes back', async () => {
  const { client, asked, answer } = connect();
  const ready = client.prepare(WEARING, FRAME);
  await settled();
  expect(asked).toEqual([{ type: 'prepare', sequence: 1, wearing: WEARING, madeFor: FRAME }]);
  answer({ type: 'prepared', sequence: 1, filterIds: ['own'], parts: PARTS });
  const { look, filterIds } = await ready;
  expect(filterIds).toEqual(['own']);
  expect(look).toMatchObject({ onFailure: 'closed', covers: null, steps: [] });
  expect([...look.requires]).toEqual(['heads']);
});

test('each answer goes to whoever asked for it, in whatever order they come', async () => {
  const { client, answer } = connect();
  const [first, second] = [client.prepare(WEARING, null), client.prepare(WEARING, null)];
  await settled();
  answer({ type: 'prepared', sequence: 2, filterIds: ['second'], parts: PARTS });
  answer({ type: 'prepared', sequence: 7, filterIds: ['nobody'], parts: PARTS });
  answer({ type: 'prepared', sequence: 1, filterIds: ['first'], parts: PARTS });
  expect((await first).filterIds).toEqual(['first']);
  expect((await second).filterIds).toEqual(['second']);
});

test('a refusal says what the preparer says', async () => {
  const { client, answer } = connect();
  const asked = client.prepare(WEARING, null);
  await settled();
  answer({ type: 'not-prepared', sequence: 1, problem: 'filter-invalid', reason: 'at group: expected ...' });
  await expect(asked).rejects.toMatchObject({
    problem: 'filter-invalid',
    message: expect.stringMatching('at group'),
  });
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['a look without parts', { ...PARTS, effects: null }],
  ['a part that does not fit', { ...PARTS, effects: { grade: { luma: new Uint8Array(1) } } }],
])('parts that cannot be painted are refused at the door: %s', async (_, parts) => {
  const { client, answer } = connect();
  const asked = refusalOf(client.prepare(WEARING, null));
  await settled();
  answer({ type: 'prepared', sequence: 1, filterIds: [], parts });
  expect(await asked).toBe('render-failed');
});

test('a preparer that never answers is silent after ten seconds, and one that answers later is not heard', async () => {
  const { client, answer } = connect();
  const asked = refusalOf(client.prepare(WEARING, null));
  await vi.advanceTimersByTimeAsync(9_999);
  const next = client.prepare(WEARING, null);
  await vi.advanceTimersByTimeAsync(1);
  expect(await asked).toBe('engine-silent');
  answer({ type: 'prepared', sequence: 1, filterIds: ['late'], parts: PARTS });
  answer({ type: 'prepared', sequence: 2, filterIds: ['next'], parts: PARTS });
  expect((await next).filterIds).toEqual(['next']);
});

test.each(['the camera is closed', 'the preparer goes away'])('nobody waits on when %s', async (what) => {
  const { client, port, closed } = connect();
  const asked = refusalOf(client.prepare(WEARING, null));
  await settled();
  if (what === 'the camera is closed') closed.abort();
  else port.onclose?.();
  expect(await asked).toBe('engine-silent');
  expect(port.isClosed).toBe(what === 'the camera is closed');
  // And whoever asks later, at once.
  expect(await refusalOf(client.prepare(WEARING, null))).toBe('engine-silent');
  expect(vi.getTimerCount()).toBe(0);
});

test('where no preparer comes, whoever asks hears why', async () => {
  const opening = Promise.reject(new ProblemError('wasm-refused'));
  const client = createPreparerClient(opening, new AbortController().signal);
  expect(await refusalOf(client.prepare(WEARING, null))).toBe('wasm-refused');
});
