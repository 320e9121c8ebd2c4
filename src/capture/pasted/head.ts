/** What stands above the first paragraph of a pasted article: headline, date, byline, standfirst, and a site's furniture. */
import {
  bare,
  endsSentence,
  findDate,
  isClutter,
  isFeedHeading,
  isMasthead,
  isProse,
  isSection,
  joinNames,
  lengthInWords,
  NAME,
  partNames,
  readByline,
  readDateLine,
  sameWords,
} from '../furniture/index.ts';
import type { Line } from './lines.ts';
import { sharedWords } from './names.ts';

export interface Head {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** Lines that are text: the standfirst. */
  readonly kept: readonly Line[];
  /** Index of the first line of the body. */
  readonly bodyAt: number;
  /** Names of sections and mastheads that were left out; one that returns below heads other articles. */
  readonly labels: readonly string[];
}

const ADDRESS = /^(?:source:? ?|link:? ?)?(https?:\/\/\S+)$/i;
const PERSON = new RegExp(`^${NAME}(?:(?:, | and | & )${NAME}){0,3}$`, 'u');
const ROLE =
  /\b(?:reporter|journalist|correspondent|columnist|editor|writer|staff|bureau chief|desk|contributor|analyst)\b/i;

/** Furniture wherever it stands, and addresses. */
export const isClutterOrAddress = (text: string): boolean => isClutter(text) || ADDRESS.test(text);

/** A headline that asks or exclaims looks like a sentence; it is the first line, short, and one sentence only. */
const isAsking = (text: string): boolean =>
  /[?!]["'”’]?$/.test(text) && lengthInWords(text) <= 20 && !/[.!?…]["”’]? \p{Lu}/u.test(text);

/** Heads are no longer than this many lines, menus and all. */
const MOST_HEAD = 200;
/** Above this line, a sentence with the date or the author below it is taken for a part of the head. */
const MOST_ABOVE_FACTS = 40;
/** How many lines below a headline or standfirst the date or the author may come. */
const FACTS_WITHIN = 4;

const isFact = (text: string): boolean => readDateLine(text) !== null || readByline(text) !== null;

/** Whether a line of running text still stands in the head. */
function isInHead(lines: readonly Line[], i: number): boolean {
  const below = lines.slice(i + 1, i + 1 + FACTS_WITHIN).findIndex((line) => isFact(line.text));
  const between = lines.slice(i + 1, i + 1 + below).filter((line) => isProse(line.text));
  if (below >= 0 && between.length <= 1 && i < MOST_ABOVE_FACTS) return true;
  const short = ({ text }: Line): boolean => isFact(text) || isClutterOrAddress(text) || lengthInWords(text) <= 4;
  return (
    isAsking(lines[i]!.text) &&
    lines.slice(0, i).every(short) &&
    lines.slice(i + 1, i + 1 + MOST_HEAD).some((next) => isProse(next.text))
  );
}

/**
 * Where the running text begins: at the first prose that is no headline; in a text of short lines, at the first that
 * closes a sentence. A sentence with a date line or a byline soon below it still stands in the head, and so does a first
 * line that asks or exclaims. A text without any sentence has no head.
 */
function findBody(lines: readonly Line[]): number {
  const top = lines.slice(0, MOST_HEAD);
  const isOwn = (text: string): boolean => !isFact(text) && !isClutterOrAddress(text);
  const prose = top.findIndex((line, i) => isProse(line.text) && isOwn(line.text) && !isInHead(lines, i));
  if (prose >= 0) return prose;
  const sentence = top.findIndex(({ text }) => endsSentence(text) && lengthInWords(text) >= 3 && isOwn(text));
  return Math.max(0, sentence);
}

