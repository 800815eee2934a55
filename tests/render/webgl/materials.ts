/**
 * The shaders that draw everything worn. Owns the GLSL; what they look up is worn-group.ts's.
 *
 * Measured on software GL (SwiftShader), a pixel costs some 10 ns by itself, as much again for an unfiltered look-up,
 * twice that for a filtered one, and three's own matcap material 35. So what can be is looked up at the corners.
 * Colours are premultiplied display values throughout: what the tables say is what the frame gets.
 */
import {
  BackSide,
  CustomBlending,
  DoubleSide,
  FrontSide,
  GLSL3,
  NoBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type Texture,
  Vector2,
  type Vector3,
} from 'three';
import type { Finish } from '../../../src/render/prepared-parts.ts';

/** All materials of a model in one texture. */
export interface MatcapTextures {
  readonly columns: number;
  readonly rows: number;
  /** The unit circle of normals ends here, as a share of a cell. */
  readonly rim: number;
  /** For looking up at corners: filtered, so that a turning head does not make shades jump. */
  readonly smooth: Texture;
  /** For looking up at pixels: unfiltered, at half the cost; neighbours differ by a shade at most. */
  readonly sharp: Texture;
}

/** Normal in view space, straightened for perspective: a sphere shows the same shading wherever it stands in view. */
const FACING = `
in float slot;
uniform vec2 grid;
vec2 placeInTable(vec3 p, vec3 n) {
  vec3 towardsEye = normalize(-p);
  vec3 right = normalize(vec3(towardsEye.z, 0.0, -towardsEye.x));
  vec3 up = cross(towardsEye, right);
  vec2 facing = vec2(dot(right, n), dot(up, n)) * RIM + 0.5;
  vec2 cell = vec2(mod(slot, grid.x), floor(slot / grid.x));
  return (cell + facing) / grid;
}`;

/** The room's light, which things that glow do not need. */
const ROOM = `
in float glow;
uniform vec3 room;
vec3 roomLight() {
  return mix(room, vec3(1.0), glow);
}`;

const CORNER_LIT_VERTEX = `
out vec4 lit;
uniform sampler2D table;
void main() {
  vec4 p = modelViewMatrix * vec4(position, 1.0);
  lit = texture(table, placeInTable(p.xyz, normalize(normalMatrix * normal) * SIDE));
  lit.rgb *= roomLight();
  gl_Position = projectionMatrix * p;
}`;

const CORNER_LIT_FRAGMENT = `
in vec4 lit;
out vec4 color;
void main() {
  color = lit;
}`;

const PIXEL_LIT_VERTEX = `
out vec2 place;
flat out vec3 shade;
void main() {
  vec4 p = modelViewMatrix * vec4(position, 1.0);
  place = placeInTable(p.xyz, normalize(normalMatrix * normal) * SIDE);
  shade = roomLight();
  gl_Position = projectionMatrix * p;
}`;

const PIXEL_LIT_FRAGMENT = `
in vec2 place;
flat in vec3 shade;
out vec4 color;
uniform sampler2D table;
void main() {
  color = texture(table, place);
  color.rgb *= shade;
}`;

/** A picture takes a little light from above, as paper would: its relief shows, its colours stay. */
const PICTURE_VERTEX = `
out vec2 at;
out vec3 light;
uniform vec3 room;
void main() {
  vec4 p = modelViewMatrix * vec4(position, 1.0);
  vec3 n = normalize(normalMatrix * normal);
  vec3 seen = n * sign(dot(n, -p.xyz));
  light = room * min(1.06, 0.55 + 0.45 * dot(seen, normalize(-p.xyz)) + 0.14 * seen.y);
  at = uv;
  gl_Position = projectionMatrix * p;
}`;

const PICTURE_FRAGMENT = `
in vec2 at;
in vec3 light;
out vec4 color;
uniform sampler2D picture;
void main() {
  color = texture(picture, at);
  // Clear texels leave no depth, so that what lies behind a hole is drawn.
  if (color.a < 0.01) discard;
  color.rgb = min(color.rgb * light, color.aaa);
}`;

const LAID_OVER = {
  blending: CustomBlending,
  blendSrc: OneFactor,
  blendDst: OneMinusSrcAlphaFactor,
} as const;

export interface SolidMaterialOptions {
  readonly table: MatcapTextures;
  readonly finish: Finish;
  /** The outside of a surface, or its inside, which is lit as if it were the outside. */
  readonly side: 'front' | 'back';
  readonly room: RoomUniform;
}

/** The room's light, shared by all materials of a model: changed in one place. */
export interface RoomUniform {
  readonly value: Vector3;
}

export function createSolidMaterial({ table, finish, side, room }: SolidMaterialOptions): ShaderMaterial {
  const atCorners = finish === 'matte';
  const constants = `
const float SIDE = ${side === 'front' ? '1.0' : '-1.0'};
const float RIM = ${table.rim / 2};`;
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: {
      table: { value: atCorners ? table.smooth : table.sharp },
      grid: { value: new Vector2(table.columns, table.rows) },
      room,
    },
    vertexShader: constants + FACING + ROOM + (atCorners ? CORNER_LIT_VERTEX : PIXEL_LIT_VERTEX),
    fragmentShader: atCorners ? CORNER_LIT_FRAGMENT : PIXEL_LIT_FRAGMENT,
    side: side === 'front' ? FrontSide : BackSide,
    ...(finish === 'clear'
      ? { transparent: true, depthWrite: false, ...LAID_OVER }
      : { transparent: false, depthWrite: true, blending: NoBlending }),
  });
}

/** Depth alone. Three's own materials shade what is then thrown away: twice the cost. */
export function createDepthMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: 'void main() { gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0)); }',
    fragmentShader: 'out vec4 color; void main() { color = vec4(0.0); }',
    colorWrite: false,
  });
}

/** Darkens what lies beneath, as baked at the corners (contact-shadow.ts). Drawn first, so it need not be mixed with anything. */
export function createShadowMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: `
in float darkness;
out float dark;
void main() {
  dark = darkness;
  gl_Position = projectionMatrix * (modelViewMatrix * vec4(position, 1.0));
}`,
    // Light that has gone through skin is red: a neutral shadow looks like ash on a face.
    fragmentShader:
      'in float dark; out vec4 color; void main() { color = vec4(vec3(0.2, 0.05, 0.0) * dark, dark); }',
    depthWrite: false,
    blending: NoBlending,
  });
}

export function createPictureMaterial(picture: Texture, room: RoomUniform): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { picture: { value: picture }, room },
    vertexShader: PICTURE_VERTEX,
    fragmentShader: PICTURE_FRAGMENT,
    side: DoubleSide,
    transparent: true,
    forceSinglePass: true,
    ...LAID_OVER,
  });
}
