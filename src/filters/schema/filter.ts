/**
 * What a filter is: data that can be stored, sent and checked, never code.
 * Owns the schema and its version; building and drawing it is the renderer's.
 */
import * as v from 'valibot';
import { framingSchema } from './framing-schema.ts';
import { FILTER_GROUPS } from './groups.ts';
import { hideSchema } from './hide-schema.ts';
import { partSchema } from './part-schema.ts';
import { particlesSchema } from './particles-schema.ts';
import { pictureSchema } from './picture-schema.ts';
import { screenSchema } from './screen-schema.ts';

/** Raised when an older program could no longer read what a newer one writes. */
const FILTER_VERSION = 1;

const gradeSchema = v.strictObject({
  /** A 3-D look-up table by its file name (luts.ts). */
  lut: v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.cube$/, 'expected a file name like golden-hour.cube')),
  /** 0 leaves the picture as it is, 1 is the table in full. */
  strength: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
});

const declarationSchema = v.strictObject({
  version: v.literal(FILTER_VERSION),
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected a name like party-hat')),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  description: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  group: v.picklist(FILTER_GROUPS),
  /** When drawing fails: open shows the plain camera, closed shows nothing of it (a mask that must hold). */
  onFailure: v.picklist(['open', 'closed']),
  /** Solids on the head; what the head itself covers is left out. */
  parts: v.exactOptional(v.pipe(v.array(partSchema), v.minLength(1), v.maxLength(100))),
  /** Pictures on the face. */
  pictures: v.exactOptional(v.pipe(v.array(pictureSchema), v.minLength(1), v.maxLength(8))),
  /** Colours of the whole picture, changed before anything is drawn on it. */
  grade: v.exactOptional(gradeSchema),
  /** Faces made unrecognisable. */
  hide: v.exactOptional(hideSchema),
  /** Small things that move around heads or all over the picture. */
  particles: v.exactOptional(particlesSchema),
  /** The picture cropped about the wearer. */
  framing: v.exactOptional(framingSchema),
  /** What is fixed to the screen. */
  screen: v.exactOptional(screenSchema),
});

/** What hides faces must never show them, whatever fails. */
const filterSchema = v.pipe(
  declarationSchema,
  v.forward(
    v.check(
      ({ hide, onFailure }) => hide === undefined || onFailure === 'closed',
      'expected "closed" for a filter that hides',
    ),
    ['onFailure'],
  ),
);

export type Filter = v.InferOutput<typeof filterSchema>;
export type Grade = v.InferOutput<typeof gradeSchema>;

/**
 * Checks data of unknown origin.
 * @throws Error naming the place, what was expected there and what came: "Filter is invalid at parts.0.radiusCm: ...".
 */
export function parseFilter(candidate: unknown): Filter {
  const version = (candidate as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > FILTER_VERSION) {
    throw new Error(
      `Filter is invalid at version: expected ${FILTER_VERSION}, received ${version} (made by a newer version of this extension)`,
    );
  }
  const result = v.safeParse(filterSchema, candidate, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = v.getDotPath(issue) ?? 'the top';
  const expected = issue.expected ?? issue.requirement ?? issue.message;
  const wanted = issue.message.startsWith('expected') ? issue.message : `expected ${expected}`;
  throw new Error(`Filter is invalid at ${place}: ${wanted}, received ${issue.received}`);
}
