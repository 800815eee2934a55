import { expect, test } from 'vitest';
import type { PipelineFigures } from '../../shared/pipeline-protocol.ts';
import { stateOfAll } from './merge-states.ts';
import type { PipelineState } from './pipeline-supervisor.ts';

const figuresOf = (fpsOut: number) => ({ fpsOut }) as PipelineFigures;
const ON: PipelineState = { filterOn: true, problem: null, figures: figuresOf(30) };
const FAILED: PipelineState = { filterOn: false, problem: 'render-failed', figures: null };
const STARTING: PipelineState = { filterOn: false, problem: null, figures: null };

test('of one camera it is its own', () => {
  for (const state of [ON, FAILED, STARTING]) expect(stateOfAll([state])).toEqual(state);
});

test('without a camera nothing is on', () => {
  expect(stateOfAll([])).toEqual(STARTING);
});

test('a filter is on when it is on every camera, and a problem of one is said whatever the other does', () => {
  expect(stateOfAll([ON, ON]).filterOn).toBe(true);
  for (const states of [
    [ON, FAILED],
    [FAILED, ON],
  ]) {
    expect(stateOfAll(states)).toMatchObject({ filterOn: false, problem: 'render-failed' });
  }
  expect(stateOfAll([ON, STARTING])).toMatchObject({ filterOn: false, problem: null });
});

test('figures are those of the newest camera that has some', () => {
  expect(stateOfAll([ON, { ...ON, figures: figuresOf(12) }, STARTING]).figures?.fpsOut).toBe(12);
});
