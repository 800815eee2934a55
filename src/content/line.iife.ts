/** The line's script, injected into the page (MAIN world) when a filter is first wanted there. */
import { announceLine } from './line-meeting-point.ts';
import { processTrack } from './process-track.ts';

announceLine(processTrack);
