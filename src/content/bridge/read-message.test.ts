import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFromHook, readFromPipeline } from './read-message.ts';

const RUNS = { numRuns: 10_000 };
const HOOK_TYPES = [
  ...['camera-asked', 'camera-opened', 'camera-closed', 'camera-refused'],
  ...['pipeline-refused', 'pipeline-lost'],
];
const PIPELINE_TYPES = ['wearing', 'problem', 'figures'];

/** Anything, and things that look nearly right: a true type with fields of any kind. */
const messages = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true }),
  fc.record(
    {
      type: fc.constantFrom(...HOOK_TYPES, ...PIPELINE_TYPES),
      cameraId: fc.anything(),
      filterIds: fc.anything(),
      problem: fc.anything(),
      figures: fc.anything(),
      errorName: fc.anything(),
      needsClock: fc.anything(),
    },
    { requiredKeys: ['type'] },
  ),
);

test('whatever is said, what is read is a message of the protocol or nothing, and nothing is thrown', () => {
  fc.assert(
    fc.property(messages, (message) => {
      const fromHook = readFromHook(message);
      if (fromHook && 'cameraId' in fromHook) expect(Number.isSafeInteger(fromHook.cameraId)).toBe(true);
      const fromPipeline = readFromPipeline(message);
      if (fromPipeline?.type === 'wearing')
        expect(fromPipeline.filterIds.every((id) => typeof id === 'string')).toBe(true);
    }),
    RUNS,
  );
});

test('what hook and pipeline say is read as it is', () => {
  const opened = { type: 'camera-opened', cameraId: 3, needsClock: false };
  expect(readFromHook(opened)).toEqual(opened);
  expect(readFromHook({ type: 'camera-refused', errorName: 'NotAllowedError' })).not.toBeNull();
  const wearing = { type: 'wearing', filterIds: ['glasses'] };
  expect(readFromPipeline(wearing)).toEqual(wearing);
  expect(readFromPipeline({ type: 'problem', problem: 'engine-silent' })).not.toBeNull();
  expect(readFromPipeline({ type: 'problem', problem: 'of my own' })).toBeNull();
  expect(readFromHook(wearing)).toBeNull();
});
