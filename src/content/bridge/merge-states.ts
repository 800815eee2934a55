/**
 * What a document's cameras do, as one state: what is said of them holds for each. Pure.
 * A page may have two cameras open, and neither may hide what the other one shows.
 */
import type { PipelineState } from './pipeline-supervisor.ts';

/** On when every camera is, with what is the matter with the first that has a problem; figures are the newest's. */
export function stateOfAll(states: Iterable<PipelineState>): PipelineState {
  const all = [...states];
  return {
    filterOn: all.length > 0 && all.every(({ filterOn }) => filterOn),
    problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
    figures: all.findLast(({ figures }) => figures !== null)?.figures ?? null,
  };
}
