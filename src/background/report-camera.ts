/**
 * Puts what a tab's cameras do on its toolbar button. The browser forgets it with the page.
 * Owns who may report: a content script of ours, of its own tab alone, and what makes a report.
 */
import * as v from 'valibot';
import { LIBRARY } from '../filters/library/index.ts';
import { problemSchema } from '../shared/status.ts';
import type { Sender } from './answer-calls.ts';
import { badgeOfCamera, showBadge } from './badge.ts';

const reportSchema = v.object({
  camera: v.picklist(['none', 'open', 'refused']),
  filterOn: v.boolean(),
  filterIds: v.array(v.string()),
  isBlank: v.boolean(),
  problem: v.nullable(problemSchema),
});

/** Rejects when the sender is no tab's, or the report is none. */
export async function reportCamera(sender: Sender, report: unknown): Promise<void> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) throw new Error('reportCamera expects to be called by a frame of a tab');
  await showBadge(badgeOfCamera(v.parse(reportSchema, report), LIBRARY), tabId);
}
