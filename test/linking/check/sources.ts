import { Check, compare, type Finding, type SameSpeaker, type Source } from '../../../src/linking/index.ts';
import type { Span, Speaker } from '../../../src/model.ts';

/** A person by a name. */
export const person = (name: string): Speaker => ({ name, kind: 'person', role: null });

/** Speakers are one if their names are. */
export const sameName: SameSpeaker = (a, b) => {
  if (a.name === b.name) return 'same';
  return a.kind === 'person' && b.kind === 'person' ? 'different' : 'unsure';
};

/** A source in which whoever stands before a colon says what stands between marks in that line; "she" is unsure. */
export function sourceOf(text: string, confidence = 1, speakerOf: (name: string) => Speaker = person): Source {
  const quoted: Span[] = [];
  const attributions: Source['attributions'][number][] = [];
  for (const line of text.matchAll(/^(?:([^:\n“]+): )?.*$/gm)) {
    const content = [...line[0].matchAll(/“([^”]*)”/g)].map(({ 1: words, index }): Span => {
      const start = line.index + index + 1;
      return [start, start + words!.length];
    });
    quoted.push(...content);
    if (line[1] && content.length > 0)
      attributions.push({ content, type: 'direct', speaker: speakerOf(line[1]), speakerConfidence: confidence });
  }
  return { text, quoted, attributions };
}

/** What becomes of a quotation of a draft against texts. */
export function checked(
  words: string,
  texts: string | readonly (string | Source)[],
  { speaker = null, around = '' }: { speaker?: string | null; around?: string } = {},
): Finding {
  const said = { speaker: speaker === null ? null : person(speaker), speakerConfidence: 1, attributed: true };
  const check = new Check([{ words, around, ...said }], { sameSpeaker: sameName, compare });
  for (const one of [texts].flat() as (string | Source)[]) check.add(typeof one === 'string' ? sourceOf(one) : one);
  return check.findings()[0]!;
}
