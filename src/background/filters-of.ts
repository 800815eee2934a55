/**
 * Gives declarations to those who cannot read the extension's files: the bridge in a page.
 * Owns what may be asked; where declarations lie is filters/library's.
 */
import * as v from 'valibot';
import { findDeclarations } from '../filters/library/filter-source.ts';
import type { Sender } from './answer-calls.ts';

/** One of each group for the wearer, as many for other faces, and room for more groups. */
const MOST_IDS = 64;
const idsSchema = v.pipe(v.array(v.string()), v.maxLength(MOST_IDS));

/** Rejects when what is asked for are no ids, or when they cannot be read now. */
export async function filtersOf(_: Sender, ids: unknown): Promise<readonly unknown[]> {
  return findDeclarations(v.parse(idsSchema, ids));
}
