import {
  ACRONYMS_OF_BODIES,
  BODIES,
  CALENDAR,
  CALL_SIGN,
  type Document,
  GENERIC,
  knownName,
  NAME_ENDINGS,
  NAME_WORDS,
  type NameKind,
  TITLES,
  WEAK_NAME_WORDS,
  WITH_ARTICLE,
} from '../../text/index.ts';
import { type Clause, OTHER, tokenAt } from './clause.ts';
import { isCapital, isLower, isMark, NameWords } from './name-words.ts';
import { AGENCY_KINDS, CALLED_BY_STAFF, DETERMINERS, EVENTS, KINDS, NOT_OF_OUTLET, STAFF } from './outlets.ts';

/** A medium as the article names it. */
export interface MediumName {
  /** The very words, without quotation marks around a title. */
  readonly words: string;
  readonly kind: NameKind;
  /** Index after the last token of the noun phrase. */
  readonly end: number;
  /** True when only its spelling tells ("The Ferry", "Kanal 5"): too little where topics stand as well ("on The Troubles"). */
  readonly bySpelling: boolean;
  /** True for a title in quotation marks without the outlet's name. */
  readonly title: boolean;
  /** True when what follows the name is where things are said: "a CBS interview", "his Facebook page". */
  readonly event: boolean;
}

const LONGEST_PREMODIFIER = 8;
const LONGEST_APPOSITION = 8;
/** Articles that begin names of papers, and no surnames: "Der Morgen", "Il Faro". */
const FOREIGN_ARTICLE = /^(?:Der|Die|Das|Il)$/;
const SHOW = /^(?:show|program|programme|podcast|blog)$/;
const OF_AGENCY = /^(?:agency|service|site|website|outlet|channel|portal|magazine|programme|program|network)$/;

/** Reads the noun phrase at one place of a sentence as the name of a medium. */
class NameReader {
  readonly #words: NameWords;
  /** Where the phrase's article stands, if it has one that a name may begin with. */
  #article: 'none' | 'the' | 'The' | 'other' = 'none';
  #articleAt = -1;
  /** A word before the name calls it a medium ("the newspaper …"), or a person ("the host …"). */
  #called = false;
  #person = false;

  constructor(words: NameWords) {
    this.#words = words;
  }

