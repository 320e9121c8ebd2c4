import type { Span, Stance } from '../model.ts';
import type { Token } from '../text/index.ts';
import { plain } from './lexicon/phrases.ts';
import type { Reading } from './reading.ts';
import type { Composed } from './stance/composed.ts';

/** So many tokens a thing is named by at most. */
const LONGEST = 14;
const SKIPPED = /^(?:to|for|of|on|with|against|that|about|in|at|by|from|up|out|not|n't|it|was|is|be|,|:|"|“|‘|'')$/;
const ENDS =
  /^(?:[.;?!:…,”"]|--|—|–|if|unless|until|while|because|when|once|before|after|although|though|but|which|who|as|whether|without|so|provided|where)$/;

/** The words from a token on, up to where a clause of another sort begins. */
function thing(tokens: readonly Token[], from: number, within: (index: number) => boolean): Span | null {
  let first = from;
  while (within(first) && SKIPPED.test(plain(tokens[first]!.form))) first++;
  let end = first;
  while (within(end) && end - first < LONGEST && !ENDS.test(plain(tokens[end]!.form))) end++;
  return end > first ? [tokens[first]!.start, tokens[end - 1]!.end] : null;
}

/** Whether what follows a predicate may be its object: "open to talks", "agree to talks"; not "viable only after". */
function hasObject(tokens: readonly Token[], next: number): boolean {
  const token = tokens[next];
  if (!token) return false;
  const form = plain(token.form);
  return /^(?:to|of|for|with|on|against|that)$/.test(form) || /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM|VERB)$/.test(token.pos);
}

/** A subject in the passive, or before "are off the table": the words from the clause's beginning to its verb. */
function subjectBefore(tokens: readonly Token[], content: readonly number[], verb: number): Span | null {
  const words = content.filter(
    (i) => i < verb && tokens[i]!.pos !== 'PUNCT' && !/^(?:that|but|and)$/.test(plain(tokens[i]!.form)),
  );
  const nouns = words.some((i) => /^(?:NOUN|PROPN|VERB)$/.test(tokens[i]!.pos));
  if (!nouns || words.length > LONGEST) return null;
  const last = words.findLast((i) => tokens[i]!.pos !== 'AUX' && tokens[i]!.pos !== 'PART');
  return last === undefined ? null : [tokens[words[0]!]!.start, tokens[last]!.end];
}

/**
 * What is accepted, rejected, demanded or offered, in the words of the article: the object of the predicate that decides,
 * its subject where it stands behind ("talks are off the table"), or else the beginning of the content.
 */
export function aboutOf(reading: Reading, composed: Composed, stance: Stance): Span | null {
  if (stance === 'states' || stance === 'denies') return null;
  const { tokens } = reading.document;
  const { content } = reading;
  const inContent = new Set(content);
  const within = (index: number) => inContent.has(index);
  const { predicateAt, verb, modalAt, subject } = composed.content;
  const decides = predicateAt.find(within);
  if (decides !== undefined) {
    const next = predicateAt.at(-1)! + 1;
    const after = hasObject(tokens, next) ? thing(tokens, next, within) : null;
    return after ?? subjectBefore(tokens, content, decides) ?? thing(tokens, next, within);
  }
  if (
    verb !== null &&
    within(verb) &&
    subject === 'other' &&
    /^(?:begin|start|resume|continue)$/.test(tokens[verb]!.lemma)
  ) {
    return subjectBefore(tokens, content, verb) ?? thing(tokens, verb, within);
  }
  const acts = verb !== null && within(verb) && (modalAt !== null || subject === 'none') ? verb : content[0];
  return acts === undefined ? null : thing(tokens, acts, within);
}
