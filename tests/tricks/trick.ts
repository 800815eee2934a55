/**
 * What a page can do that knows the language well: each trick is a function that runs in the page by itself, before a camera
 * is opened, and names nothing of this file. What it gets hold of it gives to `grab`, which `startGrabbing` defines.
 */

declare global {
  var grab: (thing: unknown) => void;
  var grabbed: unknown[];
  /** A way to a camera of the page's own. */
  var openByTrick: (() => Promise<MediaStream>) | undefined;
}

export function startGrabbing(): void {
  const things: unknown[] = [];
  globalThis.grabbed = things;
  globalThis.grab = (thing) => {
    things[things.length] = thing;
  };
}

export interface Trick {
  readonly title: string;
  readonly play: () => void;
}

/** What the page got hold of that is ours or the camera's, in words. */
export function describeGrabbed(): string[] {
  const given = [...document.querySelectorAll('video')].flatMap(
    ({ srcObject }) => (srcObject as MediaStream | null)?.getTracks().map(({ id }) => id) ?? [],
  );
  const name = (thing: unknown, depth = 0): string[] => {
    if (thing instanceof MediaStreamTrack) return given.includes(thing.id) ? [] : ['a track'];
    if (thing instanceof VideoFrame) return ['a frame'];
    if (thing instanceof MessagePort) return ['a port'];
    if (thing instanceof Worker) return ['a worker'];
    if (typeof thing === 'function') return ['a function'];
    if (typeof thing === 'string') return [thing];
    if (typeof thing !== 'object' || thing === null || thing === globalThis || depth > 2) return [];
    return Object.values(thing).flatMap((inner) => name(inner, depth + 1));
  };
  return [...new Set(grabbed.flatMap((thing) => name(thing)))];
}
