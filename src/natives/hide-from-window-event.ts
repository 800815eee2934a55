/**
 * Events that a page cannot read. While a listener runs, and until the promises that it has settled are dealt with,
 * `window.event` shows any function of the page that is called meanwhile whose event it is: a port's, a camera's.
 * Owns which events those are; hide-events.ts hides them.
 */
import { createPrivateMap } from './private-map.ts';

const events = createPrivateMap<Event, true>();

/** The same listener, whose events are nobody's but its own. */
export function hideFromWindowEvent<Heard extends Event>(
  listener: (event: Heard) => void,
): (event: Heard) => void {
  return (event) => {
    events.set(event, true);
    listener(event);
  };
}

export const isHiddenFromWindow = (event: Event): boolean => events.has(event);
