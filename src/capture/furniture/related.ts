/** What leads to other articles. */
import { anyOf, bare, endsSentence, lengthInWords } from './line.ts';

/** "Read more: …", "RELATED | …": a label, a mark, and the headline of another article. */
const POINTER = new RegExp(
  String.raw`^[^\p{L}]*${anyOf(
    'related(?: (?:stor(?:y|ies)|articles?|posts?|coverage|news|reading|video|content))?',
    'read(?: (?:more|also|next|on|this|now|it|our))?|(?:also|must)[ -]read|see (?:also|more)|more(?: on this| from)?',
    "watch(?: (?:live|now|also|more))?|listen(?: (?:now|to))?|don['’]t miss|recommended|up next|in (?:pictures|pics)",
    'lesen sie (?:auch|mehr)|mehr zum thema|lire aussi|à lire aussi|leia (?:também|mais)|le[ae] también|leggi anche',
    'читайте также|читать также|читайте ещ[её]|czytaj (?:także|też)|lees ook',
  )}\s*(?::|\||–|—|►|▶|>+|»|\s-\s)\s*\S`,
  'iu',
);

const KINDS = '(?:stories|story|news|articles?|posts?|headlines)';
/** What stands above a list of other articles; matched against the bare line. */
const HEADING = new RegExp(
  `^${anyOf(
    `(?:related|similar)(?: ${anyOf(KINDS, 'coverage|content|links?|topics?|reading|videos?|reports?')})?`,
    `more ${anyOf(KINDS, 'from|on|in|like|great|top|about|of|coverage|for you|to read')}\\b.*`,
    "you (?:may|might|will|'ll)?(?: also)? (?:like|love|enjoy|be interested).*|you may have missed.*",
    `recommended(?: ${anyOf(KINDS, 'for you|reading|by')}.*)?|we recommend|stories you may.*`,
    'most (?:read|popular|viewed|shared|commented|recent|watched).*',
    `popular(?: ${anyOf(KINDS, 'now|on|in')}.*)?|trending(?: ${anyOf(KINDS, 'now|topics|on|in')}.*)?`,
    `top ${anyOf(KINDS, 'reads|picks')}(?: .*)?|latest(?: ${anyOf(KINDS, 'updates|from|in|videos?')}.*)?`,
    'also (?:read|on|in the news|in this (?:section|series)|of interest).*|(?:what to )?read next|up next',
    "editors?'?s? (?:picks?|choice|recommendations?)|our picks|must reads?|in case you missed it|don't miss.*",
    `other ${KINDS}(?: .*)?|further reading|see also|keep reading|explore more.*|discover more|next article`,
    'previous article|(?:around|from|elsewhere on) the web|around the (?:region|country|world)',
    "(?:sponsored|promoted) (?:stories|links|content)|news ?feed|live feed|today's (?:top|headlines|stories|news).*",
    `read more ${anyOf(KINDS, 'on|from|about|in')}.*`,
    'das könnte sie auch interessieren|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|sur le même sujet',
    'leia também|leia mais|veja também|lea también|te puede interesar|noticias relacionadas|leggi anche',
    'читайте также|по теме|новости по теме|похожие новости|самое читаемое',
  )}$`,
);

/** Whether a line points to another article. */
export const isPointer = (line: string): boolean => line.length <= 300 && POINTER.test(line) && !/["”]$/.test(line);

/** Whether a line is a heading above other articles. */
export function isFeedHeading(line: string): boolean {
  if (line.length > 80 || lengthInWords(line) > 8) return false;
  const closed = endsSentence(line) && !/(?:\.\.\.|…)$/.test(line);
  return !closed && HEADING.test(bare(line));
}

const TAGS = new RegExp(
  String.raw`^${anyOf(
    'tags?|topics?|filed under|categor(?:y|ies)|keywords?|tagged(?: (?:with|as|in))?|in this (?:story|article)|labels?',
    'mentioned in this article|schlagwörter|themen|etiquetas|теги|метки',
  )}\s*[:|]\s*\S`,
  'iu',
);
const isHashtags = (line: string): boolean =>
  line.startsWith('#') && line.split(/\s+/).every((word) => /^#[\p{L}\p{N}_]+,?$/u.test(word));

/** Whether a line lists the topics an article is filed under. */
export const isTagLine = (line: string): boolean => line.length <= 300 && (TAGS.test(line) || isHashtags(line));
