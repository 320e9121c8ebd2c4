import type { CreditKind } from '../../model.ts';
import { RUN } from './read-outlet.ts';

/** A form of words that credits an outlet; the group `name` holds the run of words that may be its name. */
export interface CreditForm {
  readonly kind: CreditKind;
  /** Whether it credits the whole article. */
  readonly whole: boolean;
  /** Whether only outlets stand in it, so that any name will do. */
  readonly sure: boolean;
  readonly form: RegExp;
}

const THE = '(?:[Tt]he )?';
/** "the newspaper", "Japan's", "the Karsk-based news agency": what an article says before the name. */
const SAID = String.raw`(?:(?:the|an?|his|her|their) )?(?:(?:[\p{L}’'-]{2,20} ){0,4}?(?:newspaper|magazine|outlet|website|site|agency|broadcaster|channel|daily|weekly|tabloid|network|station) )?`;
const NAME = `${SAID}${THE}(?<name>${RUN})`;
const BARE = `${THE}(?<name>${RUN})`;
/** Where and when, before an agency: "HALDEN, Lesovia, June 3". */
const PLACE = String.raw`(?!(?:The|An?|In|On) )\p{Lu}[\p{L}.’'/-]{0,20}(?:,? (?:\p{Lu}[\p{L}.’'/-]{0,20}|\d{1,2}|of|de|and|upon)){0,8},?`;
const WRITING =
  '(?:report|reports|article|articles|story|stories|account|investigation|analysis|piece|exclusive|profile|column|op-ed|editorial|essay|review|dispatch)';
const POLL = '(?:poll|polls|survey|surveys|exit poll|tracking poll)';
const REPORTS =
  '(?:reports|reported|reporting|revealed|reveals|disclosed|noted|notes|wrote|writes|published|broke|found|confirmed|detailed|quoted|cited)';
const PERSON = String.raw`(?:[’']s? (?:\p{Lu}[\p{L}.’'-]{0,20} ?){1,4}|[’']s? (?:\p{Ll}[\p{L}-]{1,20} ){1,3})?`;

const form = (kind: CreditKind, source: string, { whole = false, sure = false } = {}): CreditForm => ({
  kind,
  whole,
  sure,
  form: new RegExp(source, 'dgmu'),
});
const WHOLE = { whole: true };
const NOTICE = { whole: true, sure: true };

/**
 * The forms by which articles of the English-language press credit other outlets, the surest first: where two find the
 * same name, the first one counts. Each is linear: what may repeat is bounded and stands on one line.
 */
