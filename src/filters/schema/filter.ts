/**
 * What a filter is: data that can be stored, sent and checked, never code.
 * Owns the fields that every filter has and their version; what it does to a picture are the effects' fields
 * (effect-fields.ts), and the parser that knows them is render/parse-filter.ts.
 */
import * as v from 'valibot';
import type { EffectFields } from './effect-fields.ts';
import { FILTER_GROUPS } from './groups.ts';

/** Raised when an older program could no longer read what a newer one writes. */
const FILTER_VERSION = 1;

const commonFields = {
  version: v.literal(FILTER_VERSION),
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'expected a name like party-hat')),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  description: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  group: v.picklist(FILTER_GROUPS),
  /** When drawing fails: open shows the plain camera, closed shows nothing of it (a mask that must hold). */
  onFailure: v.picklist(['open', 'closed']),
};

const commonSchema = v.strictObject(commonFields);

type CommonFields = v.InferOutput<typeof commonSchema>;
export interface Filter extends CommonFields, EffectFields {}

/** The schemas of effects' fields, by field. A filter may leave out any of them. */
export type EffectSchemas = {
  readonly [Field in keyof EffectFields]?: v.GenericSchema<NonNullable<EffectFields[Field]>>;
};

export interface EffectDeclarations {
  readonly schemas: EffectSchemas;
  /** What hides faces must never show them, whatever fails: a filter with one of these fields must be closed. */
  readonly hidingFields: readonly string[];
}

/**
 * A function that checks data of unknown origin.
 * It throws an Error naming the place, what was expected there and what came: "Filter is invalid at parts.0.radiusCm: ...".
 */
export function createFilterParser({
  schemas,
  hidingFields,
}: EffectDeclarations): (candidate: unknown) => Filter {
  const schema = createSchema(schemas, hidingFields);
  return (candidate) => {
    const version = (candidate as { version?: unknown } | null)?.version;
    if (typeof version === 'number' && version > FILTER_VERSION) {
      throw new Error(
        `Filter is invalid at version: expected ${FILTER_VERSION}, received ${version} (made by a newer version of this extension)`,
      );
    }
    const result = v.safeParse(schema, candidate, { abortEarly: true });
    if (result.success) return result.output as Filter;
    const [issue] = result.issues;
    const place = v.getDotPath(issue) ?? 'the top';
    const expected = issue.expected ?? issue.requirement ?? issue.message;
    const wanted = issue.message.startsWith('expected') ? issue.message : `expected ${expected}`;
    throw new Error(`Filter is invalid at ${place}: ${wanted}, received ${issue.received}`);
  };
}

function createSchema(schemas: EffectSchemas, hidingFields: readonly string[]): v.GenericSchema {
  const optional = Object.entries<v.GenericSchema>(schemas).map(
    ([field, schema]) => [field, v.exactOptional(schema)] as const,
  );
  return v.pipe(
    v.strictObject({ ...commonFields, ...Object.fromEntries(optional) }),
    v.forward(
      v.check(
        (filter) => filter.onFailure === 'closed' || hidingFields.every((field) => !(field in filter)),
        'expected "closed" for a filter that hides',
      ),
      ['onFailure'],
    ),
  );
}
