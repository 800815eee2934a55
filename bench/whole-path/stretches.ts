/** Collects what was measured under each name, and tells of each stretch. Owns no order of measurements (run.ts). */
import { combine, type Measured, type NameFigures } from './figures.ts';

export type Note = (name: string, measured: Measured) => void;

/** Collects stretches by name and tells of each. */
export function createStretches(tell: (line: string) => void): {
  readonly note: Note;
  combined(): Record<string, NameFigures>;
} {
  const stretches = new Map<string, Measured[]>();
  return {
    note(name, measured) {
      stretches.set(name, [...(stretches.get(name) ?? []), measured]);
      const { fpsOut, latencyMs, mainThreadMs } = combine([measured]);
      const [added, busy] = [latencyMs, mainThreadMs].map(({ p50 }) => p50?.toFixed(2) ?? '-');
      tell(`${name}: ${fpsOut.toFixed(1)} fps, ${added} ms later, main thread ${busy} ms`);
    },
    combined: () => Object.fromEntries([...stretches].map(([name, all]) => [name, combine(all)])),
  };
}
