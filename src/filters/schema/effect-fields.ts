/**
 * What a filter can do to a picture, as fields of its declaration. Owns nothing: each effect adds its own fields here
 * where it is defined (render/effects/NAME.ts), by `declare module`, so that the type of a filter knows them all.
 */

// biome-ignore lint/suspicious/noEmptyInterface: effects fill it.
export interface EffectFields {}
