/** What a new filter changes in files that are there: text in, text out. Owns the forms; the files are new-filter.ts's. */
import { FILTER_GROUPS, type FilterGroup } from '../../src/filters/schema/groups.ts';

export interface NewFilter {
  /** In kebab-case, as files and settings name it. */
  readonly id: string;
  readonly group: FilterGroup;
  /** In English, as people read it. */
  readonly name: string;
}

/** Something small of each group that draws and passes its checks. */
const STARTS: Readonly<Record<FilterGroup, string>> = {
  wearable: `parts: [
    { shape: 'sphere', radiusCm: 1.5, positionCm: [0, 9, 0], material: { color: '#d91c2b', roughness: 0.4 } },
  ],`,
  picture: `pictures: [
    {
      viewBox: [0, 0, 40, 40],
      widthCm: 4,
      positionCm: [4, -2, 0],
      surface: 'face',
      shapes: [{ d: 'M20 2 L38 38 L2 38 Z', fill: '#d91c2b' }],
    },
  ],`,
  look: `grade: { lut: 'warm.cube', strength: 0.5 },
  parts: [
    { shape: 'sphere', radiusCm: 1.5, positionCm: [0, 9, 0], material: { color: '#d91c2b', roughness: 0.4 } },
  ],`,
  grade: `grade: { lut: 'warm.cube', strength: 0.5 },`,
  particles: `particles: {
    around: 'head',
    motion: 'rise',
    count: 12,
    sprites: [{ viewBox: [0, 0, 40, 40], shapes: [{ d: 'M20 2 L38 38 L2 38 Z', fill: '#d91c2b' }] }],
    sizeCm: [1, 2],
    periodS: [4, 7],
  },`,
  privacy: `hide: { how: 'pixelate', cellCm: 3 },`,
  framing: `framing: { headShare: 0.5, mostZoom: 1.5 },`,
  border: `screen: {
    layers: [
      {
        viewBox: [0, 0, 40, 40],
        anchor: 'bottom-left',
        height: 0.1,
        margin: 0.05,
        shapes: [{ d: 'M20 2 L38 38 L2 38 Z', fill: '#d91c2b' }],
      },
    ],
  },`,
};

export const isGroup = (group: string): group is FilterGroup =>
  (FILTER_GROUPS as readonly string[]).includes(group);

/** 'party-glasses' as 'Party glasses'. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 'party-glasses' as 'partyGlasses'. */
export const variableOf = (id: string): string =>
  id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The source of a declaration, ready to edit. */
export function declarationOf({ id, group, name }: NewFilter): string {
  return `import type { Filter } from '../../schema/groups.ts';

/** ${name}: say here in one line what it is. */
export const ${variableOf(id)}: Filter = {
  version: 1,
  id: '${id}',
  name: ${quoted(name)},
  description: ${quoted(name)},
  group: '${group}',
  onFailure: '${group === 'privacy' ? 'closed' : 'open'}',
  ${STARTS[group]}
};
`;
}

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** The list of filters with one more, the last of its group. @throws Error when the text is not that list. */
export function addToList(text: string, { id, group }: Pick<NewFilter, 'id' | 'group'>): string {
  const imports = [...text.matchAll(/^import \{ (\w+) \} from '\.\/(\w+)\/[\w-]+\.ts';$/gm)];
  const own = imports.filter(([, , folder]) => folder === group).map(([, variable = '']) => variable);
  const list = text.slice(text.indexOf('FILTERS: readonly Filter[] = ['));
  const lastOfGroup = own.toSorted((a, b) => list.indexOf(`  ${a},`) - list.indexOf(`  ${b},`)).at(-1);
  if (lastOfGroup === undefined)
    throw new Error(`Expected a list with filters of the group ${group}, found none`);
  const line = `import { ${variableOf(id)} } from './${group}/${id}.ts';\n`;
  return `${line}${text}`
    .replace(/^((?:import[^\n]*\n)+)(\/\*\*[^\n]*\n)/, '$2$1')
    .replace(new RegExp(`^  ${lastOfGroup},$`, 'm'), `$&\n  ${variableOf(id)},`);
}

/** A language's texts with the filter's name, after those of the other filters. */
export function addName(text: string, { id, name }: Pick<NewFilter, 'id' | 'name'>): string {
  const key = `filter_${id.replaceAll('-', '_')}`;
  const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
  const after = entries.findLastIndex(([other]) => other.startsWith('filter_')) + 1;
  const added = [...entries.slice(0, after), [key, { message: name }], ...entries.slice(after)];
  return `${JSON.stringify(Object.fromEntries(added), null, 2)}\n`;
}

/** The README with one filter more in the group's row of its table. */
export function countInReadme(text: string, group: FilterGroup): string {
  const [before = '', table = ''] = text.split('| group | filters |');
  let row = -1;
  const counted = table.replace(/^(\| \D[^|]*\| )(\d+)(?=:)/gm, (whole, start: string, count: string) => {
    row += 1;
    return row === FILTER_GROUPS.indexOf(group) ? `${start}${Number(count) + 1}` : whole;
  });
  return `${before}| group | filters |${counted}`;
}
