/**
 * What is measured, under which names: the one place that says which filter stands for which kind of work.
 */

/** What the user clicks for each kind of work. */
export const WORN = { overlay: 'glasses', grade: 'golden-hour', overlayGrade: 'noir' } as const;

/** Names of the measurements, in the order of the report. */
export const NAMES = [
  ...['overlay', 'grade', 'overlayGrade', 'twoFaces', 'overlayHidden', 'overlaySlow4x', 'passthrough'],
  ...['plainDesign', 'plainDesignHidden', 'plainMediapipe'],
] as const satisfies readonly string[];

/** How frames are made: by the extension wearing something, by nobody, or by a rival in the page. */
export type Maker =
  | { readonly kind: 'extension'; readonly filterId: string }
  | { readonly kind: 'passthrough'; readonly popup?: 'looked at' }
  | { readonly kind: 'plain'; readonly detector: 'blazeface' | 'mediapipe' };

export const PASSTHROUGH: Maker = { kind: 'passthrough' };
export const PLAIN: Maker = { kind: 'plain', detector: 'blazeface' };

/** Those that take turns with each other in a visible tab. */
export const IN_TURN: Readonly<Record<string, Maker>> = {
  passthrough: PASSTHROUGH,
  passthroughWatched: { kind: 'passthrough', popup: 'looked at' },
  overlay: { kind: 'extension', filterId: WORN.overlay },
  grade: { kind: 'extension', filterId: WORN.grade },
  overlayGrade: { kind: 'extension', filterId: WORN.overlayGrade },
  plainDesign: PLAIN,
  plainMediapipe: { kind: 'plain', detector: 'mediapipe' },
};
