/** What leads to other articles. */
import { bare, endsSentence, lengthInWords } from './line.ts';

/** "Read more: …", "RELATED | …": a label, a mark, and the headline of another article. */
const POINTER =
  /^[^\p{L}]*(?:related(?: (?:stor(?:y|ies)|articles?|posts?|coverage|news|reading|video|content))?|read(?: (?:more|also|next|on|this|now|it|our))?|(?:also|must)[ -]read|see (?:also|more)|more(?: on this| from)?|watch(?: (?:live|now|also|more))?|listen(?: (?:now|to))?|don['’]t miss|recommended|up next|in pictures|in pics|lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|leia (?:também|mais)|lea también|lee también|leggi anche|читайте также|читать также|читайте ещ[её]|czytaj (?:także|też)|lees ook)\s*(?::|\||–|—|►|▶|>+|»|\s-\s)\s*\S/iu;

/** What stands above a list of other articles. */
const HEADING =
  /^(?:(?:related|similar)(?: (?:coverage|stories|story|articles?|news|content|links?|topics?|posts?|reading|videos?|reports?))?|more (?:from|on|in|like|great|news|stories|top|about|of|coverage|for you|to read|articles|headlines)\b.*|you (?:may|might|will|ll)?(?: also)? (?:like|love|enjoy|be interested).*|you may have missed.*|recommended(?: (?:for you|stories|articles|reading|by|news).*)?|we recommend|most (?:read|popular|viewed|shared|commented|recent|watched).*|popular(?: (?:now|news|stories|articles|posts|on|in).*)?|trending(?: (?:now|stories|news|topics|on|in).*)?|top (?:stories|news|headlines|reads|picks)(?: .*)?|latest(?: (?:news|stories|headlines|articles|posts|updates|from|in|videos?).*)?|also (?:read|on|in the news|in this (?:section|series)|of interest).*|(?:what to )?read next|up next|editors?'?s? (?:picks?|choice|recommendations?)|in case you missed it|other (?:news|stories|articles|headlines|posts)(?: .*)?|further reading|see also|(?:around|from|elsewhere on) the web|around the (?:region|country|world)|(?:sponsored|promoted) (?:stories|links|content)|keep reading|news feed|newsfeed|live feed|today's (?:top|headlines|stories|news).*|don't miss.*|our picks|must reads?|explore more|discover more|read more (?:on|from|about|in|news|stories).*|next article|previous article|stories you may.*|das könnte sie auch interessieren|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|sur le même sujet|leia também|leia mais|veja também|lea también|te puede interesar|noticias relacionadas|leggi anche|читайте также|по теме|новости по теме|похожие новости|самое читаемое)$/;

/** Whether a line points to another article. */
export const isPointer = (line: string): boolean => line.length <= 300 && POINTER.test(line) && !/["”]$/.test(line);

/** Whether a line is a heading above other articles. */
export function isFeedHeading(line: string): boolean {
  return (
    line.length <= 80 &&
    lengthInWords(line) <= 8 &&
    !(endsSentence(line) && !/(?:\.\.\.|…)$/.test(line)) &&
    HEADING.test(bare(line))
  );
}

const TAGS =
  /^(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|tagged(?: (?:with|as|in))?|in this (?:story|article)|mentioned in this article|labels?|schlagwörter|themen|etiquetas|теги|метки)\s*[:|]\s*\S/iu;

/** Whether a line lists the topics an article is filed under. */
export const isTagLine = (line: string): boolean =>
  line.length <= 300 &&
  (TAGS.test(line) || (/^#\p{L}/u.test(line) && line.split(/\s+/).every((word) => /^#[\p{L}\p{N}_]+,?$/u.test(word))));
