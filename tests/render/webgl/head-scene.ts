/** The three scene of what heads wear. Owns the copies of models for further heads; where it is drawn to is drawing.ts's. */
import { type Group, PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import type { Intrinsics } from '../../../src/geometry/intrinsics.ts';
import type { Region } from '../../../src/render/paint/heads/region.ts';
import type { WearingHead } from '../../../src/render/paint/heads/wearing-heads.ts';
import type { Light, WornModel } from '../../../src/render/prepared-parts.ts';
import { aimCamera } from './camera.ts';
import { createWornGroup, type WornGroup } from './worn-group.ts';

export interface HeadScene {
  /** Puts what the heads wear where they are. Until the next call these are the heads that are drawn. */
  wear(heads: readonly WearingHead[], light: Light): void;
  /** Draws them, as the frame's region shows them, into the renderer's present viewport. */
  draw(renderer: WebGLRenderer, view: Intrinsics, region: Region): void;
  clear(): void;
}

export function createHeadScene(): HeadScene {
  const scene = new Scene();
  scene.matrixWorldAutoUpdate = false;
  const camera = new PerspectiveCamera();
  const made = new Map<WornModel, WornGroup>();
  /** Copies of each model, one a head; made when a second head first appears. */
  const copies = new WeakMap<WornModel, Group[]>();

  const groupOf = (model: WornModel): WornGroup => {
    const group = made.get(model) ?? createWornGroup(model);
    made.set(model, group);
    return group;
  };

  return {
    wear(heads, light) {
      const used = new Map<WornModel, number>();
      scene.clear();
      for (const { model, pose } of heads) {
        const count = used.get(model) ?? 0;
        used.set(model, count + 1);
        const { group: original, setRoomLight } = groupOf(model);
        setRoomLight(light);
        const own = copies.get(model) ?? [original];
        if (own.length <= count) own.push(original.clone());
        copies.set(model, own);
        const group = own[count]!;
        group.position.set(...pose.translationCm);
        group.quaternion.set(...pose.rotation);
        group.updateMatrixWorld(true);
        scene.add(group);
      }
    },
    draw(renderer, view, region) {
      aimCamera(camera, view, region);
      renderer.render(scene, camera);
    },
    clear() {
      scene.clear();
      for (const group of made.values()) group.dispose();
      made.clear();
    },
  };
}
