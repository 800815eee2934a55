/** What a page reads of the event that is under way: nothing where that is ours (hide-from-window-event.ts). */

import { isHiddenFromWindow } from '../../natives/hide-from-window-event.ts';
import { apply } from '../../natives/primordials.ts';
import { wrapGetter } from './wrap-method.ts';

/** Installs itself on the window; once a document, before the page's first script. */
export function hideEvents(): void {
  wrapGetter(globalThis, 'event', (native, self, args) => {
    const event: Event | undefined = apply(native, self, args);
    // That of another window is for that window to tell of.
    const isOfHere = self === undefined || self === globalThis;
    return event && isOfHere && !isHiddenFromWindow(event) ? event : undefined;
  });
}
