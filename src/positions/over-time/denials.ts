import type { Held, Shown } from '../../model.ts';
import { stemsOf } from './names.ts';

/** That a position denies what somebody else says, without giving its words ("denied the charges", "that never happened"). */
export interface Denial {
  /** Who said it, as stems of names, where the denial tells ("Brenn's accusation", "reports by the Herald"). */
  readonly owner: ReadonlySet<string>;
  /** What sort of saying it is denied to be ("accuse", "report"); null where a pronoun stands for it. */
  readonly sort: string | null;
  /** The denial's content is a pronoun or all of a short quotation: what it takes up stands right before it. */
  readonly bare: boolean;
  /** It gives the claim that it denies in its own words ("denied that …"): what it takes up has those words. */
  readonly clause: boolean;
  /** "those charges", "the report": it stands in the article before. */
  readonly told: boolean;
  readonly shown: readonly Shown[];
}

/** Nouns for what somebody says, and the verb that goes with them. */
const SORTS: readonly (readonly [RegExp, string])[] = [
  [/accusations?/, 'accuse'],
  [/allegations?/, 'allege'],
  [/charges?/, 'charge'],
  [/claims?/, 'claim'],
  [/reports?|reporting|story|stories|account|accounts|article|articles/, 'report'],
  [/suggestions?|insinuations?|implications?/, 'suggest'],
  [/criticisms?|critiques?|attacks?|complaints?/, 'criticize'],
  [/assertions?|contentions?/, 'assert'],
  [/rumou?rs?|speculation/, 'rumor'],
  [/characteri[sz]ations?|descriptions?|portrayals?|depictions?/, 'describe'],
  [
    /statements?|comments?|remarks?|words|findings?|testimony|tweets?|responses?|answers?|explanations?|recollections?|versions?|denials?/,
    'say',
  ],
  [/wrongdoing|impropriety|misconduct/, 'accuse'],
];
const NOUN = new RegExp(`^(?:${SORTS.map(([noun]) => noun.source).join('|')})$`);
const sortOf = (noun: string): string | null =>
  SORTS.find(([one]) => new RegExp(`^(?:${one.source})$`).test(noun))?.[1] ?? null;

const DENIES =
  /\b(?:den(?:y|ies|ied|ying|ials?)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting|tals?)?|contradict(?:s|ed|ing)?|debunk(?:s|ed|ing)?)\b/i;
const DISMISSES =
  /\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disavow(?:s|ed|ing)?|repudiat(?:e|es|ed|ing)|(?:push|pushes|pushed|pushing|hit|fired|fires) back|(?:shot|shoots|struck|strikes|knocked|knocks|swatted) down)\b/i;
const CALLS =
  /\b(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)|label(?:s|ed|ing|led)|deem(?:s|ed)|dubb(?:ed|ing)|rat(?:es|ed)|describ(?:es|ed|ing))\b/i;
