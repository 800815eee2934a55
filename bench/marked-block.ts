/**
 * Figures within a document: each bench owns one block between two comments, and can write its report there anew.
 *
 *   <!-- figures: NAME -->
 *   what the bench printed
 *   <!-- /figures -->
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** The text with another content in the block of this name. Throws when there is no such block. */
export function replaceBlock(text: string, name: string, content: string): string {
  const begin = `<!-- figures: ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf('<!-- /figures -->', from);
  if (from < 0 || to < 0) throw new Error(`Expected a block of figures named ${name}, found none`);
  return `${text.slice(0, from + begin.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}

/** Prints a report, and with a file writes it into its block there. */
export function publish(report: string, name: string, file: string | undefined): void {
  console.log(`${report}\n`);
  if (file !== undefined) writeFileSync(file, replaceBlock(readFileSync(file, 'utf8'), name, report));
}
