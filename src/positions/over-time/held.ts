import type { Attribution, Held, Holding, Span } from '../../model.ts';

/** So far around an attribution its sentences are looked for. */
const FARTHEST = 400;
const SENTENCE_END = /[.!?]["”’']?\s|\n/g;

/** The sentences that hold a stretch of the text; cut where they are longer than anybody reads. */
function sentencesAround(text: string, [start, end]: Span): string {
  const from = Math.max(0, start - FARTHEST);
  const before = [...text.slice(from, start).matchAll(SENTENCE_END)].at(-1);
  const after = text.slice(end, end + FARTHEST).search(SENTENCE_END);
  const last = after < 0 ? Math.min(text.length, end + FARTHEST) : end + after + 1;
  return text.slice(before ? from + before.index + before[0].length : from, last).trim();
}

function extentOf({ source, cue, content }: Attribution): Span {
  const spans = [...source, ...cue, ...content];
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

/**
 * The positions of an article, one an attribution, in its order.
 * @param ids who the speakers are across articles: one an attribution, null where the speaker is not resolved
 * @param statements which utterances they report, likewise; null where it is not known
 */
export function heldIn(
  { id, outlet, published, text, attributions }: Holding,
  ids: readonly (number | string | null)[],
  statements: readonly (number | string | null)[] = [],
): Held[] {
  const reportedIn = { id, outlet, published };
  return attributions.map((attribution, index) => {
    const { speaker, condition, conditionStatus } = attribution;
    const [first] = attribution.content;
    const words = (spans: readonly Span[]) => spans.map(([start, end]) => text.slice(start, end));
    const speakerId = ids[index] ?? null;
    return {
      statement: statements[index] ?? null,
      article: reportedIn,
      ...(first && { at: first[0] }),
      words: words(attribution.content),
      source: words(attribution.source),
      cue: words(attribution.cue),
      sentence: sentencesAround(text, extentOf(attribution)),
      type: attribution.type,
      mode: attribution.mode,
      speaker:
        speaker && speakerId !== null
          ? { id: speakerId, name: speaker.name, kind: speaker.kind, role: speaker.role }
          : null,
      saidOn: attribution.saidOn,
      stance: attribution.stance ?? null,
      condition: condition && conditionStatus !== 'denied' ? text.slice(...condition) : null,
      confidence: attribution.confidence,
      nested: attribution.within !== null,
    };
  });
}
