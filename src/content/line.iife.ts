/** The line's script, injected into the page (MAIN world) when a filter is first wanted there. */
import { processTrack } from './process-track.ts';

// Declared around this script by the build, which makes a constant of it (line-meeting-point.ts).
handedOver = processTrack;
