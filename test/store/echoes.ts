import type { AnalyzedArticle, Attribution, Span, Speaker } from '../../src/model.ts';
import type { CorrectionRequest, RecordStore } from '../../src/store/index.ts';
import { articleOf, randomFrom } from './synthetic.ts';

const SAID = [
  'we will open the northern lock before the first of May',
  'we will not open the northern lock before the first of May',
  'the northern lock stays shut while the ferry strike lasts',
  'open the northern lock and the ferry strike lasts no longer',
  'grain ships must wait outside the harbour of Ardal this spring',
  'this spring grain ships must wait',
  'nobody told the council of Ardal',
  'yes, of course',
];
const SPEAKERS: readonly Speaker[] = ['Marit Vellamo', 'Ivo Quist', 'Sanna Okoro'].map((name) => ({
  name,
  kind: 'person',
  role: null,
}));
const OUTLETS = ['The Vesland Courier', 'Radio Ardal', 'Northern Post'];

/** The n-th of a row of made-up articles that report the same few utterances, in words that differ. */
export function echo(n: number, url: string | null = null): AnalyzedArticle {
  const random = randomFrom(500 + n);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  let text = `Report ${n}.\n`;
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  const attributions = Array.from({ length: 4 }, (): Attribution => {
    const speaker = pick(SPEAKERS);
    const source = [write(speaker.name)];
    write(' ');
    const cue = [write('said')];
    write(': “');
    const content = [write(pick(SAID))];
    write('”. ');
    const found = { type: 'direct', mode: 'says', saidOn: null, medium: null, confidence: 0.5, within: null } as const;
    const rest = { speakerConfidence: null, unresolved: null, anonymity: null };
    return { source, cue, content, speaker: random() < 0.9 ? speaker : null, ...found, ...rest };
  });
  const published = random() < 0.8 ? `2031-05-${10 + Math.floor(random() * 20)}` : null;
  return articleOf(`echo-${n}`, text, { outlet: pick(OUTLETS), published, url, attributions });
}

/** A request that may make sense or not, mostly about statements; the same for the same random numbers. */
export function requestOfStatements(record: RecordStore, random: () => number): CorrectionRequest {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const attributions = [...record.everyAttribution()];
  const speakers = record.speakers().items;
  const one = pick(attributions);
  const chance = random();
  if (chance < 0.3) return { action: 'join', statement: one.statement!, other: pick(attributions).statement! };
  if (chance < 0.65) {
    const statement = one.statement!;
    const of = attributions.filter((each) => each.statement === statement && random() < 0.5);
    return { action: 'part', statement, occurrences: of.map(({ key }) => key) };
  }
  if (chance < 0.72) return { action: 'not-a-statement', attribution: one.key };
  if (chance < 0.8) return { action: 'speaker', attribution: one.key, to: pick([null, pick(speakers).key]) };
  if (chance < 0.84) return { action: 'merge', into: pick(speakers).key, from: pick(speakers).key };
  return { action: 'undo', number: 1 + Math.floor(random() * Math.max(record.corrections().total, 1)) };
}

/** Makes so many corrections that make sense. */
export function correctStatements(record: RecordStore, random: () => number, corrections: number): void {
  for (let made = 0, tries = 0; made < corrections; tries++) {
    if (tries > corrections * 30) throw new Error('nothing is left that could be corrected');
    const at = new Date(Date.UTC(2031, 5, 1) + tries * 60_000).toISOString();
    try {
      record.correct(requestOfStatements(record, random), { by: 'M. Quist', at });
      made++;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Error') throw error;
    }
  }
}
