/**
 * The scene of what heads wear. Owns the three scene, the copies of models for further heads, and which heads are
 * drawn together; where they are drawn to is overlay.ts's.
 */
import { type Group, PerspectiveCamera, Scene, type WebGLRenderer } from 'three';
import type { Intrinsics } from '../../../geometry/intrinsics.ts';
import type { Light, WornModel } from '../../prepared-parts.ts';
import { groupRegions, type Region, regionOf } from '../heads/region.ts';
import type { WearingHead } from '../heads/wearing-heads.ts';
import { aimCamera } from './camera.ts';
import { createWornGroup, type WornGroup } from './worn-group.ts';

/** Heads whose drawings touch: drawn together, because one may hide the other. */
export interface HeadGroup {
  readonly region: Region;
  /** 0..1: less than 1 while they come or go. */
  readonly opacity: number;
  /** Indices into the heads. */
  readonly members: readonly number[];
}

export interface HeadScene {
  /** Puts what the heads wear where they are. Until the next call these are the heads that are drawn. */
  wear(heads: readonly WearingHead[], light: Light): void;
  /** What a model became in this scene. */
  groupOf(model: WornModel): WornGroup;
  /** Draws some of them, as the frame's region shows them, into the renderer's present viewport. */
  draw(renderer: WebGLRenderer, view: Intrinsics, group: Omit<HeadGroup, 'opacity'>): void;
  /** Compiles what the heads need. */
  compile(renderer: WebGLRenderer): void;
  clear(): void;
}

export function createHeadScene(): HeadScene {
  const scene = new Scene();
  scene.matrixWorldAutoUpdate = false;
  const camera = new PerspectiveCamera();
  const groups = new WeakMap<WornModel, WornGroup>();
  /** Copies of each model, one a head; made when a second head first appears. */
  const copies = new WeakMap<WornModel, Group[]>();
  let worn: readonly Group[] = [];

  const groupOf = (model: WornModel): WornGroup => {
    const made = groups.get(model) ?? createWornGroup(model);
    groups.set(model, made);
    return made;
  };

  return {
    groupOf,
    wear(heads, light) {
      const used = new Map<WornModel, number>();
      scene.clear();
      worn = heads.map(({ model, pose }) => {
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
        group.visible = true;
        scene.add(group);
        return group;
      });
    },
    draw(renderer, view, { region, members }) {
      worn.forEach((group, head) => {
        group.visible = members.includes(head);
      });
      aimCamera(camera, view, region);
      renderer.render(scene, camera);
    },
    compile: (renderer) => void renderer.compile(scene, camera),
    clear: () => void scene.clear(),
  };
}

/** Which heads are drawn together and where. Heads out of view are in no group. */
export function groupHeads(heads: readonly WearingHead[], view: Intrinsics): HeadGroup[] {
  const regions = heads.map(({ model, pose }) => regionOf(model.pointsCm, pose, view));
  return groupRegions(regions).map(({ region, members }) => ({
    region,
    members,
    opacity: Math.max(...members.map((member) => heads[member]!.opacity)),
  }));
}
