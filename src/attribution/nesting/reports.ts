import type { Document, Token } from '../../text/index.ts';
import type { Assembled } from '../assembly/assembly.ts';
import type { RoleSpan } from '../network/labels.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs that report words, by their dictionary form. */
const SPEAKING = words(
  'acknowledge add admit announce argue assert assure boast brag claim complain concede confess confirm contend declare ' +
    'deny disclose emphasize explain inform insist joke lament maintain mention note pledge predict proclaim promise ' +
    'reassure recall recount reiterate remark repeat reply report respond reveal say state stress swear testify tell ' +
    'tweet vow warn write',
);
/** Verbs of thought. A pronoun is no source of these: "he said he hopes" is one speaker and one statement. */
const THINKING = words('believe doubt expect fear hope suspect think worry');
/** Verbs whose clause often stands without "that"; after the others a noun is mostly an object ("revealed the plan"). */
const BARE = words('believe claim fear hope insist say suspect tell think warn');
/** Verbs whose object may be an infinitive ("promised to leave"). */
const PROMISING = words('claim pledge promise swear tell vow');

const AUXILIARY = words('have be do');
/** Before a verb: a report that is possible, wished for, asked for or denied. */
const UNREAL =
  /^(?:will|would|can|could|may|might|shall|should|must|cannot|to|['’]ll|['’]d|wo|ca|not|n['’]t|never|let|please)$/i;
/** Before a source: what follows is a condition, a comparison, a question or a denial ("never has a minister said"). */
const CONDITION =
  /^(?:if|unless|whether|when|whenever|until|till|before|once|than|did|does|do|has|have|had|will|would|can|could|how|why|what)$/i;
/** Opens a source that did not speak ("no minister has said") or words that are no source ("nothing the minister said"). */
const NO = /^(?:no|neither|none|nobody|hardly|few|nothing|anything|something|everything|what|whatever|whoever)$/i;
/** Before a source outside quotation marks: the clause is as a rule the article's again ("he said it was late, and she said …"). */
const COORDINATION = /^(?:and|but|while|whereas|;)$/i;
/** Opens an object that is no clause ("says what he means", "said nothing of it"). */
const OBJECT = /^(?:what|whatever|about|no|yes|so|much|more|little|things|nothing|something|anything|everything)$/i;
const SELF = /^(?:i|we)$/i;
const NOBODY =
  /^(?:you|it|that|this|these|those|what|which|there|one|all|me|him|us|them|my|your|his|her|its|our|their|['’]s)$/i;
/** Sources that, in the present tense, stand for what people are wont to say. */
const ANYBODY = /^(?:they|people|everyone|everybody|anyone|anybody|someone|somebody|some|many|others|folks)$/i;
const PRONOUN = /^(?:i|we|you|he|she|it|they|who|one|everyone|everybody|anyone|someone|somebody|people)$/i;
const POSSESSIVE = /^(?:my|your|his|her|its|our|their|whose)$/i;
const OPENS_QUOTATION = /^(?:["“‘«„]|''|``|')/;
const WORD = /[\p{L}\p{N}]/u;

/** So many words at least are a content, */
const SHORTEST = 3;
/** so many tokens at most stand between a source and its cue ("the minister himself had"), */
const FARTHEST_SOURCE = 4;
/** and so many between cue and content ("told reporters in the capital"). */
const FARTHEST_CONTENT = 10;

const isReporting = ({ pos, lemma }: Token) => pos === 'VERB' && (SPEAKING.has(lemma) || THINKING.has(lemma));

/** Where the auxiliaries and adverbs before a verb begin. */
function groupOf(tokens: readonly Token[], verb: number): number {
  let from = verb;
  while (from > 0) {
    const { pos, lemma, form } = tokens[from - 1]!;
    if (pos !== 'ADV' && pos !== 'AUX' && !AUXILIARY.has(lemma) && !UNREAL.test(form)) break;
    from--;
  }
  return from;
}

/** Whether what stands before a verb leaves it a report that was made: neither possible nor denied nor passive. */
function isMade(tokens: readonly Token[], from: number, verb: number): boolean {
  const ing = /ing$/.test(tokens[verb]!.form);
  const group = tokens.slice(from, verb);
  if (group.some(({ form }) => UNREAL.test(form))) return false;
  return group.some(({ lemma }) => lemma === 'be') === ing;
}

/** Whether the verb tells of something that happened ("told", "has said"), and not of what is done just now ("I say"). */
function isPast(tokens: readonly Token[], from: number, verb: number): boolean {
  if (tokens.slice(from, verb).some(({ lemma }) => lemma === 'have' || lemma === 'do')) return true;
  const { form, lemma } = tokens[verb]!;
  return form.toLowerCase() !== lemma && !/(?:s|ing)$/.test(form);
}

/** Whether a source that ends with this word may be the subject of the verb. */
function fits(form: string, tokens: readonly Token[], from: number, verb: number): boolean {
  // "Who told you?" asks; a relative "who" begins no sentence.
  if (NOBODY.test(form) || form === 'Who') return false;
  if (THINKING.has(tokens[verb]!.lemma)) return !PRONOUN.test(form);
  return !(SELF.test(form) || ANYBODY.test(form)) || isPast(tokens, from, verb);
}

/** Whether a document holds a verb that may report something, so that it is worth reading again. */
export function mayReport({ tokens }: Document): boolean {
  return tokens.some((token, verb) => {
    if (!isReporting(token)) return false;
    const from = groupOf(tokens, verb);
    return isMade(tokens, from, verb) && fits(tokens[from - 1]?.form ?? '', tokens, from, verb);
  });
}

/** The place of the one verb that a cue consists of, auxiliaries, adverbs and punctuation aside, or -1. */
function verbOf(tokens: readonly Token[], { first, end }: RoleSpan): number {
  let verb = -1;
  for (let i = first; i < end; i++) {
    const { pos, lemma } = tokens[i]!;
    if (verb < 0 && isReporting(tokens[i]!)) verb = i;
    else if (pos !== 'ADV' && pos !== 'PUNCT' && !(verb < 0 && AUXILIARY.has(lemma))) return -1;
  }
  return verb;
}

/** Whether the source stands right before the verb and its auxiliaries, or right after it. */
function adjoins(tokens: readonly Token[], source: RoleSpan, cue: RoleSpan): boolean {
  if (source.first >= cue.end) return source.first === cue.end;
  const between = tokens.slice(source.end, cue.first);
  if (between.length > FARTHEST_SOURCE) return false;
  return between.every(({ pos, lemma }) => pos === 'ADV' || pos === 'PUNCT' || AUXILIARY.has(lemma));
}

/** Whether words after a verb are its clause, or words in quotation marks. */
function isClause(tokens: readonly Token[], { first, end }: RoleSpan, verb: string): boolean {
  const opening = tokens[first]!;
  if (OPENS_QUOTATION.test(opening.form)) return true;
  if (opening.lemma === 'to') return PROMISING.has(verb);
  if (!tokens.slice(first, end).some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return false;
  if (opening.lemma === 'that') return !/^(?:ADP|VERB|AUX)$/.test(tokens[first + 1]?.pos ?? '');
  if (/^(?:VERB|AUX|ADP)$/.test(opening.pos) || OBJECT.test(opening.form)) return false;
  if (THINKING.has(verb) && /^(?:NOUN|ADJ)$/.test(opening.pos)) return false;
  return BARE.has(verb) || (opening.pos === 'PRON' && !POSSESSIVE.test(opening.form));
}

/** Whether the contents are the object of the verb: after it and whom it was told, or closed by a comma before it. */
function isObject(tokens: readonly Token[], { source, cue, contents }: Assembled, verb: string): boolean {
  const [content] = contents;
  if (!content || source === null) return false;
  const long = ({ first, end }: RoleSpan) =>
    tokens.slice(first, end).filter(({ form }) => WORD.test(form)).length >= SHORTEST;
  if (!contents.every(long)) return false;
  const [from, to] = [Math.min(source.first, cue.first), Math.max(source.end, cue.end)];
  const quoted = contents.every(({ first }) => OPENS_QUOTATION.test(tokens[first]!.form));
  if (!quoted && contents.some(({ first }) => first < from !== content.first < from)) return false;
  if (content.first < from) {
    const before = tokens[from - 1]!.form;
    return content.end <= from && from - content.end <= 2 && /^[,!?"”'’»]|''/.test(before);
  }
  if (content.first < to || content.first - to > FARTHEST_CONTENT) return false;
  const between = tokens.slice(to, content.first);
  if (between.some(({ pos, form }) => pos === 'VERB' || /^[.;!?]$/.test(form))) return false;
  return isClause(tokens, content, verb);
}

/**
 * Whether spans found within somebody's words surely report somebody's words or thoughts in their turn: a source, its
 * verb beside it, and a clause or a quotation as its object. Conditions, possibilities, denials, what "you" or people in
 * general say, and what is done by saying it ("I tell you") are none.
 *
 * @param quoted whether the words stand in quotation marks, so that all of them are surely that somebody's
 */
export function isReport({ tokens }: Document, found: Assembled, quoted: boolean): boolean {
  const { source, cue } = found;
  const verb = verbOf(tokens, cue);
  if (source === null || verb < 0) return false;
  if (tokens[source.first]!.pos === 'VERB' || NO.test(tokens[source.first]!.form)) return false;
  if (!adjoins(tokens, source, cue)) return false;
  const from = source.first >= cue.end ? cue.first : source.end;
  if (!isMade(tokens, from, verb) || !fits(tokens[source.end - 1]!.form, tokens, from, verb)) return false;
  const before = tokens[Math.min(source.first, cue.first) - 1]?.form ?? '';
  if (CONDITION.test(before) || (!quoted && COORDINATION.test(before))) return false;
  return isObject(tokens, found, tokens[verb]!.lemma);
}
