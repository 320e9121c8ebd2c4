/**
 * What a cut takes away. A quotation whose every word was said may still say something else, when what was left out is the
 * condition on which it holds, or the word that denies it.
 */

const CONDITION =
  /\b(?:if|unless|until|till|as long as|so long as|provided|providing|except|on condition|in exchange|only (?:if|after|when|once|with|for)|without)\b/i;
/** What a condition may begin with where a quotation was cut off. */
const CONDITION_FOLLOWS =
  /^[\s,;:—–-]*(?:(?:but|and|yet|or|though)[\s,]+)?(?:(?:not|only|even|just)[\s,]+)?(?:if|unless|until|till|as long as|so long as|provided|providing|except|on condition|in exchange|without)\b/i;
const BUT_FOLLOWS =
  /^[\s,;:—–-]*(?:but|and|yet)[\s,]+(?:\w+[\s,]+){0,2}(?:only|not|never|no)\b[\s,]*(?:if|after|when|once|with|for|until|before)\b/i;
/** A time is a condition of what is yet to come, and of nothing else. */
const TIME_FOLLOWS =
  /^[\s,;:—–-]*(?:(?:but|and)[\s,]+)?(?:(?:not|only|just)[\s,]+)?(?:after|before|when|while|once)\b/i;
const TO_COME =
  /\b(?:will|would|shall|can|could|may|might|must|won['’]t|can['’]t|wouldn['’]t|couldn['’]t|(?:going|ready|willing|prepared|able) to)\b|['’](?:ll|d)\b/i;
const NEGATION =
  /\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without|hardly|deny|denies|denied|refuse[sd]?)\b|n['’]t\b/i;
/** Where a clause of its own begins: what is denied before it is not denied after it. */
const NEW_CLAUSE = /[;:—–]|,\s+(?:and|but|so|yet|or)\b|\bbecause\b/gi;

const clauseAfterBreak = (head: string): string => head.slice([...head.matchAll(NEW_CLAUSE)].at(-1)?.index ?? 0);

/**
 * What was cut off that belongs to the words that are left.
 *
 * @param before what stands before them in the same sentence of the quotation; empty where nothing was cut
 * @param after the same behind them
 * @param around the rest of the draft's paragraph: what stands there was not taken away
 */
export function cutOff(
  words: string,
  before: string,
  after: string,
  around: string,
): 'condition cut' | 'negation cut' | null {
  const follows =
    CONDITION_FOLLOWS.test(after) || BUT_FOLLOWS.test(after) || (TIME_FOLLOWS.test(after) && TO_COME.test(words));
  const clause = clauseAfterBreak(before);
  if ((follows || CONDITION.test(clause)) && !CONDITION.test(around) && !TIME_ANYWHERE.test(around)) {
    return 'condition cut';
  }
  return NEGATION.test(clause) && !NEGATION.test(around) ? 'negation cut' : null;
}

const TIME_ANYWHERE = /\b(?:after|before|when|once)\b/i;

/** The same for words left out inside a quotation, where an ellipsis or an editor's words stand. */
export function leftOut(words: string, isClause: boolean, editors: string): 'condition cut' | 'negation cut' | null {
  if (CONDITION.test(words) && !CONDITION.test(editors)) return 'condition cut';
  return NEGATION.test(words) && !isClause && !NEGATION.test(editors) ? 'negation cut' : null;
}

/** Whether an editor's words deny what the speaker said. */
export const denies = (editors: string): boolean => NEGATION.test(editors);
