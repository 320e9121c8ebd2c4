import type { Attribution, Credit, CreditedArticle, CreditKind, Span } from '../../model.ts';
import { FORMS } from './credit-forms.ts';
import { fullName, outletKey, ownName } from './outlet-names.ts';
import { RUN, readOutlet } from './read-outlet.ts';

/** So many credits are kept of one article, the surest forms first. */
export const MOST_CREDITS = 200;
/** Longer texts are read so far. */
const LONGEST = 200_000;
const LONGEST_FIELD = 300;
const LONGEST_CREDIT = 2_000;
const LONGEST_NAME = 80;
/** UTF-16 code units of a line that is a note beside the article. */
const LONGEST_NOTE = 500;
/** UTF-16 code units between a credit and the words that it is for, in one sentence. */
const LONGEST_GAP = 160;

/** A line that credits a picture or a film, or is about its author or its readers: no credit of what is told. */
const NO_CREDIT =
  /^(?:[^\n]{0,200}[.!?…)] ?)?\(?(?:[Ff]ile )?(?:Photos?|PHOTOS?|Photograph|Images?|Pictures?|Video|VIDEO|Credit|Graphic|Illustration|Screenshot|Caption|WATCH|Watch)\b[^\n]{0,12}?[:/]|\b(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Vv]ideo|[Pp]ictures?) (?:by|via|courtesy|from|credit)\b|(?:Getty|Shutterstock|AP Photo|AFP Photo)|\b(?:[Ff]ollow|[Ll]ike) (?:us|me|him|her|them|\p{Lu}[\p{L} ]{1,40}) on\b|^(?:\p{Lu}[\p{L}.’'-]{0,20} ){1,3}(?:is|was) (?:an?|the) (?:[\p{L}-]{2,20} ){0,5}(?:reporter|correspondent|editor|columnist|contributor|writer|producer|journalist|freelancer)\b|\b(?:[Ss]ubscribe|[Ss]ign up|newsletter|All rights reserved)\b|^(?!\(?[Hh]\/)[^\n.]{2,60}\/ ?\p{Lu}[^\n]{1,30}$/u;
/** Reuters signs off so, and nobody else does. */
const REUTERS =
  /\((?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting) (?:and \p{L}{5,10} )?by [^\n()]{3,300}?; ?(?:[^\n()]{0,200}?; ?)?[Ee]dit(?:ing|ed) by [^\n()]{3,120}\)/gu;

/** Before a report that is a topic: what it says is not taken from it. */
const DISPUTED =
  /\b(?:den(?:y|ied|ies|ying)|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|discredit(?:s|ed|ing)?|slam(?:s|med|ming)?|su(?:e|es|ed|ing)|criticiz(?:e|es|ed|ing)|criticis(?:e|es|ed|ing)|blast(?:s|ed|ing)?|no record of|bought|acquired|subscribe[sd]? to|works? (?:at|for)|worked (?:at|for)) (?:[\p{L}’'-]{1,20} ){0,3}$/u;
/** UTF-16 code units before a credit that are looked at. */
const BEFORE = 60;

interface Found extends Omit<Credit, 'name' | 'attribution'> {
  /** Where the outlet's name stands: two forms that find one name find one credit. */
  readonly at: number;
}

/** Tells whether a place stands in a line that credits nothing that is told. */
function notCrediting(text: string): (at: number) => boolean {
  const known = new Map<number, boolean>();
  return (at) => {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const before = known.get(start);
    if (before !== undefined) return before;
    const end = text.indexOf('\n', at);
    const line = text.slice(start, end < 0 ? text.length : end);
    const none = line.length < LONGEST_NOTE && NO_CREDIT.test(line);
    known.set(start, none);
    return none;
  };
}

/** What the words of a text credit, by the forms. */
function inText(text: string): Found[] {
  const found = new Map<number, Found>();
  const isNone = notCrediting(text);
  for (const { kind, whole, sure, form } of FORMS) {
    for (const match of text.matchAll(form)) {
      const [start, end] = match.indices!.groups!.name!;
      const name = readOutlet(text, start, end, sure);
      if (name === null || (name.platform && kind !== 'hat tip')) continue;
      if (found.has(name.start) || isNone(start)) continue;
      if (!whole && DISPUTED.test(text.slice(Math.max(0, match.index - BEFORE), match.index))) continue;
      const from = match.index + match[0].search(/[^\s(]/);
      const to = match.index + match[0].length > end ? match.index + match[0].trimEnd().length : name.end;
      const outlet = text.slice(name.start, name.end);
      found.set(name.start, { outlet, kind, whole, span: [from, Math.max(to, name.end)], at: name.start });
    }
  }
  for (const { index, 0: words } of text.matchAll(REUTERS)) {
    found.set(index, {
      outlet: 'Reuters',
      kind: 'byline',
      whole: true,
      span: [index, index + words.length],
      at: index,
    });
  }
  return [...found.values()];
}

const PARTED = /[,;|/•\n]|\s[–—-]\s|\band\b|\bfor\b|\bof\b(?= the)/u;
const LABEL = /^\s*(?:h\/t|hat tip|via|source|credit|courtesy of|by|from)\b:?\s*/iu;

/** The names in a line: a name that is well known stays whole ("Fox and Friends"), others end where the line parts them. */
function namesIn(line: string): string[] {
  const plain = (part: string): string =>
    part
      .trim()
      .replace(/[.\s]+$/u, '')
      .replace(/^the /iu, '');
  const whole = plain(line);
  return (fullName(whole) !== null ? [whole] : line.split(PARTED).map(plain)).filter((name) => name !== '');
}

const beside = (outlet: string, kind: CreditKind): Found => ({ outlet, kind, whole: true, span: null, at: -1 });

/** Whom a byline names: "Jane Doe, Associated Press". */
function inByline(byline: string | null): Found[] {
  if (!byline) return [];
  return namesIn(byline.slice(0, LONGEST_FIELD).replace(LABEL, '')).flatMap((given) => {
    // As it would stand in a text, where "the" helps to tell a name.
    const name = readOutlet(`the ${given}`, 4, given.length + 4);
    return name === null || name.platform ? [] : beside(given.slice(0, name.end - 4), 'byline');
  });
}

/** Whom the publisher credits: "AP; h/t: The Hill". A place where anybody posts counts only with thanks for a hint. */
function inCredit(credit: string | null | undefined): Found[] {
  if (!credit) return [];
  return credit
    .slice(0, LONGEST_CREDIT)
    .split(';')
    .flatMap((line) => {
      const hatTip = /^\s*(?:h\/t|hat tip|via)\b/iu.test(line);
      return namesIn(line.replace(LABEL, ''))
        .filter((given) => hatTip || !readOutlet(`the ${given}`, 4, given.length + 4, true)?.platform)
        .map((given) => beside(given, 'publisher'));
    });
}

const NAMED = new RegExp(`^(?:[Tt]he )?(?<name>${RUN})$`, 'du');

const SENTENCE_END = /[.!?…]["”’)]*\s+["“‘(]?\p{Lu}|\n/u;

/** The attribution whose words a credit stands in or beside, within its sentence; null for none. */
function attributionAt(text: string, attributions: readonly Attribution[], [start, end]: Span): number | null {
  let best: { index: number; gap: number; size: number } | null = null;
  for (const [index, { source, cue, content }] of attributions.entries()) {
    const parts = [...source, ...cue, ...content];
    const size = parts.reduce((sum, [from, to]) => sum + to - from, 0);
    for (const [from, to] of [...source, ...cue]) {
      const gap = Math.max(0, from - end, start - to);
      if (gap > LONGEST_GAP || (best && (gap > best.gap || (gap === best.gap && size >= best.size)))) continue;
      if (gap > 0 && SENTENCE_END.test(text.slice(Math.min(end, to), Math.max(start, from)))) continue;
      best = { index, gap, size };
    }
  }
  return best?.index ?? null;
}

/** What the places where something was said add to what the forms find. */
function inMediums(text: string, attributions: readonly Attribution[], found: readonly Found[]): Found[] {
  return attributions.flatMap(({ medium, cue, content, source }): Found[] => {
    if (medium === null || medium.length > LONGEST_NAME) return [];
    const name = readOutlet(`the ${medium}`, 4, medium.length + 4, true);
    if (name === null || name.platform) return [];
    const near = (cue[0] ?? source[0] ?? content[0])?.[0];
    if (near === undefined) return [];
    const at = nearest(text, medium, near);
    if (at < 0 || found.some((one) => one.at >= at && one.at < at + medium.length)) return [];
    const outlet = medium.slice(0, name.end - 4);
    return [{ outlet, kind: 'interview', whole: false, span: [at, at + medium.length], at }];
  });
}

/** Where `words` stand nearest to a place, or -1. */
function nearest(text: string, words: string, place: number): number {
  const after = text.indexOf(words, place);
  const before = text.lastIndexOf(words, place);
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - place < place - before ? after : before;
}

const REPORTING =
  /^(?:according|as|report(?:s|ed|ing)?|writes?|wrote|written|reveal(?:s|ed)?|finds?|found|note(?:s|d)?|quote(?:s|d)?|cite(?:s|d)?|says?|said|suggest(?:s|ed)?|claim(?:s|ed)?|describe(?:s|d)?|confirm(?:s|ed)?|point(?:s|ed)?|learn(?:s|ed|t)?|obtain(?:s|ed)|show(?:s|ed)?|tell(?:s)?|told|explain(?:s|ed)?|observe(?:s|d)?|put|calculate(?:s|d)?|estimate(?:s|d)?|project(?:s|ed)?)\b/iu;

/** Whether the cue is one of reporting, and not denied ("CNN didn't report that"). */
function reports(text: string, source: readonly Span[], cue: readonly Span[]): boolean {
  const [first] = cue;
  if (first === undefined || source[0] === undefined) return false;
  const between = text.slice(Math.min(source[0][1], first[0]), Math.max(source[0][0], first[1]));
  const verb = text.slice(...first).replace(/^(?:has|have|had|was|is|also|first|later)\s+/u, '');
  return REPORTING.test(verb) && !/n[’']t\b|\b(?:not|never)\b/u.test(between);
}

/** Outlets that are the source of something: "The Karsk Herald said". */
function inSources(text: string, attributions: readonly Attribution[], found: readonly Found[]): Found[] {
  return attributions.flatMap(({ source, cue, speaker }): Found[] => {
    if (speaker?.kind === 'person' || !reports(text, source, cue)) return [];
    const [span] = source;
    if (span === undefined || source.length > 1 || span[1] - span[0] > LONGEST_NAME) return [];
    const at = NAMED.exec(text.slice(...span))?.indices?.groups?.name?.[0];
    if (at === undefined) return [];
    const start = span[0] + at;
    const name = readOutlet(text, start, span[1]);
    if (name === null || name.platform || name.end !== span[1] || found.some((one) => one.at === name.start)) return [];
    return [
      {
        outlet: text.slice(name.start, name.end),
        kind: 'reported',
        whole: false,
        span: [start, span[1]],
        at: name.start,
      },
    ];
  });
}

/**
 * The full names of an article, by their last words: "the Times" is the one that the article named before, or the
 * article's own outlet.
 */
function fuller(found: readonly Found[], own: string | null): (one: Found) => string {
  const ownFull = own === null ? null : (fullName(own) ?? own);
  return ({ outlet, at }) => {
    if (outlet.includes(' ') || fullName(outlet) !== null) return outlet;
    const ends = (name: string): boolean => name.endsWith(` ${outlet}`);
    const named = found.filter((one) => one.at >= 0 && one.at < at && ends(one.outlet)).at(-1);
    return named?.outlet ?? (ownFull !== null && ends(ownFull) ? ownFull : outlet);
  };
}

/**
 * Whom an article credits: which other outlets it says that it has its material from, in the order of the text, those of
 * the byline and of the publisher first. Credits of pictures and films, notes on authors, and outlets that are a topic or somebody's
 * employer are none; nor is a platform on which people post, or the article's own outlet.
 *
 * @param article the text as it stands; of `byline` each name that is an outlet's, of `credit` each name
 * @param attributions those found in the article; `Attribution.medium` tells where something was said
 * @returns at most `MOST_CREDITS`; spans are in UTF-16 code units of the text
 */
export function creditsOf(article: CreditedArticle, attributions: readonly Attribution[]): Credit[] {
  const text = article.text.slice(0, LONGEST);
  const found = inText(text);
  found.push(...inMediums(text, attributions, found));
  found.push(...inSources(text, attributions, found));
  found.sort((a, b) => a.at - b.at);
  const full = fuller(found, article.outlet);
  const seen = new Set<string>();
  return [...inByline(article.byline), ...inCredit(article.credit), ...found]
    .flatMap((one): Credit[] => {
      const named = full(one);
      const key = outletKey(named);
      if (key === '' || ownName(named, article.outlet)) return [];
      const { outlet, kind, whole, span } = one;
      const attribution = whole || span === null ? null : attributionAt(text, attributions, span);
      const place = whole ? `${kind} ${key}` : `${attribution ?? span?.[0]} ${kind} ${key}`;
      if (seen.has(place)) return [];
      seen.add(place);
      return [{ outlet, name: fullName(named) ?? (named === outlet ? null : named), kind, span, whole, attribution }];
    })
    .slice(0, MOST_CREDITS);
}

/**
 * Whom an article credits for one of its attributions, the nearest first: each has it from the next. "The Times reported
 * that Malk had told Kyodo News", of an agency: the agency, the Times, Kyodo News.
 *
 * @param index the attribution's
 */
export function creditsAt(
  credits: readonly Credit[],
  attributions: readonly Pick<Attribution, 'within'>[],
  index: number,
): Credit[] {
  const chain: number[] = [];
  for (let at: number | null = index; at !== null && !chain.includes(at); at = attributions[at]?.within ?? null) {
    chain.unshift(at);
  }
  const own = chain.flatMap((at) => {
    const here = credits.filter(({ attribution }) => attribution === at);
    // Within one attribution, who reports it stands before where it was said.
    return [...here.filter(({ kind }) => kind === 'reported'), ...here.filter(({ kind }) => kind !== 'reported')];
  });
  return [...credits.filter(({ whole }) => whole), ...own];
}
