import { expect, test, vi } from 'vitest';
import { FILTERS } from '../filters/catalogue/index.ts';
import type { PrepareOptions } from '../render/prepare-look.ts';
import type { LookParts } from '../render/prepared-look.ts';
import type { FromPreparer } from '../shared/preparer-protocol.ts';
import { answerPreparing } from './answer-preparing.ts';

const PARTS: LookParts = { onFailure: 'open', requires: [], covers: null, effects: {} };
const FRAME = { widthPx: 640, heightPx: 480, matrix: 'bt601', fullRange: true } as const;
const GLASSES = JSON.parse(JSON.stringify(FILTERS.find(({ id }) => id === 'glasses')));
const QUESTION = {
  type: 'prepare',
  sequence: 3,
  wearing: { filters: [GLASSES], otherFaces: null, intensity: {}, texts: {} },
  madeFor: FRAME,
};

/** A port that is answered by `prepare`; what is said to it comes in a list. */
function connect(prepare = async (_: unknown, __?: PrepareOptions) => PARTS) {
  const said: FromPreparer[] = [];
  const port = {
    onmessage: null as ((event: MessageEvent) => void) | null,
    postMessage: (message: FromPreparer) => void said.push(message),
  };
  answerPreparing(port as never, prepare);
  return { said, ask: (data: unknown) => port.onmessage?.({ data } as MessageEvent) };
}

test('declarations in, the parts of their look out, made for the frames that come', async () => {
  const madeFor: unknown[] = [];
  const { said, ask } = connect(async (_, options) => {
    madeFor.push(options?.madeFor);
    return PARTS;
  });
  ask(QUESTION);
  ask({ ...QUESTION, sequence: 4, madeFor: null });
  await vi.waitFor(() => expect(said).toHaveLength(2));
  expect(said).toEqual([
    { type: 'prepared', sequence: 3, filterIds: ['glasses'], parts: PARTS },
    { type: 'prepared', sequence: 4, filterIds: ['glasses'], parts: PARTS },
  ]);
  expect(madeFor).toEqual([FRAME, expect.objectContaining({ widthPx: 1280, heightPx: 720 })]);
});

test('what cannot be read is refused with the place, what cannot be made with its reason, and the next is answered', async () => {
  let breaks = true;
  const { said, ask } = connect(async () => {
    if (breaks) throw new Error('expected a table, received half of one');
    return PARTS;
  });
  ask({ ...QUESTION, wearing: { ...QUESTION.wearing, filters: [{ ...GLASSES, group: 'hat' }] } });
  ask({ ...QUESTION, sequence: 4 });
  await vi.waitFor(() => expect(said).toHaveLength(2));
  breaks = false;
  ask({ ...QUESTION, sequence: 5 });
  await vi.waitFor(() => expect(said).toHaveLength(3));
  expect(said).toEqual([
    {
      type: 'not-prepared',
      sequence: 3,
      problem: 'filter-invalid',
      reason: expect.stringMatching('at group'),
    },
    {
      type: 'not-prepared',
      sequence: 4,
      problem: 'render-failed',
      reason: expect.stringMatching('half of one'),
    },
    expect.objectContaining({ type: 'prepared', sequence: 5 }),
  ]);
});

test.each<[string, unknown]>([
  ['null', null],
  ['text', 'prepare'],
  ['another word', { ...QUESTION, type: 'paint' }],
  ['no number', { ...QUESTION, sequence: 'first' }],
  ['nothing worn', { ...QUESTION, wearing: null }],
  ['filters that are no list', { ...QUESTION, wearing: { ...QUESTION.wearing, filters: {} } }],
  ['frames that nobody knows of', { ...QUESTION, madeFor: undefined }],
  ['frames without end', { ...QUESTION, madeFor: { ...FRAME, widthPx: 1e9 } }],
  ['frames of half a pixel', { ...QUESTION, madeFor: { ...FRAME, heightPx: 0.5 } }],
  ['colours from elsewhere', { ...QUESTION, madeFor: { ...FRAME, matrix: 'rgb' } }],
])('what is no question is not answered, and nothing breaks: %s', async (_, nonsense) => {
  const { said, ask } = connect();
  ask(nonsense);
  ask({ ...QUESTION, sequence: 9 });
  await vi.waitFor(() => expect(said).toHaveLength(1));
  expect(said[0]).toMatchObject({ type: 'prepared', sequence: 9 });
});
