/** `[start, end)` in UTF-16 code units of an article's text. */
export type Span = readonly [start: number, end: number];
