/**
 * Unit quaternions as plain tuples, order x, y, z, w, right-handed, active rotations.
 * Owns the algebra that pose, smoothing and rendering share; knows nothing of heads or cameras.
 */

export type Vector3 = readonly [x: number, y: number, z: number];
export type Quaternion = readonly [x: number, y: number, z: number, w: number];

export const IDENTITY: Quaternion = [0, 0, 0, 1];

/** The rotation "first b, then a". */
export function multiply(a: Quaternion, b: Quaternion): Quaternion {
  const [ax, ay, az, aw] = a;
  const [bx, by, bz, bw] = b;
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

/** The inverse of a unit quaternion. */
export function conjugate([x, y, z, w]: Quaternion): Quaternion {
  return [-x, -y, -z, w];
}

/** Scales to length 1; a quaternion of length 0 becomes the identity. */
export function normalize([x, y, z, w]: Quaternion): Quaternion {
  const length = Math.hypot(x, y, z, w);
  return length === 0 ? IDENTITY : [x / length, y / length, z / length, w / length];
}

/** Turns a vector by a unit quaternion. */
export function rotate([x, y, z, w]: Quaternion, [vx, vy, vz]: Vector3): Vector3 {
  const tx = 2 * (y * vz - z * vy);
  const ty = 2 * (z * vx - x * vz);
  const tz = 2 * (x * vy - y * vx);
  return [vx + w * tx + y * tz - z * ty, vy + w * ty + z * tx - x * tz, vz + w * tz + x * ty - y * tx];
}

/** Exponential map: axis times angle in radians -> rotation. */
export function fromRotationVector([x, y, z]: Vector3): Quaternion {
  const angle = Math.hypot(x, y, z);
  // sin(t/2)/t by its series near zero, where the quotient loses its digits.
  const scale = angle < 1e-6 ? 0.5 - (angle * angle) / 48 : Math.sin(angle / 2) / angle;
  return [x * scale, y * scale, z * scale, Math.cos(angle / 2)];
}

/** Logarithm: rotation -> axis times angle in radians, the short way round (angle <= pi). */
export function toRotationVector([qx, qy, qz, qw]: Quaternion): Vector3 {
  const sign = qw < 0 ? -1 : 1;
  const sine = Math.hypot(qx, qy, qz);
  const scale = sine < 1e-9 ? 2 * sign : (2 * sign * Math.atan2(sine, sign * qw)) / sine;
  return [qx * scale, qy * scale, qz * scale];
}

/** The angle between two rotations, radians in 0..pi. */
export function angleBetween(a: Quaternion, b: Quaternion): number {
  const [x, y, z] = toRotationVector(multiply(conjugate(a), b));
  return Math.hypot(x, y, z);
}
