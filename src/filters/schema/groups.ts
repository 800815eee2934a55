/** The groups of filters, in the order in which lists show them: light, for pages that show lists and check nothing. */

/** What a filter mainly is; one of each can be worn together. */
export const FILTER_GROUPS = [
  'wearable',
  'picture',
  'look',
  'grade',
  'particles',
  'privacy',
  'framing',
  'border',
] as const;

export type FilterGroup = (typeof FILTER_GROUPS)[number];