/** A date beside names or a place ("Kalvin, 3 May 2024"; "Jane Doe | 3 May 2024, 14:30"), or null. */
function dateWithWords(text: string): { date: string; words: string } | null {
  const found = text.length <= 120 ? findDate(text) : null;
  if (!found) return null;
  const words = `${text.slice(0, found.start)} ${text.slice(found.end)}`
    .replace(/\b\d{1,2}[:.]\d\d\b/g, ' ')
    .replace(/\b(?:published|updated|posted|on|at|by)\b/gi, ' ')
    .replace(/[^\p{L}\p{M}.'’ -]+/gu, ' ')
    .trim();
  return lengthInWords(words) <= 5 && !/\b(?:in|the|was|is|a)\b/.test(words) ? { date: found.date, words } : null;
}

interface Reading {
  byline: string | null;
  published: string | null;
  updated: string | null;
  url: string | null;
  readonly candidates: Line[];
  /** Candidates with the date or the author soon below. */
  readonly aboveFacts: Set<Line>;
  readonly labels: string[];
}

const newReading = (): Reading => ({
  byline: null,
  published: null,
  updated: null,
  url: null,
  candidates: [],
  aboveFacts: new Set(),
  labels: [],
});

/** Reads a line that gives a date, an author or an address; false when it gives none. */
function readFact(line: Line, into: Reading): boolean {
  const { text } = line;
  const date = readDateLine(text);
  if (date) {
    if (date.updated) into.updated ??= date.date;
    else into.published ??= date.date;
    return true;
  }
  const byline = readByline(text);
  if (byline) {
    into.byline ??= byline.names;
    into.published ??= findDate(byline.rest.join(' '))?.date ?? null;
    return true;
  }
  const dated = dateWithWords(text);
  if (dated) {
    into.published ??= dated.date;
    return true;
  }
  const address = ADDRESS.exec(text)?.[1];
  if (address && URL.canParse(address)) into.url ??= address;
  return address !== undefined;
}

/** An author's name that stands alone, told from other short lines by the role or the date below it. */
function isLoneByline(lines: readonly Line[], i: number): boolean {
  if (!PERSON.test(lines[i]!.text) || lengthInWords(lines[i]!.text) > 8 || lengthInWords(lines[i]!.text) < 2)
    return false;
  const next = lines[i + 1]?.text ?? '';
  return (ROLE.test(next) && !isProse(next) && lengthInWords(next) <= 8) || (i > 0 && readDateLine(next) !== null);
}

function readLines(head: readonly Line[], into: Reading): void {
  for (let i = 0; i < head.length; i++) {
    const { text } = head[i]!;
    if (readFact(head[i]!, into)) continue;
    if (isSection(text) || isFeedHeading(text)) {
      into.labels.push(bare(text));
    } else if (into.candidates.length > 0 && isLoneByline(head, i)) {
      into.byline ??= joinNames(partNames(text).names);
      if (ROLE.test(head[i + 1]?.text ?? '')) i++;
    } else if (!isClutterOrAddress(text)) {
      into.candidates.push(head[i]!);
      if (head.slice(i + 1, i + 1 + FACTS_WITHIN).some((line) => isFact(line.text))) into.aboveFacts.add(head[i]!);
    }
  }
}

/**
 * The headline among the lines above the body: one that is repeated; the first of one or two; among more, of which some
 * may lead to other articles, the first whose words the body takes up about as much as any other's. Failing these, the
 * line above the date or the author, even if it is a sentence or very short.
 */
function chooseTitle(candidates: readonly Line[], aboveFacts: ReadonlySet<Line>, body: string): Line | null {
  const length = (line: Line): number => lengthInWords(line.text);
  const repeated = candidates.find(
    (line, i) => length(line) >= 2 && candidates.some((other, j) => j > i && sameWords(line.text, other.text)),
  );
  if (repeated) return repeated;
  const fitting = candidates.filter((line) => length(line) >= 2 && length(line) <= 40 && !isMasthead(line.text));
  const long = fitting.filter((line) => length(line) >= 4 && !/[.:;,]["'”’]*$/.test(line.text));
  if (long.length > 2) {
    const shares = long.map((line) => sharedWords(line.text, body));
    return long.find((_, i) => shares[i]! >= Math.max(...shares) * 0.5) ?? null;
  }
  if (long[0]) return long[0];
  const above = fitting.find((line) => aboveFacts.has(line) && !/[:;,\d]$/.test(line.text));
  return above ?? fitting.find((line) => candidates.length <= 2 && !/[.:;,]["'”’]*$/.test(line.text)) ?? null;
}

/** Whether a line of the head that is no headline is text: a standfirst, or a short sentence that leads in. */
const isText = (text: string): boolean =>
  lengthInWords(text) >= 5 || (lengthInWords(text) >= 2 && /[.,;:!?…]["'”’]*$/.test(text));

/** Reads what stands above the body. */
export function readHead(lines: readonly Line[]): Head {
  const bodyAt = findBody(lines);
  const reading = newReading();
  readLines(lines.slice(0, bodyAt), reading);
  const { candidates, labels } = reading;
  const body = lines.slice(bodyAt, bodyAt + 12).map((line) => line.text);
  const title = chooseTitle(candidates, reading.aboveFacts, body.join('\n'));
  const at = title ? candidates.indexOf(title) : -1;
  const others = candidates.filter((line, i) => i !== at && !(title && sameWords(line.text, title.text)));
  const kept = others.filter((line) => isText(line.text) && candidates.indexOf(line) > at);
  return {
    title: title?.text ?? null,
    byline: reading.byline,
    published: reading.published ?? reading.updated,
    url: reading.url,
    kept,
    bodyAt,
    labels: [...labels, ...others.filter((line) => !kept.includes(line)).map((line) => bare(line.text))],
  };
}
