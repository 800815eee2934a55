/** What Linux says of a process or thread in /proc: the one line of its stat file, and its command line. Pure. */

export interface ProcStat {
  readonly id: number;
  /** As the kernel keeps it, at most 15 characters; any characters, spaces and parentheses too. */
  readonly name: string;
  readonly parentId: number;
  /** Processor time since its start, user's and system's, in clock ticks. */
  readonly ticks: number;
}

/** Where the numbers stand after the name, counted from the state. */
const PARENT_AT = 1;
const USER_TICKS_AT = 11;
const SYSTEM_TICKS_AT = 12;

/** The name is what stands between the first parenthesis and the last. Throws on what is no such line. */
export function parseProcStat(line: string): ProcStat {
  const [from, to] = [line.indexOf('('), line.lastIndexOf(')')];
  const fields = line
    .slice(to + 1)
    .trim()
    .split(/\s+/);
  const stat = {
    id: Number.parseInt(line, 10),
    name: line.slice(from + 1, to),
    parentId: Number(fields[PARENT_AT]),
    ticks: Number(fields[USER_TICKS_AT]) + Number(fields[SYSTEM_TICKS_AT]),
  };
  if (from < 0 || to < from || ![stat.id, stat.parentId, stat.ticks].every(Number.isInteger)) {
    throw new Error(`Expected a line of a stat file, got: ${line}`);
  }
  return stat;
}

/** The ids of a process and of all that came from it. */
export function treeOf(rootId: number, all: readonly Pick<ProcStat, 'id' | 'parentId'>[]): Set<number> {
  const tree = new Set([rootId]);
  for (let before = 0; before < tree.size; ) {
    before = tree.size;
    for (const { id, parentId } of all) if (tree.has(parentId)) tree.add(id);
  }
  return tree;
}

/** What a process of Chromium is for, by its command line, whose parts are separated by NUL or by a space. */
export function processKind(commandLine: string): string {
  const flagOf = (flag: string) => commandLine.match(new RegExp(`--${flag}=([^\\s\\0]+)`))?.[1];
  const type = flagOf('type');
  if (type === undefined) return 'browser';
  if (type === 'renderer') return /--extension-process\b/.test(commandLine) ? 'extension' : 'page';
  if (type === 'gpu-process') return 'gpu';
  if (type !== 'utility') return type;
  return flagOf('utility-sub-type')?.split('.')[0] ?? type;
}

/** A thread's name without the number at its end that tells it from its like. */
export function threadKind(name: string): string {
  return name.replace(/[-_/# <]?\d+>?$/, '') || name;
}
