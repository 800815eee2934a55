/** How long a line of a filter may be, in letters: for whoever draws it, checks it or lets it be typed. */
export const LONGEST_TEXT = 80;
