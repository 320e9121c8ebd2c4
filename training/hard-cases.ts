import fs from 'node:fs';
import path from 'node:path';
import type { AttributionType, Mode, Span } from '../src/model.ts';
import { type AnalyzedArticle, type Article, type Attribution, createAnalyzer } from '../src/pipeline/index.ts';

/** Where the cases are kept, in groups; the README beside them says how one is written. */
export const CASES = path.resolve(import.meta.dirname, '../test/attribution/hard-cases');

/** One way to mark an attribution. */
export interface Reading {
  /** Null where a careful editor would call verbatim words without quotation marks either: in transcripts. */
  readonly type: AttributionType | null;
  /** Null where the guide to the modes leaves more than one open. */
  readonly mode: Mode | null;
  readonly source: Span | null;
  /** Null where the case does not say. */
  readonly cue: Span | null;
  readonly content: readonly Span[];
  /** Null where the case does not say. */
  readonly speaker: string | null;
}

/** A text with all that is attributed in it. */
export interface Case {
  readonly group: string;
  readonly name: string;
  readonly text: string;
  /** The attributions that must be found, each in all readings that are right. */
  readonly expected: readonly (readonly Reading[])[];
  /** Contents of what the corpus marks at times and at times not: it may be found, and need not be. */
  readonly maybe: readonly (readonly Span[])[];
}

const TYPES: Record<string, AttributionType | null> = {
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
  any: null,
};
const MODES = new Set<string>(['says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows'] satisfies Mode[]);
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Where words stand in a text, whole words only. */
function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const cutsBefore = WORD_CHARACTER.test(text[at - 1] ?? '') && WORD_CHARACTER.test(words[0]!);
    const cutsAfter = WORD_CHARACTER.test(text[end] ?? '') && WORD_CHARACTER.test(words.at(-1)!);
    if (!cutsBefore && !cutsAfter) found.push(at);
  }
  return found;
}

/**
 * The span that words stand for: `words`, or `first words ~ last words`, each with `#2` after it for the second place
 * where it occurs.
 * @throws Error when the words do not occur, or occur more than once and it is not said which is meant.
 */
