/** What becomes of a frame that a chosen filter is not drawn on: open lets it pass, closed blanks it. */
export type FailMode = 'open' | 'closed';
