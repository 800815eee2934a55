/**
 * What one document of a page says to the popup about its cameras, over the port named STATUS_PORT.
 * Owns the message and its check at the popup's door; the bridge fills it, popup/page-status.ts words it.
 */
import * as v from 'valibot';
import type { PipelineFigures } from './pipeline-protocol.ts';
import { PROBLEM_SENTENCES, type ProblemCode } from './problem.ts';

/** The popup connects to the tab; each document that has asked for a camera answers at once and after every change. */
export const STATUS_PORT = 'status';

export interface DocumentStatus {
  /** Any string that stays the same for this document: all documents of a tab answer on one port. */
  readonly document: string;
  /** none: not asked for, or closed again. refused: asked for, and the page got an error. */
  readonly camera: 'none' | 'open' | 'refused';
  /** Whether the outgoing picture carries the filter right now. */
  readonly filterOn: boolean;
  /** The filters that this document's cameras wear, or that are being prepared for them. */
  readonly filterIds: readonly string[];
  /** Since when the outgoing picture carries a filter, in milliseconds of Date.now(). */
  readonly wornSinceMs: number | null;
  /** Whether the call sees a blank picture, because a filter whose fail mode is closed is not drawn on it. */
  readonly isBlank: boolean;
  readonly problem: ProblemCode | null;
  /** Of the outgoing picture, measured. */
  readonly framesPerSecond: number | null;
  /** Width and height of the outgoing picture. */
  readonly sizePx: readonly [number, number] | null;
  /** All that the pipeline measured of itself, for diagnostics. */
  readonly figures: PipelineFigures | null;
}

/** Popup -> document, over the same port: asks for a picture of what the document's camera sends next. */
export interface SnapshotRequest {
  readonly type: 'snapshot';
  /** DocumentStatus.document of the one that is meant. */
  readonly document: string;
  /** At most so wide; null: as large as it is sent. */
  readonly widthPx: number | null;
  readonly mime: 'image/jpeg' | 'image/png';
}

/** The document's answer. */
export interface Snapshot {
  readonly type: 'snapshot';
  readonly document: string;
  readonly mime: string;
  readonly base64: string;
}

const problemCodes = Object.keys(PROBLEM_SENTENCES) as ProblemCode[];
export const problemSchema = v.picklist(problemCodes);
const positive = v.pipe(v.number(), v.finite(), v.minValue(0));

const spread = v.object({ p50: v.number(), p95: v.number() });

export const figuresSchema = v.object({
  widthPx: positive,
  heightPx: positive,
  fpsIn: positive,
  fpsOut: positive,
  dropped: positive,
  level: positive,
  thread: v.picklist(['page', 'worker']),
  tooSlow: v.boolean(),
  latencyMs: spread,
  stagesMs: v.record(v.string(), spread),
});

const documentStatusSchema = v.object({
  document: v.string(),
  camera: v.picklist(['none', 'open', 'refused']),
  filterOn: v.boolean(),
  filterIds: v.array(v.string()),
  wornSinceMs: v.nullable(positive),
  isBlank: v.fallback(v.boolean(), false),
  problem: v.nullable(problemSchema),
  framesPerSecond: v.nullable(positive),
  sizePx: v.nullable(v.tuple([positive, positive])),
  // Diagnostics that do not fit (JSON has no NaN) are dropped alone, never the status that they come with.
  figures: v.fallback(v.nullable(figuresSchema), null),
});

const snapshotRequestSchema = v.object({
  type: v.literal('snapshot'),
  document: v.string(),
  widthPx: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(8192))),
  mime: v.picklist(['image/jpeg', 'image/png']),
});

const snapshotSchema = v.object({
  type: v.literal('snapshot'),
  document: v.string(),
  mime: v.string(),
  base64: v.string(),
});

/** Null for what is no request. */
export function parseSnapshotRequest(message: unknown): SnapshotRequest | null {
  const parsed = v.safeParse(snapshotRequestSchema, message);
  return parsed.success ? parsed.output : null;
}

/** Null for what is no picture. */
export function parseSnapshot(message: unknown): Snapshot | null {
  const parsed = v.safeParse(snapshotSchema, message);
  return parsed.success ? parsed.output : null;
}

/** A document's message as a DocumentStatus, or null when it is none: the popup then knows nothing of that document. */
export function parseDocumentStatus(message: unknown): DocumentStatus | null {
  const parsed = v.safeParse(documentStatusSchema, message);
  return parsed.success ? parsed.output : null;
}
