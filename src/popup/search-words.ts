/** All that a filter may be found by, in the user's language and in English: its name, its group, its topics. */
import { TOPICS_OF } from '../filters/library/topics.ts';
import { text } from '../shared/text.ts';
import { filterName, type ShownFilter } from '../ui/filter-name.ts';
import { groupName } from './group-name.ts';

export function searchWordsOf(filter: ShownFilter): string {
  const topics = TOPICS_OF[filter.id] ?? [];
  return [
    ...[filterName(filter), filter.name, filter.id, groupName(filter.group)],
    ...topics.flatMap((topic) => [text(`topic_${topic}`), topic.replaceAll('_', ' ')]),
  ].join(' ');
}
