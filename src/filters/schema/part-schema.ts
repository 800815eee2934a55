/**
 * The solids a filter is built from: primitive shapes in centimetres on the face model's axes
 * (geometry/face-model.ts). Owns their data shape; how they become triangles is render/prepare's.
 */
import * as v from 'valibot';

const finite = v.pipe(v.number(), v.finite(), v.minValue(-1000), v.maxValue(1000));
const lengthCm = v.pipe(v.number(), v.minValue(0.01), v.maxValue(200));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const degrees = v.pipe(v.number(), v.minValue(-360), v.maxValue(360));

export const vector3Schema = v.tuple([finite, finite, finite]);
export const pointSchema = v.tuple([finite, finite]);
export const colorSchema = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'expected #rrggbb in lower case'));

/** How a surface answers light. The colour is sRGB as it shall appear when it faces the camera. */
const materialSchema = v.strictObject({
  color: colorSchema,
  shading: v.exactOptional(v.picklist(['standard', 'toon', 'flat'])),
  /** 0 plastic or cloth, 1 metal. */
  metalness: v.exactOptional(fraction),
  /** 0 mirror, 1 chalk. */
  roughness: v.exactOptional(fraction),
  opacity: v.exactOptional(fraction),
  /** Gives its own light: stays as bright in a dark room as in a bright one. */
  glows: v.exactOptional(v.boolean()),
});

/** Where a part stands: scaled, then turned about x, y and z in this order, then moved. */
const placement = {
  positionCm: v.exactOptional(vector3Schema),
  rotationDegrees: v.exactOptional(v.tuple([degrees, degrees, degrees])),
  scale: v.exactOptional(vector3Schema),
};

const solid = { ...placement, material: materialSchema };

const solidSchemas = [
  v.strictObject({ shape: v.literal('box'), sizeCm: vector3Schema, ...solid }),
  v.strictObject({ shape: v.literal('sphere'), radiusCm: lengthCm, ...solid }),
  /** A ring in the x-y plane; arcDegrees counts counter-clockwise from +x. */
  v.strictObject({
    shape: v.literal('torus'),
    radiusCm: lengthCm,
    tubeCm: lengthCm,
    arcDegrees: v.exactOptional(degrees),
    ...solid,
  }),
  /** Along y, centred. */
  v.strictObject({
    shape: v.literal('cylinder'),
    topRadiusCm: lengthCm,
    bottomRadiusCm: lengthCm,
    heightCm: lengthCm,
    openEnded: v.exactOptional(v.boolean()),
    ...solid,
  }),
  /** Along y, centred, the tip up. */
  v.strictObject({ shape: v.literal('cone'), radiusCm: lengthCm, heightCm: lengthCm, ...solid }),
  /** A profile of [radius, y] turned about y, outwards where it runs up; twoSided where its inside may be seen. */
  v.strictObject({
    shape: v.literal('lathe'),
    profileCm: v.pipe(v.array(pointSchema), v.minLength(2), v.maxLength(200)),
    twoSided: v.exactOptional(v.boolean()),
    ...solid,
  }),
  /** A round tube along a smooth curve through the points; several radii are spread evenly over them: horns, locks. */
  v.strictObject({
    shape: v.literal('tube'),
    pathCm: v.pipe(v.array(vector3Schema), v.minLength(2), v.maxLength(200)),
    radiusCm: v.union([lengthCm, v.pipe(v.array(lengthCm), v.minLength(2), v.maxLength(200))]),
    closed: v.exactOptional(v.boolean()),
    ...solid,
  }),
  /**
   * A smooth skin over rows of points, the same number in each. Rows from below up, their points from left to right as
   * seen from outside (about y: counter-clockwise from above). closed: each row is a ring, the last point joins the first.
   */
  v.strictObject({
    shape: v.literal('sheet'),
    rowsCm: v.pipe(
      v.array(v.pipe(v.array(vector3Schema), v.minLength(2), v.maxLength(100))),
      v.minLength(2),
      v.maxLength(40),
      v.check(
        (rows) => rows.every(({ length }) => length === rows[0]?.length),
        'expected rows of one length',
      ),
    ),
    closed: v.exactOptional(v.boolean()),
    twoSided: v.exactOptional(v.boolean()),
    ...solid,
  }),
  /** A closed outline in the x-y plane (smooth: a curve through the points) given depth along z, centred. */
  v.strictObject({
    shape: v.literal('extrusion'),
    outlineCm: v.pipe(v.array(pointSchema), v.minLength(3), v.maxLength(400)),
    smooth: v.exactOptional(v.boolean()),
    depthCm: lengthCm,
    bevelCm: v.exactOptional(lengthCm),
    ...solid,
  }),
  /** In the x-y plane, seen from both sides. */
  v.strictObject({ shape: v.literal('plane'), sizeCm: pointSchema, ...solid }),
] as const;

export type Material = v.InferOutput<typeof materialSchema>;
export type Solid = v.InferOutput<(typeof solidSchemas)[number]>;

/** Parts moved together; mirrored: again on the other side of the face; ring: n times about the y axis. */
export interface PartGroup {
  shape: 'group';
  parts: Part[];
  mirrored?: boolean;
  ring?: number;
  positionCm?: [number, number, number];
  rotationDegrees?: [number, number, number];
  scale?: [number, number, number];
}

export type Part = Solid | PartGroup;

export const partSchema: v.GenericSchema<Part> = v.variant('shape', [
  ...solidSchemas,
  v.strictObject({
    shape: v.literal('group'),
    parts: v.pipe(v.array(v.lazy(() => partSchema)), v.minLength(1), v.maxLength(100)),
    mirrored: v.exactOptional(v.boolean()),
    ring: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(64))),
    ...placement,
  }),
]);
