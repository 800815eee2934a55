/** What is worn together: several filters made into one declaration. Types alone; joining them is render/create-look.ts. */
import type { FailMode } from '../../shared/fail-mode.ts';
import type { EffectFields } from './effect-fields.ts';

/** All of some filters that is drawn, without their names. */
export interface Look extends EffectFields {
  readonly onFailure: FailMode;
  /** What every face but the first wears; absent: the same. */
  readonly others?: EffectFields;
}
