/**
 * The shaders that draw everything worn. Owns the GLSL; what they look up is studio-light.ts and picture-mesh.ts.
 *
 * Measured on software GL (SwiftShader), a shaded pixel costs 10 ns by one unfiltered look-up, 20 filtered, 35 with three's
 * own matcap material and more with a lamp; so all that can be is done a vertex. Colours are premultiplied display
 * values throughout: what the tables say is what the frame gets.
 */
import {
  CustomBlending,
  DoubleSide,
  FrontSide,
  GLSL3,
  NoBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type Texture,
} from 'three';
import { MATCAP_RIM } from './studio-light.ts';

/** Normal in view space, straightened for perspective: a sphere shows the same shading wherever it stands in view. */
const MATCAP_VERTEX = `
out vec2 facing;
void main() {
  vec4 p = modelViewMatrix * vec4(position, 1.0);
  vec3 n = normalize(normalMatrix * normal);
  vec3 towardsEye = normalize(-p.xyz);
  vec3 right = normalize(vec3(towardsEye.z, 0.0, -towardsEye.x));
  vec3 up = cross(towardsEye, right);
  vec2 seen = vec2(dot(right, n), dot(up, n));
  facing = (dot(towardsEye, n) < 0.0 && twoSided ? -seen : seen) * RIM + 0.5;
  gl_Position = projectionMatrix * p;
}`;

const MATCAP_FRAGMENT = `
in vec2 facing;
out vec4 color;
uniform sampler2D table;
void main() {
  color = texture(table, facing);
}`;

/** A picture takes a little light from above, as paper would: its relief shows, its colours stay. */
const PICTURE_VERTEX = `
out vec2 at;
out float light;
void main() {
  vec4 p = modelViewMatrix * vec4(position, 1.0);
  vec3 n = normalize(normalMatrix * normal);
  vec3 seen = n * sign(dot(n, -p.xyz));
  light = min(1.06, 0.55 + 0.45 * dot(seen, normalize(-p.xyz)) + 0.14 * seen.y);
  at = uv;
  gl_Position = projectionMatrix * p;
}`;

const PICTURE_FRAGMENT = `
in vec2 at;
in float light;
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

export interface MatcapOptions {
  /** A texture of bakeMatcap(). */
  readonly table: Texture;
  readonly transparent: boolean;
  readonly twoSided: boolean;
}

export function createMatcapMaterial({ table, transparent, twoSided }: MatcapOptions): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { table: { value: table } },
    vertexShader: `const bool twoSided = ${twoSided};\nconst float RIM = ${MATCAP_RIM / 2};${MATCAP_VERTEX}`,
    fragmentShader: MATCAP_FRAGMENT,
    side: twoSided ? DoubleSide : FrontSide,
    forceSinglePass: true,
    ...(transparent
      ? { transparent, depthWrite: false, ...LAID_OVER }
      : { transparent, depthWrite: true, blending: NoBlending }),
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

export function createPictureMaterial(picture: Texture): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { picture: { value: picture } },
    vertexShader: PICTURE_VERTEX,
    fragmentShader: PICTURE_FRAGMENT,
    side: DoubleSide,
    transparent: true,
    forceSinglePass: true,
    ...LAID_OVER,
  });
}