export function spanOf(text: string, written: string): Span {
  const [first, last] = written.split(' ~ ');
  const [, words = '', nth] = /^(.+?)(?:#(\d+))?$/su.exec(first!) ?? [];
  const places = occurrences(text, words);
  if (places.length > 1 && nth === undefined) throw new Error(`“${words}” occurs ${places.length} times: add #1, #2 …`);
  const start = places[Number(nth ?? 1) - 1];
  if (start === undefined) throw new Error(`“${written}” does not occur`);
  if (last === undefined) return [start, start + words.length];
  const end = occurrences(text, last).find((at) => at >= start + words.length);
  if (end === undefined) throw new Error(`“${last}” does not occur after “${words}”`);
  return [start, end + last.length];
}

const spansOf = (text: string, written: string): Span[] => written.split(' + ').map((piece) => spanOf(text, piece));

function readReading(text: string, line: string): Reading {
  const [kind = '', source = '', cue = '', content, speaker = null, ...more] = line.split(' | ');
  const [type = '', mode = null, ...others] = kind.split(' ');
  if (content === undefined || more.length + others.length > 0) {
    throw new Error('wanted: type mode | source | cue | content | speaker');
  }
  if (!(type in TYPES)) throw new Error(`“${type}” is no type`);
  if (mode !== null && !MODES.has(mode)) throw new Error(`“${mode}” is no mode`);
  return {
    type: TYPES[type]!,
    mode: mode as Mode | null,
    source: source === '-' ? null : spanOf(text, source),
    cue: cue === '-' ? null : spanOf(text, cue),
    content: spansOf(text, content),
    speaker,
  };
}

function overlap(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(([start, end]) => b.some(([from, to]) => start < to && from < end));
}

function readCase(group: string, block: string): Case {
  const [name = '', ...lines] = block.trimEnd().split('\n');
  const split = lines.findIndex((line) => line.startsWith('=> '));
  if (split < 0) throw new Error(`${group} / ${name}: nothing is said of what is right (=> …)`);
  const text = lines.slice(0, split).join('\n').trim();
  const expected: Reading[][] = [];
  const maybe: Span[][] = [];
  let none = false;
  for (const line of lines.slice(split)) {
    const said = line.replace(/^=> /, '');
    try {
      if (said === 'none') none = true;
      else if (said.startsWith('maybe ')) maybe.push(spansOf(text, said.slice('maybe '.length)));
      else if (said.startsWith('or ') && expected.length > 0) {
        expected.at(-1)!.push(readReading(text, said.slice('or '.length)));
      } else expected.push([readReading(text, said)]);
    } catch (error) {
      throw new Error(`${group} / ${name}: “${line}”: ${(error as Error).message}`, { cause: error });
    }
  }
  if (none === expected.length > 0) throw new Error(`${group} / ${name}: either “=> none” or what must be found`);
  return { group, name, text, expected, maybe };
}

/**
 * Reads all cases, by group.
 * @throws Error naming group and case when one is not well formed.
 */
export function readCases(folder: string = CASES): Case[] {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.toSorted().flatMap((file) => {
    const groups = fs.readFileSync(path.join(folder, file), 'utf8').split(/^== /mu).slice(1);
    return groups.flatMap((group) => {
      const [head = '', ...blocks] = group.split(/^-- /mu);
      return blocks.map((block) => readCase(head.trim(), block));
    });
  });
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
const WORD_AT = /^\p{L}+/u;
/** Words that the corpus puts now at the end of the cue and now at the beginning of the content. */
const BETWEEN_CUE_AND_CONTENT = new Set(['that', 'to', 'of', 'for', 'about', 'on', 'in', 'as']);
const SAME_CONTENT = 0.8;
const SAME_SOURCE = 0.5;

/** Where each word in the spans begins. Punctuation and quotation marks are no words. */
function wordsIn(text: string, spans: readonly Span[]): number[] {
  return spans.flatMap(([start, end]) => [...text.slice(start, end).matchAll(WORD)].map(({ index }) => start + index));
}

/** The words of a content, each piece without a first word that may belong to the cue. */
function contentWords(text: string, content: readonly Span[]): Set<number> {
  const pieces = content.map((piece) => {
    const words = wordsIn(text, [piece]);
    const first = WORD_AT.exec(text.slice(words[0]))?.[0].toLowerCase() ?? '';
    return BETWEEN_CUE_AND_CONTENT.has(first) ? words.slice(1) : words;
  });
  return new Set(pieces.flat());
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const both = a.intersection(b).size;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}

/** A source without what is added to it: appositives, brackets and relative clauses. */
function withoutAdditions(text: string, [start, end]: Span): Span {
  const added = text.slice(start, end).search(/,|\s[—–(-]|\swh(?:o|ose|ich)\s/u);
  return added > 0 ? [start, start + added] : [start, end];
}

/** The corpus at times leaves out what is added to a source: sources are the same with it or without it. */
function sameSource(text: string, expected: Span | null, found: Span | undefined): boolean {
  if (expected === null || found === undefined) return expected === null && found === undefined;
  const alike = (a: Span, b: Span) => jaccard(new Set(wordsIn(text, [a])), new Set(wordsIn(text, [b]))) >= SAME_SOURCE;
  return alike(expected, found) || alike(withoutAdditions(text, expected), withoutAdditions(text, found));
}

/** What is wrong with an attribution as an answer to what was expected, in a word each; empty when it is right. */
export function wrongIn(text: string, expected: Reading, found: Attribution): string[] {
  const wrong: string[] = [];
  const words = jaccard(contentWords(text, expected.content), contentWords(text, found.content));
  if (words < SAME_CONTENT) wrong.push('content');
  if (!sameSource(text, expected.source, found.source[0])) wrong.push('source');
  if (expected.cue && new Set(wordsIn(text, [expected.cue])).isDisjointFrom(new Set(wordsIn(text, found.cue)))) {
    wrong.push('cue');
  }
  if (expected.type !== null && found.type !== expected.type) wrong.push('type');
  if (expected.mode !== null && found.mode !== expected.mode) wrong.push('mode');
  if (expected.speaker !== null && found.speaker?.name !== expected.speaker) wrong.push('speaker');
  return wrong;
}

const shown = (text: string, spans: readonly Span[]) =>
  spans.map((span) => text.slice(...span).replace(/\s+/gu, ' ')).join(' + ') || '-';

function describeExpected(text: string, { type, mode, source, content, speaker }: Reading): string {
  const kind = [type ?? 'any', mode].filter(Boolean).join(' ');
  return [kind, shown(text, source ? [source] : []), shown(text, content), speaker].filter(Boolean).join(' | ');
}

function describeFound(text: string, { type, mode, source, content, speaker }: Attribution): string {
  return [`${type} ${mode}`, shown(text, source), shown(text, content), speaker?.name].filter(Boolean).join(' | ');
}

interface Answer {
  readonly reading: Reading;
  readonly found: Attribution;
  readonly wrong: readonly string[];
}

/** The answer to an expected attribution that comes nearest to one of its readings. */
function nearest(text: string, readings: readonly Reading[], found: readonly Attribution[]): Answer | undefined {
  const answers = readings.flatMap((reading) =>
    found
      .filter(({ content }) => overlap(reading.content, content))
      .map((one) => ({ reading, found: one, wrong: wrongIn(text, reading, one) })),
  );
  return answers.toSorted((a, b) => a.wrong.length - b.wrong.length)[0];
}

/**
 * Judges what was found in a case. An expected attribution is found when its content covers the same words (token
 * Jaccard of 0.8 or more, without punctuation, marks, and a first word such as "that"), its source has the same head
 * words (0.5, appositives counted or not), its cue shares a word, and type, mode and speaker are equal where the case
 * gives them. What overlaps nothing expected is one too many.
 *
 * @returns what is wrong, a line each; empty when the case is right.
 */
export function judge({ text, expected, maybe }: Case, found: readonly Attribution[]): string[] {
  const left = new Set(found);
  const faults: string[] = [];
  for (const readings of expected) {
    const best = nearest(text, readings, [...left]);
    if (best?.wrong.length === 0) left.delete(best.found);
    else {
      const instead = best ? `found ${describeFound(text, best.found)} (${best.wrong.join(', ')})` : 'found nothing';
      faults.push(`expected ${describeExpected(text, best?.reading ?? readings[0]!)}; ${instead}`);
    }
  }
  const allowed = [...expected.flat().map(({ content }) => content), ...maybe];
  for (const other of found.filter(({ content }) => !allowed.some((spans) => overlap(spans, content)))) {
    faults.push(`expected nothing; found ${describeFound(text, other)}`);
  }
  return faults;
}

export interface Judged {
  readonly group: string;
  readonly name: string;
  readonly faults: readonly string[];
}

const articleOf = ({ text }: Case, index: number): Article => ({
  id: `${index}`,
  title: null,
  byline: null,
  published: null,
  outlet: null,
  language: 'en',
  url: null,
  text,
});

/** Puts cases through the analyzer and judges each. */
export async function judgeAll(cases: readonly Case[]): Promise<Judged[]> {
  const { analyze } = await createAnalyzer();
  const articles: AnalyzedArticle[] = await analyze(cases.map(articleOf));
  return cases.map((one, i) => ({ group: one.group, name: one.name, faults: judge(one, articles[i]!.attributions) }));
}

/** How many cases of each group are right. */
export function scoreByGroup(judged: readonly Judged[]): { group: string; right: number; all: number }[] {
  const groups = Map.groupBy(judged, ({ group }) => group);
  return [...groups].map(([group, members]) => ({
    group,
    right: members.filter(({ faults }) => faults.length === 0).length,
    all: members.length,
  }));
}

/** Score and failures as Markdown, for the model card. */
export function report(judged: readonly Judged[]): string {
  const failed = judged.filter(({ faults }) => faults.length > 0);
  const right = judged.length - failed.length;
  const cell = (words: string) => words.replaceAll('|', '\\|');
  return [
    `${right} of ${judged.length} hard cases are right (${((100 * right) / judged.length).toFixed(1)}%).`,
    '',
    '| group | right |',
    '| --- | --- |',
    ...scoreByGroup(judged).map(({ group, right, all }) => `| ${cell(group)} | ${right} of ${all} |`),
    '',
    'Wrong:',
    '',
    ...failed.map(({ group, name, faults }) => `- ${group} / ${name}: ${faults.join('; ')}`),
    '',
  ].join('\n');
}

if (import.meta.main) process.stdout.write(report(await judgeAll(readCases())));
