/** Words in quotation marks are somebody else's. */
const QUOTED = /["“„«][^"“”„«»]*["”»]/gu;
const OPENS_QUOTED = /^\s*["“„«]/u;

const SELF = /(?<![\p{L}\p{N}.'’])(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|us|[Oo]urs?|[Oo]urselves)(?![\p{L}\p{N}.-])/u;
const YOU = /(?<![\p{L}\p{N}])(?:you|your|yours|yourself|yourselves)(?![\p{L}\p{N}])/iu;
const QUESTION = /\?["”’»)\]]*(?:\s|$)/u;
const INTERJECTION =
  /^(?:yes|no|yeah|yep|nope|well|look|listen|thanks|thank you|okay|ok|right|oh|ah|sure|hello|hi|good (?:morning|afternoon|evening)|absolutely|exactly|indeed|of course|please|sorry|sir|madam|ma'am)(?![\p{L}\p{N}])/iu;

const own = (words: string): string => (OPENS_QUOTED.test(words) ? words : words.replace(QUOTED, ' '));

/** Whether words speak of the one who says them. */
export const isSelf = (words: string): boolean => SELF.test(own(words));

/** Whether words ask something. */
export const asks = (words: string): boolean => QUESTION.test(own(words));

/** Whether words are such as people speak to each other: "I", "you", a question, "yes" or "well". */
export function isSpoken(words: string): boolean {
  const said = own(words);
  return SELF.test(said) || YOU.test(said) || QUESTION.test(said) || INTERJECTION.test(said.trimStart());
}
