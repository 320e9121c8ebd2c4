import type { AnalyzedArticle, Attribution, Speaker } from '../../src/model.ts';
import { captureOf, type SampleRecord } from './sample-record.ts';

/** One article of an invented outlet as it was captured three times. */

const KOST: Speaker = { name: 'Mirela Kost', kind: 'person', role: null };
const ORLAN: Speaker = { name: 'Davit Orlan', kind: 'person', role: null };

type Said = readonly [words: string, speaker: Speaker, type?: Attribution['type']];

function version(title: string, said: readonly Said[]): AnalyzedArticle {
  const text = ['The crossing was closed for a week.', ...said.map(([words]) => words)].join('\n');
  const attributions = said.map(([words, speaker, type = 'indirect']): Attribution => {
    const start = text.indexOf(words);
    return {
      source: [],
      cue: [],
      content: [[start, start + words.length]],
      type,
      mode: 'says',
      speaker,
      saidOn: null,
      medium: null,
      confidence: 0.9,
      within: null,
      speakerConfidence: null,
      unresolved: null,
      anonymity: null,
    };
  });
  const about = { byline: null, published: '2031-10-12', outlet: 'The Marrow Bay Courier', language: 'en' };
  return { id: 'crossing', title, url: 'https://courier.example/2031/crossing', text, attributions, ...about };
}

const versions = [
  version('Crossing closed', [
    ['Lorries may cross again on Monday morning.', KOST],
    ['Nobody had asked the hauliers <b>at all</b>.', ORLAN],
  ]),
  version('Crossing stays closed', [
    ['Lorries may cross again on Friday morning.', KOST],
    ['Nobody had asked the hauliers <b>at all</b>.', ORLAN],
  ]),
  version('Crossing stays closed', [
    ['Lorries may cross again on Friday morning.', ORLAN, 'direct'],
    ['The toll will not be paid back.', KOST],
  ]),
];

/** The article in its first version, for `sampleRecord`. */
export const first: AnalyzedArticle = versions[0]!;

/** Adds the later versions to a record of the first; gives the keys of all three. */
export function revise({ record }: Pick<SampleRecord, 'record'>): string[] {
  for (const version of versions.slice(1)) record.add(captureOf(version, Buffer.from(version.text)), version);
  return record.revisions(first.id)!.items.map(({ article }) => article.key);
}
