/**
 * Where a head is. The frame every stage speaks:
 *
 *            +y up                camera at the origin, looking along -z
 *             |                   right-handed, centimetres
 *             |      face         +x is image right (the subject's left), unmirrored
 *    camera   o-------------> -z
 *            /
 *          +x
 *
 * A point p of the face model (face-model.ts) lies at rotate(rotation, p) + translationCm.
 * With the identity rotation the face looks straight back at a camera on its axis.
 */
import type { Quaternion, Vector3 } from './quaternion.ts';

export interface HeadPose {
  readonly rotation: Quaternion;
  /** Origin of the face model (the nose tip, nearly) in camera space; z is about -20 to -130. */
  readonly translationCm: Vector3;
}