export const FORMS: readonly CreditForm[] = [
  // DALLAS (AP) — …; WASHINGTON, June 3 (UPI) -- …; Dec 29 (Reuters) - …
  form('wire', String.raw`^(?:${PLACE} )?\((?<name>${RUN})\) ?[-–—]`, NOTICE),
  // KARSK, June 3. /TASS/. …
  form('wire', String.raw`^\p{Lu}[^\n()/]{0,60}[ .]\/(?<name>\p{Lu}[\p{L} ]{1,20})\/`, NOTICE),
  // LONDON, Reuters — …
  form('wire', String.raw`^\p{Lu}{3}[\p{Lu} .]{0,30}, (?<name>${RUN}) ?[–—]`, WHOLE),
  form('wire', String.raw`(?<=[.!?]["”’]?) ?\(${BARE}\)\s*$(?![\s\S])`, WHOLE),
  form('byline', String.raw`^[–—-]{1,2} ?${BARE}\.?$`, WHOLE),
  form('byline', `^(?:[Bb]y |BY |[Ff]rom )${BARE}$`, WHOLE),
  form('byline', String.raw`^(?:[Bb]y|BY) (?:\p{Lu}[\p{L}.’'-]{0,20} ){2,4}?(?:of|for|from) ${BARE}$`, WHOLE),
  form('byline', String.raw`^(?:[Bb]y|BY) (?:\p{Lu}[\p{L}.’'-]{0,20},? ?){2,4}(?:, | ?[|/–—-] ?)${BARE}$`, WHOLE),
  form(
    'byline',
    String.raw`\b${BARE}(?: [\p{L} ,.]{2,80}?)? (?:also )?contributed(?: [\p{L}-]{2,20}){0,3} to this (?:report|story|article|post)`,
    WHOLE,
  ),
  form(
    'byline',
    String.raw`\b(?:[Ii]nformation|[Mm]aterial|[Rr]eporting) from:? ${BARE}(?: was (?:also )?used| (?:was )?(?:also )?contributed| is included|$)`,
    WHOLE,
  ),
  form(
    'reprint notice',
    String.raw`\b(?:article|story|post|piece|report|column|op-ed|essay|interview|commentary)(?: was| has)?(?: been)? (?:originally |first |previously ){1,2}(?:appeared|published|ran|posted|printed|aired|written|produced)(?: (?:in|on|at|by|with|for|to))? ${BARE}`,
    NOTICE,
  ),
  form(
    'reprint notice',
    String.raw`\b(?:[Oo]riginally|[Ff]irst) (?:published|posted|printed|appeared|aired) (?:in|on|at|by|with) ${BARE}`,
    NOTICE,
  ),
  form(
    'reprint notice',
    String.raw`\b(?:is |was |[Aa]rticle )?(?:[Rr]epublished|[Rr]eprinted|[Rr]eposted|[Ss]yndicated)(?: here)?(?: with (?:the )?(?:kind )?permission)? (?:from|of|by) ${BARE}`,
    NOTICE,
  ),
  form(
    'reprint notice',
    String.raw`\b[Rr]ead (?:the|his|her|its|their) (?:full|whole|entire|original|complete|rest of the)(?: [\p{L}-]{2,20}){0,2} (?:here )?(?:at|in|on|from) ${BARE}`,
    NOTICE,
  ),
  form('hat tip', String.raw`(?:^|[\s(])(?:(?:[Hh]\/[Tt]|[Hh]at [Tt]ips?)(?::| to:?)?|HT:?(?= )) ?${BARE}`, NOTICE),
  form('hat tip', String.raw`(?:^|[(\[])[Vv]ia:? ${BARE}[)\].]?$`, WHOLE),
  // Source: Karsk Herald; Source: Malk, in an interview with Kyodo News
  form('interview', String.raw`^Sources?: [^\n]{0,120}?\binterview (?:with|to|for|on) ${NAME}`, WHOLE),
  form(
    'source',
    String.raw`^Sources?: [^\n]{0,120}?\b(?:on|to|citing|with reference to|by|in) ${BARE}[^\n]{0,40}$`,
    WHOLE,
  ),
  form('source', String.raw`^Sources?: ${BARE}(?=[,;.]|$| [–—-]|\n)`, WHOLE),
  form(
    'statement to',
    String.raw`\b(?:statement|email|e-mail|letter|message|comment|comments|remarks) (?:sent |given |made |provided )?to ${NAME}`,
  ),
  form(
    'interview',
    String.raw`\b(?:interview|interviews|conversation|Q&A)(?: [\p{L}-]{2,12}){0,3} (?:with|to|for|on|by|in) ${NAME}`,
  ),
  form('interview', String.raw`\b[Ii]nterviewed (?:by|on|for) ${NAME}`),
  form(
    'interview',
    String.raw`\b(?:[Aa]n?|[Hh]is|[Hh]er|their|the) (?:\p{Ll}[\p{L}-]{1,15} )?${BARE}${PERSON} interview\b`,
  ),
  form(
    'interview',
    String.raw`\b(?:[Ss]peaking|spoke|speaks|[Tt]alking|talked) (?:exclusively |by phone )?(?:to|with|on) ${NAME}`,
  ),
  form(
    'told',
    String.raw`\b(?:told|tells|telling|tell)(?: (?:reporters|an? [\p{L}-]{2,15}) (?:at|for|from|with))? ${NAME}`,
  ),
  form(
    'source',
    String.raw`\b(?:[Aa]n?|[Tt]he|[Ll]atest|[Rr]ecent) (?:\p{Ll}[\p{L}-]{1,15} )?(?<name>${RUN})(?:[/–-]\p{Lu}[\p{L}’ ]{1,30}?)?(?: [\p{L}-]{2,15}){0,2}? ${POLL}\b`,
  ),
  form(
    'reported',
    String.raw`\b(?:[Rr]eported|[Rr]evealed|[Dd]isclosed|[Ff]lagged|[Nn]oted|[Qq]uoted|[Cc]ited|[Bb]roken|[Mm]entioned)(?: [\p{L}-]{2,15}){0,2}? by ${NAME}`,
  ),
  form(
    'reported',
    String.raw`\b[Aa]ccording to (?:[\p{L}’'-]{2,20} ){0,5}?(?:${WRITING}|data|figures|documents|transcripts?|interview)(?: [\p{L}-]{2,15}){0,2} (?:in|by|from|on|with|of|for) ${NAME}`,
  ),
  form('reported', String.raw`\b[Aa]ccording to ${NAME}`),
  form('reported', String.raw`\b[Aa]ccording to (?:\p{Lu}[\p{L}.’'-]{0,20} ){1,3}?(?:of|at|from) ${NAME}`),
  form('reported', String.raw`\b[Aa]s ${BARE}${PERSON}(?: has| had| first| also)? ${REPORTS}\b`),
  form(
    'reported',
    String.raw`\b${BARE}${PERSON},? (?:(?:has|had|first|also|later|was (?:the )?first to|recently|previously|exclusively|itself) ){0,2}(?:${REPORTS}|report)\b(?! card)`,
  ),
  form('reported', String.raw`\b(?:${REPORTS}|says|said|report),? ${BARE}(?=[.,;]|$)`),
  form('reported', String.raw`\b(?:[Tt]he |[Aa]n? )?(?<name>${RUN})(?:[’']s)?(?: [\p{L}-]{2,15}){0,2}? ${WRITING}\b`),
  form('reported', String.raw`\b(?:${WRITING}|interview) (?:[\p{L}-]{2,12} ){0,2}?(?:in|by|from|for|on|with) ${NAME}`),
  form(
    'source',
    String.raw`\b(?:obtained|uncovered|unearthed|reviewed|seen|released|published|posted|aired|broadcast|leaked|conducted|compiled|commissioned) (?:[\p{L}-]{2,15} )?(?:by|to|on|in|for) ${NAME}`,
  ),
  form(
    'interview',
    String.raw`\b(?:said|says|appeared|appearing|appearance|remarks|comments|asked|wrote|writing|op-ed|column|essay|guest)(?: [\p{L}-]{2,12}){0,4}? (?:on|in|for) ${NAME}`,
  ),
];
