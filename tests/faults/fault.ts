/**
 * What a fault is: how it comes about in a running call, how it goes away, and what must be true of the call meanwhile.
 * Data and functions; run-fault.ts runs them.
 */

import type { Browser } from '../../harness/browser.ts';
import type { Call } from '../../harness/call.ts';
import type { Extension, Popup } from '../../harness/extension.ts';
import type { Page } from '../../harness/page.ts';
import type { PageKind } from '../../harness/server.ts';
import type { ProblemCode } from '../../src/shared/problem.ts';

/** The browser that a fault happens in. Faults without one of their own share the plain one. */
export interface Stage {
  /** What is done to a copy of the build before the browser starts. */
  readonly change?: (extensionDir: string) => Promise<unknown>;
  readonly flags?: readonly string[];
  /** Makes the file that plays as the camera; without it the face clip plays. */
  readonly clip?: () => Promise<string>;
}

/** A running call with the extension's popup beside it. */
export interface Scene {
  readonly browser: Browser;
  readonly extension: Extension;
  readonly extensionDir: string;
  readonly call: Call;
  readonly popup: Popup;
}

export interface Fault {
  readonly name: string;
  readonly stage?: Stage;
  /** The page's policy; without it a plain page. */
  readonly kind?: PageKind;
  /** Of the page's camera. */
  readonly video?: MediaTrackConstraints;
  /** The filter that is on; without it glasses. */
  readonly filterId?: string;
  /** A fault of the page that is there before it asks for a camera. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Brings the fault about once the filter is on; without it the fault is there from the start. */
  readonly inject?: (scene: Scene) => Promise<unknown>;
  /** The cause goes away: from then on nobody clicks anything. */
  readonly repair?: (scene: Scene) => Promise<unknown>;
  /** Why there is no filter, as the popup must say; null where the filter stays on. */
  readonly problem: ProblemCode | null;
  /** What else the popup must say. */
  readonly sentence?: RegExp;
  /** How long the fault itself stops the page: no gap of ours. That of a slow source is measured without a filter. */
  readonly ownGapMs?: number;
  /** What the fault does to any call, done first while nothing is worn, and undone: the gap that it makes is no gap of ours. */
  readonly control?: (scene: Scene) => Promise<unknown>;
  /**
   * What the far end sees when all is over: the filter again, the plain camera, a covered picture,
   * or frames that are too small or too odd to say more of than that they come.
   */
  readonly end: 'worn' | 'plain' | 'covered' | 'frames';
  /** Takes long: run by `npm run faults` alone. */
  readonly isSlow?: true;
}

/** A row of the table. */
export interface FaultResult {
  readonly fault: string;
  /** The longest time that the far end saw one and the same picture, less what the fault itself causes. */
  readonly gapMs: number;
  /** The longest such time in the same call while nothing happened, before and after: the machine's and the codec's own. */
  readonly quietGapMs: number;
  /** What gapMs may be on this machine. */
  readonly allowedMs: number;
  /** What the page could notice: exceptions, error messages, track events, renegotiations. */
  readonly thrown: readonly string[];
  /** What the popup said of it; null where there was nothing to say. */
  readonly reason: string | null;
  /** Whether the far end saw in the end what it should. */
  readonly recovered: boolean;
}
