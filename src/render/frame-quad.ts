/**
 * The camera's picture on the whole canvas, graded by a 3-D table in the shader. Owns the table's texture.
 * The table is the one of the .cube file; planes are graded by what is baked from it (grade-table.ts).
 */
import {
  BufferAttribute,
  BufferGeometry,
  Camera,
  Data3DTexture,
  GLSL3,
  LinearFilter,
  Mesh,
  NoBlending,
  ShaderMaterial,
  type Texture,
  Vector3,
  type WebGLRenderer,
} from 'three';
import type { CubeLut } from './cube-lut.ts';
import type { PreparedGrade } from './prepared-grade.ts';

export interface FrameQuad {
  /** @param opacity of what is worn and laid over the picture, premultiplied; 0: the picture alone. */
  draw(renderer: WebGLRenderer, opacity: number): void;
  dispose(): void;
}

const VERTEX = `
out vec2 at;
void main() {
  at = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 1.0, 1.0);
}`;

/** Samples of the table lie at the middles of its texels. */
const FRAGMENT = `
precision highp sampler3D;
in vec2 at;
out vec4 color;
uniform sampler2D picture;
uniform sampler2D worn;
uniform float opacity;
#ifdef GRADED
uniform sampler3D lut;
uniform vec3 low;
uniform vec3 high;
uniform float size;
uniform float strength;
#endif
void main() {
  vec3 seen = texture(picture, at).rgb;
  #ifdef GRADED
  vec3 place = clamp((seen - low) / (high - low), 0.0, 1.0) * (size - 1.0) / size + 0.5 / size;
  seen = mix(seen, texture(lut, place).rgb, strength);
  #endif
  vec4 over = opacity * texelFetch(worn, ivec2(gl_FragCoord.xy), 0);
  color = vec4(over.rgb + (1.0 - over.a) * seen, 1.0);
}`;

export function createFrameQuad(
  { picture, worn }: { readonly picture: Texture; readonly worn: Texture },
  grade: PreparedGrade | null,
): FrameQuad {
  const lut = grade && tableTexture(grade.lut);
  const shown = { value: 0 };
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    ...(grade && { defines: { GRADED: 1 } }),
    uniforms: {
      picture: { value: picture },
      worn: { value: worn },
      opacity: shown,
      lut: { value: lut },
      low: { value: new Vector3(...(grade?.lut.domainMin ?? [0, 0, 0])) },
      high: { value: new Vector3(...(grade?.lut.domainMax ?? [1, 1, 1])) },
      size: { value: grade?.lut.size ?? 2 },
      strength: { value: grade?.strength ?? 0 },
    },
    ...{ depthTest: false, depthWrite: false, blending: NoBlending },
  });
  // One triangle that is larger than the canvas: no seam along a diagonal.
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 3, -1, 0, -1, 3, 0]), 3),
  );
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  const camera = new Camera();
  return {
    draw(renderer, opacity) {
      shown.value = opacity;
      renderer.render(mesh, camera);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      lut?.dispose();
    },
  };
}

function tableTexture({ size, samples }: CubeLut): Data3DTexture {
  const rgba = new Uint8Array(size ** 3 * 4).fill(255);
  for (let entry = 0; entry < size ** 3; entry += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      rgba[4 * entry + channel] = Math.round(255 * Math.min(1, Math.max(0, samples[3 * entry + channel]!)));
    }
  }
  const table = new Data3DTexture(rgba, size, size, size);
  table.minFilter = LinearFilter;
  table.magFilter = LinearFilter;
  table.needsUpdate = true;
  return table;
}
