import type { Attribution, Held, Span } from '../../model.ts';
import { heldIn } from '../../positions/index.ts';
import type { RecordedPassage } from '../../store/index.ts';

/** Spans as they stand in the passage. */
export const shifted = (spans: readonly Span[], by: number): Span[] =>
  spans.map(([start, end]): Span => [start - by, end - by]);

/** A position of the record as positions over time are read. */
export type HeldInRecord = Held & { readonly passage: RecordedPassage };

/** The position of a passage; its speaker, statement and article go by their addresses in the record. */
export function heldOf(passage: RecordedPassage): HeldInRecord {
  const { attribution, text, start } = passage;
  const { article, speaker, condition, stance, source, cue, content } = attribution;
  const moved: Attribution = {
    ...{ source: shifted(source, start), cue: shifted(cue, start), content: shifted(content, start) },
    type: attribution.type,
    mode: attribution.mode,
    speaker: speaker && { name: speaker.name, kind: speaker.kind, role: speaker.role },
    saidOn: attribution.saidOn,
    medium: attribution.medium,
    confidence: attribution.confidence,
    within: attribution.within,
    ...{ speakerConfidence: null, unresolved: null, anonymity: null },
    condition: condition && shifted([condition], start)[0]!,
    conditionStatus: attribution.conditionStatus,
    ...(stance !== null && { stance }),
  };
  const holding = { id: article.key, outlet: article.outlet, published: article.published, text };
  const [held] = heldIn({ ...holding, attributions: [moved] }, [speaker?.key ?? null], [attribution.statement]);
  return { ...held!, passage };
}
