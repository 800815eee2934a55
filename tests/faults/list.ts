/** Every fault, in the order of the table. The end-to-end test runs the quick ones, `npm run faults` all. */
import { DRAWING_FAULTS } from './drawing-faults.ts';
import { ENGINE_FAULTS } from './engine-faults.ts';
import type { Fault } from './fault.ts';
import { LIFE_FAULTS } from './life-faults.ts';
import { PAGE_FAULTS } from './page-faults.ts';
import { SETTINGS_FAULTS } from './settings-faults.ts';
import { SOURCE_FAULTS } from './source-faults.ts';

export const FAULTS: readonly Fault[] = [
  ...ENGINE_FAULTS,
  ...DRAWING_FAULTS,
  ...SETTINGS_FAULTS,
  ...SOURCE_FAULTS,
  ...PAGE_FAULTS,
  ...LIFE_FAULTS,
];
