import { quotedRanges } from '../../attribution/index.ts';
import type { Source, SourceAttribution } from '../../linking/index.ts';
import { readDocument } from '../../text/index.ts';

/** A text as a source of quotations, with what stands in quotation marks there. */
export function sourceOf(text: string, attributions: readonly SourceAttribution[]): Source {
  return { text, quoted: quotedRanges(readDocument(text)), attributions };
}