/** "did not dispute", "stopped short of denying". */
const TAKEN_BACK = /(?:\bnot\b|n['’]t\b|\bnever\b|\bwithout\b|\bneither\b|\bstopp(?:ed|ing) short\b|\brather than\b)/i;

const FALSE =
  /\b(?:false(?! (?:equivalen|reason|choice|sense|hope|start|alarm|flag))|falsehoods?|untrue|(?:not|n['’]t|never|hardly) (?:true|accurate|right|happen|happened|the case|correct)|(?:an?|total|complete|absolute|outright|blatant|flat-out|bold-?faced|bald-?faced) (?:\p{L}+ )?lies?|all lies|nonsense|fabricat\w+|(?:was|were|all|been|completely|it) made up|made-up|baseless|unfounded|inaccurate|incorrect|preposterous|bogus|hoax|invented|never happened|(?:did not|didn['’]t) happen|without merit|groundless|an? (?:\p{L}+ )?(?:distortion|exaggeration|mischaracteri[sz]ation|misrepresentation|fiction|smear)|cherry-?picked)\b/iu;
/** Only of sayings and of those who say: wrong are many things. */
const WRONG = /\b(?:wrong|mistaken)\b/i;
/** Of a saying, that it is these means that it is not so. */
const ABSURD = /\b(?:absurd|ridiculous|ludicrous|laughable|misleading|lies)\b/i;
/** "I never said that", "we did no such thing". */
const NOT_MINE =
  /^\W*(?:look,? |no,? )?(?:i|we) (?:never|did not|didn['’]t) (?:ever )?(?:say|said|do|did|tell|told|write|wrote|mean|meant) (?:that|it|so|this|anything like that|any such thing)\b/i;
/** A pronoun with its verb, or all alone. */
const PRONOUN =
  /^\W*(?:(?:it|this|which|these|those|all of (?:it|that))(?:['’]s)?(?=\W*$|\s(?:is|was|were|are|never|did|has|had|happened|ever|all|false|untrue|a|an)\b)|that(?:['’]s)?(?=\W*$|\s(?:is|was|that was|never|did|did not|didn['’]t|would be)\b)|(?:that|this|it)['’]s\b)/i;
/** "that she knew of it", "the idea that …", "taking bribes"; but "that report" is a saying. */
const CLAUSE = new RegExp(
  `^(?:that\\s(?!(?:${SORTS.map(([noun]) => noun.source).join('|')})\\b)|the (?:idea|notion|possibility|theory) that\\s|(?!(?:any|some|no|every)thing)\\p{L}{3,}ing\\s)`,
  'iu',
);
const INVOLVED = /^(?:any|all|having)\b.{0,40}\b(?:role|involvement|links?|ties|knowledge|part|connections?)\b/i;

const MOST_CHARACTERS = 300;
const shownIn = (part: 'cue' | 'content', pieces: readonly string[], piece = 0): Shown[] =>
  pieces[piece] ? [{ part, place: [piece, 0, pieces[piece]!.length] }] : [];

/** The first noun for a saying within a few words, and whose it is: "Mr. Brenn's repeated accusation", "reports by the Herald". */
function sayingIn(content: string): { readonly noun: string; readonly owner: string[] } | null {
  const words = [...content.matchAll(/[\p{L}\p{N}.]+(?:['’-][\p{L}]+)*['’]?/gu)];
  for (const [index, word] of words.slice(0, 9).entries()) {
    const noun = word[0].toLowerCase().replace(/[.'’]+$/, '');
    const next = words[index + 1]?.[0].toLowerCase() ?? '';
    if (noun === 'that' && index === 0 && NOUN.test(next)) continue;
    if (/^(?:that|who|if|whether|because)$/.test(noun)) return null;
    if (!NOUN.test(noun)) continue;
    const before = content.slice(0, word.index);
    const after = content.slice(word.index + word[0].length);
    const possessor = /(.*)['’]s?\s[^'’]*$/u.exec(before)?.[1] ?? '';
    // "American criticism": an adjective of the country stands right before.
    const adjective = index > 0 && /^\p{Lu}/u.test(words[index - 1]![0]) ? words[index - 1]![0] : '';
    const by =
      /^\s(?:made |raised |levelled |leveled )?(?:by|from|in|against \w+ by)\s((?:\p{L}[\p{L}.'’-]*\s?){1,6})/u.exec(
        after,
      )?.[1] ?? '';
    return { noun, owner: [...stemsOf(possessor), ...stemsOf(adjective), ...stemsOf(by)] };
  }
  return null;
}

/** "those charges", "the report": what was told before. Others are told of here for the first time. */
const TOLD = /^\W*(?:those|these|that|this|the|such|both|all(?: of)?(?: the| those| these)?|any)\b/i;
/** What joins a saying to the word that calls it false. */
const JOINS = /(?:\b(?:is|are|was|were|be|been|as)\b|['’](?:s|re)\b)[^,;]{0,60}$/i;

/** Reads a denial with its cue ("denied the charges"). @param denies whether the cue says that it is not so */
function byCue({ words, cue }: Held, content: string, denies: boolean): Denial | null {
  const of = (sort: string | null, owner: readonly string[], bare: boolean, clause: boolean): Denial => ({
    ...{ owner: new Set(owner), sort, bare, clause, told: TOLD.test(content) },
    shown: [...shownIn('content', words), ...shownIn('cue', cue)],
  });
  if (denies && PRONOUN.test(content)) return of(null, [], true, false);
  if (denies && INVOLVED.test(content)) return of('accuse', [], false, false);
  if (CLAUSE.test(content)) return denies || !/^that/i.test(content) ? of(null, [], false, true) : null;
  const saying = sayingIn(content);
  if (saying) {
    const sort = sortOf(saying.noun)!;
    const told = saying.owner.length > 0 || TOLD.test(content);
    // Remarks and stories are dismissed for what they mean; only what contradicts them says that they are not so.
    if (!denies && (sort === 'say' || (sort === 'report' && !told))) return null;
    if (sort === 'say' && !told) return null;
    return of(sort, saying.owner, false, false);
  }
  return null;
}

/** Reads a denial that says of a saying that it is false ("the report was untrue"), or that it was never said. */
function byContent({ words, cue, type }: Held, content: string, said: string): Denial | null {
  const of = (sort: string | null, owner: readonly string[], bare: boolean): Denial => ({
    ...{ owner: new Set(owner), sort, bare, clause: false, told: TOLD.test(content) },
    shown: [...shownIn('content', words), ...(CALLS.test(said) ? shownIn('cue', cue) : [])],
  });
  if (NOT_MINE.test(content)) return of('say', [], true);
  const opening = content.slice(0, 160);
  const calls = CALLS.test(said);
  const saying = /^\W*\d/.test(content) ? null : sayingIn(content);
  const untrue =
    FALSE.exec(opening) ?? (saying ? (WRONG.exec(opening) ?? (calls ? ABSURD.exec(opening) : null)) : null);
  if (!untrue) return null;
  const at = saying ? opening.toLowerCase().indexOf(saying.noun) : -1;
  if (saying && at >= 0 && at < untrue.index && (calls || JOINS.test(opening.slice(at, untrue.index))))
    return of(sortOf(saying.noun), saying.owner, false);
  const short = PRONOUN.test(content) ? untrue.index < 40 : type !== 'indirect' && content.length < 40;
  return short ? of(null, [], true) : null;
}

/** "Brenn was wrong to say …", "Brenn is lying about …", "accused Brenn of misrepresenting …", "contrary to Brenn's claims". */
const OF_SOMEBODY: readonly RegExp[] = [
  /^\W*(?:that )?(.{2,90}?)(?: (?:is|are|was|were|['’]s)|['’](?:s|re))(?: \w+)?[ “"'‘]+(?:\w+ )?wrong[”"'’]* (?:to (?:say|claim|suggest|assert)|(?:for|in) (?:saying|claiming|suggesting|(?:his|her|their) \w+ that)|when (?:he|she|they|it) (?:said|says?|claim))/iu,
  /^\W*(?:that )?(.{2,60}?)(?: (?:is|are|was|were|has been|have been|keeps?|kept)|['’](?:s|re)) (?:\w+ )?lying (?:about|when|to)\b/iu,
  /^\W*(?:that )?(.{2,60}?) (?:had |has |have )?lied (?:about|when|to)\b/iu,
  /^\W*(.{2,60}?) of (?:lying|misrepresenting|distorting|mischaracteri[sz]ing|falsely|fabricating|making up)\b/iu,
  /^\W*(?:that )?contrary to (.{2,60}?)['’]s?\s(?:\w+ ){0,2}(?:claims?|statements?|arguments?|assertions?|accounts?|allegations?|reports?|testimony)\b/iu,
];
/** "was unaware of any such dispute". */
const UNAWARE =
  /^\W*(?:that )?(?:he|she|they|it|i|we)(?: (?:was|were|is|are|had|has|have)|['’](?:s|m|re)) (?:un|not |no )(?:aware|knowledge) of (?:\w+ )?such\b/iu;

/** Reads a denial that says of somebody that he is wrong, or that one knows of nothing like that. */
function ofSomebody({ words }: Held, content: string): Denial | null {
  const shown = shownIn('content', words);
  if (UNAWARE.test(content)) return { owner: new Set(), sort: null, bare: false, clause: true, told: false, shown };
  for (const pattern of OF_SOMEBODY) {
    const owner = stemsOf(pattern.exec(content)?.[1] ?? '');
    if (owner.length) return { owner: new Set(owner), sort: 'say', bare: false, clause: false, told: false, shown };
  }
  return null;
}

/** What a position denies of others' words; null where it denies nothing that somebody says. */
export function denialIn(held: Held): Denial | null {
  const content = (held.words[0] ?? '').slice(0, MOST_CHARACTERS);
  const said = held.cue.join(' ').slice(0, MOST_CHARACTERS);
  if (!content || content.includes('?') || TAKEN_BACK.test(said)) return null;
  if (!/^(?:says|writes|shows|thinks|feels|decides)$/.test(held.mode) || held.speaker?.kind === 'author') return null;
  const denies = DENIES.test(said);
  return denies || DISMISSES.test(said)
    ? byCue(held, content, denies)
    : (ofSomebody(held, content) ?? byContent(held, content, said));
}
