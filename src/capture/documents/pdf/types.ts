/** What a PDF's pages hold, as the steps from marks on paper to paragraphs pass it on. Units are points, y grows downwards. */

/** Some letters set in one go. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** The size of the type. */
  readonly size: number;
}

/** Fragments that stand beside each other, near enough to be one line of one column. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

export interface Paragraph {
  readonly text: string;
  readonly size: number;
  /** From 0. */
  readonly page: number;
}

/** What a PDF says of itself. */
export interface PdfProperties {
  readonly title: string | null;
  readonly author: string | null;
}

/** A PDF's text, or why it has none. */
export type PdfText =
  | { readonly paragraphs: readonly Paragraph[]; readonly bodySize: number; readonly properties: PdfProperties }
  | { readonly refused: 'encrypted' | 'damaged' | 'too large' | 'no article text'; readonly reason: string };
