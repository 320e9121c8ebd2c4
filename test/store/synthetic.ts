import { createHash } from 'node:crypto';
import type { AnalyzedArticle, Attribution, Capture, Mode, Span, Speaker } from '../../src/model.ts';

const FIRST = ['Oleha', 'Marit', 'Ivo', 'Sanna', 'Tomás', 'Zdeňka', 'Åke', 'Nuri'];
const LAST = ['Danvar', 'Brøgger', 'Okoro', 'Šimůnek', 'Vellamo', 'Quist', 'Harrow', 'Yalın'];
const OUTLETS = ['The Vesland Courier', 'Radio Ardal', 'Northern Post', null];
const WORDS = 'the grain corridor talks will open on Monday if both sides agree to withdraw from lake Orra first'.split(
  ' ',
);
const MODES: Mode[] = ['says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows'];

/** A small generator of numbers with a seed (mulberry32): the same seed gives the same numbers, each in [0, 1). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A capture of an article: its text stands for the bytes, unless others are given. */
export function captureOf(article: AnalyzedArticle, bytes: Uint8Array = Buffer.from(article.text)): Capture {
  const { attributions: _, ...rest } = article;
  return {
    article: rest,
    snapshot: {
      bytes: new Uint8Array(bytes),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/plain',
      location: `in/${article.id}.txt`,
      capturedAt: '2031-05-04T10:00:00.000Z',
    },
  };
}

/** What the record gives of the stance of an attribution of which none was found. */
export const NO_STANCE = {
  ...{ stance: null, about: null, condition: null, conditionStatus: null, polarity: null, modality: null },
  ...{ hedged: null, time: null, stanceConfidence: null, evidence: [] },
};

/** An article with nothing found in it, for tests to fill. */
export function articleOf(id: string, text: string, rest: Partial<AnalyzedArticle> = {}): AnalyzedArticle {
  const nothing = { title: null, byline: null, published: null, outlet: null, language: 'en', url: null };
  return { id, ...nothing, text, attributions: [], ...rest };
}

/** An attribution of the words given, which must stand in the text; content may be in pieces. */
export function attributionOf(
  text: string,
  words: { source?: string; cue?: string; content: string | string[] },
  speaker: Speaker | null,
  rest: Partial<Attribution> = {},
): Attribution {
  const spans = (found: string | string[] = []): Span[] =>
    [found].flat().map((piece) => {
      const start = text.indexOf(piece);
      if (start < 0) throw new Error(`"${piece}" is not in the text`);
      return [start, start + piece.length];
    });
  const places = { source: spans(words.source), cue: spans(words.cue), content: spans(words.content) };
  return {
    ...places,
    type: 'indirect',
    mode: 'says',
    speaker,
    saidOn: null,
    medium: null,
    confidence: 0.5,
    within: null,
    speakerConfidence: null,
    unresolved: null,
    anonymity: null,
    ...rest,
  };
}

/** Names that are one speaker's in several spellings, several speakers' nearly alike, or of nobody beyond an article. */
export const CONFUSABLE: readonly Speaker[] = [
  ...['Oleksii Danvarov', 'Oleksiy Danvarow', 'OLEKSII DANVAROV', 'O. Danvarov', 'Danvarov', 'Olha Danvarova'],
  ...['Ivo Quist Jr.', 'Ivo Quist Sr.', 'Ivo Quist', 'Ivo T. Quist', 'Mr. Quist', 'Sanna Quist', 'Mrs. Quist'],
  ...['Christopher Harrow', 'Chris Harrow', 'Christine Harrow', 'Harrow', 'Christopher J. Harrow'],
]
  .map((name): Speaker => ({ name, kind: 'person', role: null }))
  .concat(
    { name: 'Ivo Quist', kind: 'person', role: 'finance minister of Vesland' },
    { name: 'Quist', kind: 'person', role: 'finance minister', courtesy: 'Mr.' },
    ...['Ministry of Defence of Vesland', 'Vesland Defence Ministry', 'Northern Border Volunteers', 'NBV', 'the police']
      // Acronyms join long names only where one of them is widely known.
      .map((name): Speaker => ({ name, kind: 'organization', role: null })),
    { name: 'an official', kind: 'unnamed', role: null },
    { name: 'the Orra Report', kind: 'document', role: null },
    { name: 'Marit Okoro', kind: 'author', role: null },
  );

/**
 * The n-th of a row of made-up articles, always the same for the same number. Its text holds the word "marker" with
 * the number in letters once for every attribution, so that a search can count what reached the index.
 *
 * @param speakers who speaks in it; where none are given, people whose names are clearly one's or another's.
 */
export function syntheticArticle(n: number, attributions = 25, speakers: readonly Speaker[] = []): AnalyzedArticle {
  const random = randomFrom(n + 1);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const found: Attribution[] = [];
  let text = `${markerOf(n)} report\n`;
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  for (let i = 0; i < attributions; i++) {
    const name = `${pick(FIRST)} ${pick(LAST)}`;
    const source = write(name);
    write(' ');
    const cue = write('said');
    write(' ');
    const content = [write(`${markerOf(n)} ${Array.from({ length: 8 }, () => pick(WORDS)).join(' ')}`)];
    if (random() < 0.2) {
      write(', Tomás noted, ');
      content.push(write(Array.from({ length: 4 }, () => pick(WORDS)).join(' ')));
    }
    write(random() < 0.3 ? '.\n' : '. ');
    const unnamed: Speaker = { name: 'an official', kind: 'unnamed', role: null, roleSpan: null, members: null };
    const role = random() < 0.5 ? 'envoy' : null;
    const named: Speaker = { name, kind: 'person', role, roleSpan: role ? source : null, members: null };
    const whole: Speaker = random() < 0.2 ? unnamed : named;
    const speaker = speakers.length > 0 ? pick(speakers) : whole;
    const resolved = random() < 0.9;
    found.push({
      source: [source],
      cue: [cue],
      content,
      type: pick(['direct', 'indirect', 'mixed']),
      mode: pick(MODES),
      speaker: resolved ? speaker : null,
      saidOn: random() < 0.5 ? '2031-05-03' : null,
      medium: random() < 0.2 ? 'Radio Ardal' : null,
      confidence: random(),
      within: i > 0 && random() < 0.1 ? i - 1 : null,
      speakerConfidence: random(),
      unresolved: resolved ? null : 'nobody before the pronoun fits',
      anonymity: resolved && speaker === unnamed ? cue : null,
    });
  }
  const published = `2031-0${1 + (n % 9)}-1${n % 10}`;
  const about = { title: `Talks, day ${n}`, byline: 'M. Quist', outlet: pick(OUTLETS), published };
  return articleOf(`synthetic-${n}`, text, { ...about, attributions: found });
}

/** A word that stands in the n-th article only. */
export function markerOf(n: number): string {
  return `marker${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
}
