/** Declared colours as numbers. Pure; owns nothing. */

/** Red, green, blue in 0..1, sRGB. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** '#rrggbb' as three numbers in 0..1, sRGB. */
export function parseColor(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
