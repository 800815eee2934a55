/** What is measured, under which names. Owns the list alone. */

export interface CameraSize {
  readonly width: number;
  readonly height: number;
}

export interface CostRow {
  /** Null: nothing is worn. */
  readonly filterId: string | null;
  /** moving: the bundled head on its path. still: one picture of it, for ever. */
  readonly clip: 'moving' | 'still';
  /** False: the page has switched its track off, and gets black frames. */
  readonly trackEnabled: boolean;
  /** What the page asks the one device for, at the same time. */
  readonly cameras: readonly CameraSize[];
}

const HD: CameraSize = { width: 1280, height: 720 };
const SMALL: CameraSize = { width: 640, height: 360 };

const worn = (filterId: string | null, more: Partial<CostRow> = {}): CostRow => ({
  ...{ filterId, clip: 'moving', trackEnabled: true, cameras: [HD] },
  ...more,
});

export const COST_ROWS = {
  off: worn(null),
  glasses: worn('glasses'),
  beard: worn('beard'),
  filmNoir: worn('noir'),
  goldenHour: worn('golden-hour'),
  hearts: worn('hearts'),
  pixelated: worn('pixelated-face'),
  closeUp: worn('close-up'),
  nameTag: worn('name-tag'),
  glassesDisabled: worn('glasses', { trackEnabled: false }),
  glassesTwice: worn('glasses', { cameras: [HD, HD] }),
  glassesTwoSizes: worn('glasses', { cameras: [HD, SMALL] }),
  glassesStill: worn('glasses', { clip: 'still' }),
} as const satisfies Readonly<Record<string, CostRow>>;

export type CostRowName = keyof typeof COST_ROWS;

export const COST_ROW_NAMES = Object.keys(COST_ROWS) as readonly CostRowName[];

/** The rows of these names, in the list's order; all without names. Throws on a name that is none. */
export function pickRows(names: readonly string[] | null): readonly CostRowName[] {
  if (names === null) return COST_ROW_NAMES;
  const unknown = names.filter((name) => !COST_ROW_NAMES.includes(name as CostRowName));
  if (unknown.length > 0 || names.length === 0) {
    throw new Error(`Expected rows among ${COST_ROW_NAMES.join(', ')}; got: ${unknown.join(', ') || 'none'}`);
  }
  return COST_ROW_NAMES.filter((name) => names.includes(name));
}
