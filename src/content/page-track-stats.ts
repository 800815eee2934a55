/**
 * What the tracks of a page count of their frames. The browser counts the shadow's, which is another one once the track has
 * been cloned, and is never disabled; the page's is one and the same, and counts nothing while it is disabled. So each
 * track of the page has one object of the browser's for life, and what that answers is put together here.
 */
import { apply, detach, getOwnPropertyDescriptor, getterOf } from './own-port.ts';
import { createPrivateMap } from './private-map.ts';
import { wrapGetter, wrapMethod } from './wrap-method.ts';

export interface TrackStats {
  /** What the page is given. */
  readonly shown: object;
  /** Frames are counted of this shadow from now on. */
  follow(shadow: MediaStreamTrack): void;
  /** Frames are counted from now on, or no more. */
  setCounting(counts: boolean): void;
}

type Counts = Record<string, number>;
/** The browser's interface of what it counts; none in those that do not count. */
interface Counted {
  readonly prototype: { toJSON(): Counts };
}

const { prototype } =
  (globalThis as { MediaStreamTrackVideoStats?: Counted }).MediaStreamTrackVideoStats ?? {};
const toJSON = prototype && detach(prototype.toJSON as (this: object) => Counts);
const statsOf = getterOf(
  MediaStreamTrack.prototype as MediaStreamTrack & { readonly stats?: object },
  'stats',
);
const namesOf = Object.keys;
/** What is shown -> what it answers. */
const answers = createPrivateMap<object, (name: string) => number>();

/** Counts from the shadow's first frame on. Null where the browser does not count. */
export function createTrackStats(shadow: MediaStreamTrack): TrackStats | null {
  const shown = statsOf(shadow);
  if (!shown || !toJSON) return null;
  const names = namesOf(toJSON(shown));
  /** Up to the last change. */
  const counted: Counts = Object.create(null);
  /** The shadow's own counts at that time. */
  let since: Counts = Object.create(null);
  let stats: object = shown;
  let isCounting = true;

  const count = (name: string, now: Counts) => {
    const before = counted[name] ?? 0;
    return isCounting ? before + (now[name] ?? 0) - (since[name] ?? 0) : before;
  };
  const settle = (next: () => void) => {
    const now = toJSON(stats);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index]!;
      counted[name] = count(name, now);
    }
    next();
    since = toJSON(stats);
  };

  answers.set(shown, (name) => count(name, toJSON(stats)));
  return {
    shown,
    follow(next) {
      settle(() => {
        stats = statsOf(next) ?? stats;
      });
    },
    setCounting(counts) {
      if (counts === isCounting) return;
      settle(() => {
        isCounting = counts;
      });
    },
  };
}

/** Installs itself on the prototype; once a document, before the page's first script. */
export function installTrackStats(): void {
  if (!prototype) return;
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (!getOwnPropertyDescriptor(prototype, name)?.get) continue;
    wrapGetter(prototype, name, (native, stats: object, args) => {
      const answer = answers.get(stats);
      return answer ? answer(name) : apply(native, stats, args);
    });
  }
  wrapMethod(prototype, 'toJSON', (native, stats: object, args) => {
    const counts: Counts = apply(native, stats, args);
    const answer = answers.get(stats);
    const names = answer ? namesOf(counts) : [];
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index]!;
      counts[name] = answer?.(name) ?? 0;
    }
    return counts;
  });
}
