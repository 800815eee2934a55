/** The line's script, injected into the page (MAIN world) when a filter is first wanted there. */
import { processTrack } from './process-track.ts';

// The drawing library leaves its version behind as a global, which would tell the page of us.
Reflect.deleteProperty(globalThis, '__THREE__');

// Declared around this script by the build, which makes a constant of it (line-meeting-point.ts).
handedOver = processTrack;