  #finish(from: number, to: number, kind: NameKind, bySpelling = false): MediumName {
    const words = this.#words;
    const start = this.#article === 'The' && this.#articleAt === from - 1 ? from - 1 : from;
    const programme = this.#programmeAfter(to, kind);
    const found = programme > 0 ? 'programme' : kind;
    let nameEnd = programme > 0 ? programme : to;
    if (words.form(nameEnd) === 'magazine') nameEnd++;
    if (words.form(nameEnd) === 'and') {
      const second = words.run(nameEnd + 1);
      const known = knownName(words.written(second));
      if (known?.kind === found) nameEnd = second[known.length - 1]! + 1;
    }
    const end = words.isPossessive(nameEnd) ? nameEnd + 1 : nameEnd;
    const event = this.#isEvent(end, found);
    const title = isMark(words.form(from)) && !this.#called;
    return { words: words.slice(start, nameEnd), kind: found, end: event ? end + 1 : end, bySpelling, title, event };
  }

  /** Where the programme named after an outlet ends, or -1: "CBS's “Face the Nation”", "CBS Face the Nation". */
  #programmeAfter(to: number, kind: NameKind): number {
    const words = this.#words;
    if (words.isPossessive(to)) return words.programmeEnd(to + 1);
    const programme = kind === 'outlet' ? knownName(words.forms(to)) : null;
    return programme?.kind === 'programme' ? to + programme.length : -1;
  }

  /** "op" counts only before "-ed", "town" only before "hall", "sit" only before "-down". */
  #isEvent(i: number, kind: NameKind): boolean {
    const word = this.#words.form(i).toLowerCase();
    const next = this.#words.form(i + 1);
    if (word === 'op' || word === 'sit') return /^(?:-|ed|down)$/.test(next);
    if (word === 'editorial' && next === 'board') return false;
    if (word === 'town') return /^halls?$/.test(next);
    if (kind === 'platform' && word === 'channel') return true;
    return EVENTS.has(word) && (kind === 'platform' || !NOT_OF_OUTLET.has(word));
  }

  #isKind(i: number): boolean {
    const form = this.#words.form(i);
    return KINDS.has(form) || (form === 'agency' && AGENCY_KINDS.has(this.#words.form(i - 1)));
  }

  /** Whether the words after a name call it a medium: "X newspaper", "X news agency", "X, a Japanese media outlet". */
  #calledAfter(i: number): boolean {
    const words = this.#words;
    const next = words.form(i);
    if (KINDS.has(next) || CALLED_BY_STAFF.has(next)) return true;
    if (AGENCY_KINDS.has(next)) return OF_AGENCY.test(words.form(i + 1));
    if (next !== ',' || !/^(?:a|an|the)$/.test(words.form(i + 1))) return false;
    for (let j = i + 2; j < i + LONGEST_APPOSITION; j++) {
      if (this.#isKind(j)) return !STAFF.has(words.form(j + 1));
      if (!/^[\p{L}-]+$/u.test(words.form(j)) || /^(?:of|in|for|who|at|with|and)$/.test(words.form(j))) return false;
    }
    return false;
  }

  /** "the Dutch newspaper NRC": the capitalised word before a kind is no name when the name comes after. */
  #nameFollows(i: number): boolean {
    const words = this.#words;
    if (!KINDS.has(words.form(i)) && !AGENCY_KINDS.has(words.form(i))) return false;
    for (let j = i; j < i + 4; j++) {
      const form = words.form(j);
      if (isCapital(form)) return !CALENDAR.has(form);
      if (!isLower(form) || STAFF.has(form) || !/^(?:NOUN|ADJ)$/.test(words.tokens[j]!.pos)) return false;
    }
    return false;
  }

  /** Whether the words are those of a body or a person: a word of the kind stands last, or after those of a paper. */
  #isBody(forms: readonly string[]): boolean {
    const last = forms.findLastIndex((form) => NAME_WORDS.has(form) && !WEAK_NAME_WORDS.has(form));
    return TITLES.has(forms[0]!) || forms.some((form, i) => i > last && BODIES.has(form));
  }

  /** Reads a run of capitalised words as a name by the words it is made of, or by what the article says of it. */
  #unknown(run: readonly number[]): MediumName | null {
    const cut = run.findIndex((i) => STAFF.has(this.#words.form(i)));
    const name = cut < 0 ? run : run.slice(0, cut);
    const forms = this.#words.written(name);
    if (name.length === 0 || this.#isBody(forms) || forms.every((form) => GENERIC.has(form))) return null;
    const first = name[0]!;
    const end = name.at(-1)! + 1;
    if (this.#nameFollows(end)) return null;
    const many = forms.length > 1;
    if (this.#article === 'The' && many && SHOW.test(forms.at(-1)!.toLowerCase()))
      return this.#finish(first, end, 'programme');
    const strong = forms.some((form) => NAME_WORDS.has(form) && !WEAK_NAME_WORDS.has(form));
    const weak = many && this.#article !== 'none' && forms.some((form) => WEAK_NAME_WORDS.has(form));
    const callSign = forms.length <= 2 && CALL_SIGN.test(forms[0]!) && !ACRONYMS_OF_BODIES.has(forms[0]!);
    const called = (this.#called && !this.#person) || this.#calledAfter(end);
    if (strong || weak || callSign || called) return this.#finish(first, this.#ownTitle(end), 'outlet');
    if (this.#person) return null;
    if (calledElsewhere(this.#words.clause.document).has(this.#words.slice(first, end)))
      return this.#finish(first, end, 'outlet');
    const foreign = many && FOREIGN_ARTICLE.test(forms[0]!);
    const numbered = many && /^\p{N}+$/u.test(forms.at(-1)!);
    const capitalThe = this.#article === 'The' && forms.length <= 4 && this.#articleAt > this.#words.clause.first;
    return capitalThe || foreign || numbered ? this.#finish(first, end, 'outlet', true) : null;
  }

  /** "the radio show Hollis’s Jukebox": a title with a possessive in it. */
  #ownTitle(end: number): number {
    if (!this.#called || !this.#words.isPossessive(end)) return end;
    const rest = this.#words.run(end + 1);
    return rest.length > 0 ? rest.at(-1)! + 1 : end;
  }

  #known(run: readonly number[]): MediumName | null {
    const forms = this.#words.written(run);
    const first = run[0]!;
    const known = knownName(forms);
    if (known === null) {
      const programme = knownName(this.#words.forms(first));
      return programme && this.#finish(first, first + programme.length, programme.kind);
    }
    if (known.length === 1 && WITH_ARTICLE.has(forms[0]!)) {
      if (!(this.#article === 'the' || this.#article === 'The' || this.#called)) return null;
      if (run.length > 1 && !NAME_WORDS.has(forms[1]!)) return null;
    }
    let { length } = known;
    const goesOn = (form = '') => NAME_ENDINGS.has(form) || NAME_WORDS.has(form) || /^\p{N}/u.test(form);
    if (known.kind !== 'platform' || forms[length] === 'Live') while (goesOn(forms[length])) length++;
    return this.#finish(first, run[length - 1]! + 1, known.kind);
  }

  /** A kind alone after somebody's name: "on Dana Hollis's radio show". */
  #ownShow(owner: number, i: number): MediumName | null {
    for (let j = i; j < i + 3; j++) {
      if (!SHOW.test(this.#words.form(j))) continue;
      const words = this.#words.slice(owner, j + 1);
      return { words, kind: 'programme', end: j + 1, bySpelling: false, title: false, event: false };
    }
    return null;
  }

  /** "Dana Hollis of Fox News": the name after a person's. */
  #employer(i: number, deeper: boolean): MediumName | null {
    if (!deeper || !/^(?:of|from|with|for|on|at)$/.test(this.#words.form(i))) return null;
    const name = new NameReader(this.#words).read(i + 1, false);
    return name !== null && !name.bySpelling && !name.event ? name : null;
  }

  /** Goes past a capitalised run that is no name of a medium: an owner ("Britain's …"), an adjective of place; -1 when neither. */
  #past(run: readonly number[]): number {
    const after = run.at(-1)! + 1;
    if (this.#words.isPossessive(after)) {
      this.#article = 'none';
      return after + 1;
    }
    const next = this.#words.form(after);
    return run.length <= 2 && (isLower(next) || next === '-') && !EVENTS.has(next) ? after : -1;
  }

  /** Takes in a word before the name; false when it is none that may stand there. */
  #premodifier(i: number): boolean {
    const form = this.#words.form(i);
    if (form === '-') return true;
    if (!isLower(form) || (EVENTS.has(form) && !KINDS.has(form)) || /^(?:that|who|of|in|on|with|for|to)$/.test(form))
      return false;
    if (!/^(?:ADJ|NOUN|PROPN|ADV|VERB|NUM|X|SYM)$/.test(this.#words.tokens[i]!.pos)) return false;
    this.#called ||= this.#isKind(i) || form === 'platform';
    this.#person ||= STAFF.has(form);
    return true;
  }

  #readArticle(at: number): number {
    const form = this.#words.form(at);
    if (!DETERMINERS.has(form.toLowerCase()) || form === 'This') return at;
    this.#article = form === 'the' ? 'the' : form === 'The' || form === 'THE' ? 'The' : 'other';
    this.#articleAt = at;
    return at + 1;
  }

  read(at: number, deeper = true): MediumName | null {
    let i = this.#readArticle(at);
    for (let steps = 0; steps < LONGEST_PREMODIFIER; steps++) {
      const form = this.#words.form(i);
      const title = this.#words.titleEnd(i);
      if (title > 0) return this.#finish(i, title, 'programme');
      if (CALENDAR.has(form)) {
        if (!this.#words.isPossessive(i + 1)) return null;
        i += 2;
      } else if (isCapital(form) || form === '60') {
        if (TITLES.has(form)) return null;
        const run = this.#words.run(i);
        const after = run.at(-1)! + 1;
        const show = this.#words.isPossessive(after) ? this.#ownShow(i, after + 1) : null;
        const found = this.#known(run) ?? this.#unknown(run) ?? show ?? this.#employer(after, deeper);
        if (found !== null) return found;
        i = this.#past(run);
        if (i < 0) return null;
      } else {
        if (this.#person && /^(?:of|from|at|with|for)$/.test(form)) return this.#employer(i, deeper);
        if (!this.#premodifier(i)) return null;
        i++;
      }
    }
    return null;
  }
}

const namesByDocument = new WeakMap<Document, ReadonlySet<string>>();
/** A word that is said of nothing but media, right before a name: "the Lithuanian news site Delfi". */
const KIND_BEFORE_NAME =
  /\b(?:newspaper|tabloid|broadsheet|broadcaster|newswire|outlet|magazine|(?:news|press|wire|information) (?:agency|service|site|website|outlet|channel|portal)) (?=\p{Lu})/gu;

/** Names that the article calls a medium somewhere: "the news site Delfi" makes a later "Delfi" one. */
function calledElsewhere(document: Document): ReadonlySet<string> {
  const before = namesByDocument.get(document);
  if (before !== undefined) return before;
  const { text, tokens } = document;
  const clause: Clause = {
    document,
    tokens,
    first: 0,
    end: tokens.length,
    cue: [0, 0],
    source: null,
    role: () => OTHER,
  };
  const words = new NameWords(clause);
  const names = new Set<string>();
  for (const match of text.matchAll(KIND_BEFORE_NAME)) {
    const run = words.run(tokenAt(tokens, match.index + match[0].length));
    if (run.length > 0 && !TITLES.has(words.form(run[0]!))) names.add(words.slice(run[0]!, run.at(-1)! + 1));
  }
  namesByDocument.set(document, names);
  return names;
}

/**
 * Reads the noun phrase that begins at a token as the name of a medium: a known outlet, programme or platform, or one
 * that its words, its spelling or the article's description give away. Null for people, bodies and all else.
 */
export function readMediumName(clause: Clause, at: number): MediumName | null {
  return new NameReader(new NameWords(clause)).read(at);
}
