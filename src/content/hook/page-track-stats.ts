/**
 * What the tracks of a page count of their frames. The browser counts the shadow's, which is another one once the track has
 * been cloned, and is never disabled; the page's is one and the same, and counts nothing while it is disabled. So each
 * track of the page has one object of the browser's for life, and what that answers is put together here.
 */
import {
  apply,
  detach,
  getOwnPropertyDescriptor,
  getterOf,
  withoutPrototype,
} from '../../natives/primordials.ts';
import { createPrivateMap } from '../../natives/private-map.ts';
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
const shownNames = prototype ? Object.getOwnPropertyNames(prototype) : [];
/** What is shown -> what it answers, a fresh object each time. */
const answers = createPrivateMap<object, () => Counts>();

/** Counts from the shadow's first frame on. Null where the browser does not count. */
export function createTrackStats(shadow: MediaStreamTrack): TrackStats | null {
  const shown = statsOf(shadow);
  if (!shown || !toJSON) return null;
  /** Up to the last change. */
  let counted: Counts = withoutPrototype({});
  /** The shadow's own counts at that time. */
  let since: Counts = withoutPrototype({});
  let stats: object = shown;
  let isCounting = true;

  const count = () => {
    const counts = toJSON(stats);
    const names = namesOf(counts);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index]!;
      const sinceThen = isCounting ? (counts[name] ?? 0) - (since[name] ?? 0) : 0;
      counts[name] = (counted[name] ?? 0) + sinceThen;
    }
    return counts;
  };
  const settle = (change: () => void) => {
    counted = count();
    change();
    since = toJSON(stats);
  };

  answers.set(shown, count);
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
  for (let index = 0; index < shownNames.length; index += 1) {
    const name = shownNames[index]!;
    if (!getOwnPropertyDescriptor(prototype, name)?.get) continue;
    wrapGetter(prototype, name, (native, stats: object, args) => {
      const answer = answers.get(stats);
      return answer ? answer()[name] : apply(native, stats, args);
    });
  }
  wrapMethod(
    prototype,
    'toJSON',
    (native, stats: object, args) => answers.get(stats)?.() ?? apply(native, stats, args),
  );
}
