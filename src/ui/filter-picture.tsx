/**
 * A filter's picture: made beforehand by `npm run previews`, or a tile drawn from its declaration while there is none.
 * Decorative: the name stands beside it.
 */
import type { ShownFilter } from './filter-name.ts';
import { GroupSign } from './group-sign.tsx';

const pictures = import.meta.glob<string>('../filters/previews/*.{webp,png}', {
  eager: true,
  query: '?url',
  import: 'default',
});

const pictureOf = new Map(
  Object.entries(pictures).map(([path, address]) => [/([^/]+)\.\w+$/.exec(path)?.[1], address]),
);

export function FilterPicture({ filter }: { readonly filter: ShownFilter }) {
  const address = pictureOf.get(filter.id);
  if (address !== undefined)
    return (
      <img class="picture" src={address} alt="" width="104" height="104" loading="lazy" decoding="async" />
    );
  return (
    <span class={`picture tile tile-${tint(filter.id)}`}>
      <GroupSign group={filter.group} />
    </span>
  );
}

/** One of six colours that stays with the filter. */
function tint(id: string): number {
  let sum = 0;
  for (const character of id) sum += character.codePointAt(0) ?? 0;
  return sum % 6;
}
