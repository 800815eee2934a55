/** A table in Markdown. Pure. */

/** Header cells separated by " | ". */
export function table(header: string, rows: readonly (readonly string[])[]): string {
  const cells = header.split(' | ');
  return [cells, cells.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
