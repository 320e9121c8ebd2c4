import type { Collision, Held, Shown } from '../../model.ts';
import type { Claims } from './claim.ts';
import type { Denial } from './denials.ts';
import { overlap, sharedOf } from './match.ts';
import { stemOfName, stemsOf } from './names.ts';
import { conceptOf } from './thesaurus.ts';

interface Read<P> {
  readonly position: P;
  readonly claims: Claims;
}

/** Verbs that go with a sort of saying: those that name it, and those that often report it. */
const VERBS: Readonly<Record<string, readonly [names: RegExp, reports: RegExp]>> = {
  accuse: [/\baccus/i, /\b(?:alleg|charg|claim|blam|blast|slam|criticiz|attack|fault)/i],
  allege: [/\balleg/i, /\b(?:accus|charg|claim|su(?:ed|it)|blam)/i],
  charge: [/\bcharg/i, /\b(?:accus|alleg|claim|blast|slam|criticiz|attack|argu|blam)/i],
  claim: [/\bclaim/i, /\b(?:assert|insist|alleg|accus|contend|argu|boast|said|says?|told)\b/i],
  report: [/\b(?:report|publish|writ|wrote|reveal)/i, /\b(?:according|said|says?|claim|suggest|alleg)/i],
  suggest: [/\b(?:suggest|impl|insinuat|hint)/i, /\b(?:said|says?|claim|argu)\b/i],
  criticize: [
    /\b(?:critici|attack|complain)/i,
    /\b(?:accus|blast|slam|fault|rip|hit|question|charg|portray|blam|mock)/i,
  ],
  assert: [/\b(?:assert|contend)/i, /\b(?:claim|argu|insist|said|says?)\b/i],
  rumor: [/\b(?:rumor|speculat)/i, /\b(?:report|said|says?|claim|suggest)/i],
  describe: [/\b(?:describ|portray|characteri|cast|paint|depict)/i, /\b(?:call|said|says?)/i],
  say: [
    /\b(?:sa(?:y|ys|id)|told|testif\w+|tweet\w*|wr(?:ote|ites?))\b/i,
    /\b(?:claim|assert|insist|add|boast|declar)/i,
  ],
};
const ACCUSES =
  /\b(?:accus|alleg|charg|claim|report|blam|blast|slam|critici|attack|fault|suggest|portray|describ|complain|contend|assert|question|depict)/i;

/** So many characters before a denial what it takes up may begin, and so many behind where its owner is named. */
const FAR = 1_000;
const NEAR = 500;
/** So much of a piece is looked through for names. */
const LONGEST = 1_200;
const LEAST_SCORE = 0.45;
/** Another account as likely as the likeliest is taken up too, where it is likely enough: accusers are often several. */
const SECOND = { least: 0.6, part: 0.9, most: 2 };
const LEAST_CONFIDENCE = 0.2;

const isWithin = (inner: Held, outer: Held): boolean =>
  inner.nested && inner.words.every((piece) => outer.words.some((whole) => whole.includes(piece)));

const namesOf = ({ position, claims }: Read<Held>): Set<string> =>
  new Set([...stemsOf(position.speaker?.name ?? ''), ...position.source.flatMap(stemsOf), ...claims.side]);

const share = (a: ReadonlySet<string>, b: Iterable<string>): boolean => [...b].some((one) => a.has(one));

/** Members of one party are not of one side for that. */
const PARTY = new Set(['republican', 'democrat', 'labour', 'conservative', 'liberal'].map(stemOfName));

function areOneSide(a: Read<Held>, b: Read<Held>): boolean {
  const [one, other] = [namesOf(a).difference(PARTY), namesOf(b).difference(PARTY)];
  return share(one, b.claims.side.difference(PARTY)) || share(other, a.claims.side.difference(PARTY));
}

/** Whether a position says how things are, for somebody known: no wish, no demand, no denial by a pronoun. */
const isAccount = ({ position, claims }: Read<Held>): boolean =>
  position.speaker !== null &&
  position.speaker.kind !== 'author' &&
  /^(?:says|writes|shows|decides|thinks)$/.test(position.mode) &&
  !/^(?:demands|offers)$/.test(position.stance ?? '') &&
  !UNSAID.test(position.cue.join(' ')) &&
  [...claims.mentions.values()].reduce((sum, weight) => sum + weight, 0) >= 0.9 &&
  !claims.denial?.bare;

/** How far before the denial an account stands; negative behind it. Null where that is not known. */
const before = (account: Held, denial: Held): number | null =>
  account.at === undefined || denial.at === undefined ? null : denial.at - account.at;

/** Whether what a denial denies is about the denier: what somebody else does is denied by its own side. */
function isAbout(account: Read<Held>, denier: Read<Held>): 'content' | 'sentence' | null {
  const side = denier.claims.side;
  const words = account.position.words.flatMap((piece) => stemsOf(piece.slice(0, LONGEST)));
  if (share(side, words)) return 'content';
  return share(side, stemsOf(account.position.sentence ?? '')) ? 'sentence' : null;
}

/** "refrained from attacking", "did not say": no account. */
const UNSAID = /(?:\bnot\b|n['’]t\b|\bnever\b|\brefrain|\bdeclin|\brefus|\bstopped short)/i;

/** How many words, names aside, both have that weigh so much at least: 0.5 those that tell. */
const wordsShared = (a: Claims, b: Claims, least = 0.5): number =>
  sharedOf(a.mentions, b.mentions).filter((word) => !word.startsWith('name ') && (b.mentions.get(word) ?? 0) >= least)
    .length;

/** What fits of the cue, the names and the words of an account to a denial: what each is worth was set by reading. */
function fitOf(denier: Read<Held>, denial: Denial, account: Read<Held>, owned: boolean): number {
  const cue = account.position.cue.join(' ');
  const [names, reports] = VERBS[denial.sort ?? 'say']!;
  const about = isAbout(account, denier);
  const named = share(namesOf(account), stemsOf(denier.position.sentence ?? ''));
  return (
    (owned ? 0.35 : denial.owner.size ? -0.25 : named ? 0.1 : 0) +
    (denial.sort === null ? 0 : names.test(cue) ? 0.25 : reports.test(cue) ? 0.15 : 0) +
    (about === 'content' ? 0.2 : about === 'sentence' ? 0.1 : 0) +
    (ACCUSES.test(cue) ? 0.1 : 0) +
    Math.min(0.2, wordsShared(account.claims, denier.claims) * 0.1)
  );
}

/** "Brenn was wrong to say that …" needs words of what Brenn said; "denied wrongdoing" needs somebody who accuses. */
function mayAnswer(denial: Denial, account: Read<Held>, denier: Read<Held>, owned: boolean): boolean {
  if (denial.sort === 'say' && owned && !denial.told) return wordsShared(account.claims, denier.claims, 0) > 0;
  if (denial.sort !== 'accuse' || owned || denial.told) return true;
  const cue = account.position.cue.join(' ');
  return ACCUSES.test(cue) || VERBS.accuse!.some((verbs) => verbs.test(cue));
}

/** How likely an account is what a denial takes up: 0 to 1. */
function scoreOf(denier: Read<Held>, denial: Denial, account: Read<Held>): number {
  const [d, c] = [denier.position, account.position];
  if (d.article.id !== c.article.id || !isAccount(account) || !d.speaker || d.speaker.id === c.speaker!.id) return 0;
  if (areOneSide(denier, account)) return 0;
  const inside = isWithin(c, d);
  const distance = before(c, d);
  const owned = denial.owner.size > 0 && share(namesOf(account), denial.owner);
  if (!inside) {
    if (distance === null || distance > FAR || distance < (owned ? -NEAR : 0)) return 0;
    if (distance < 0 && !wordsShared(account.claims, denier.claims)) return 0;
  }
  if (!mayAnswer(denial, account, denier, owned)) return 0;
  if (denial.clause)
    return inside || !isOfDenier(account.claims, denier.claims) ? 0 : sameClaim(denier.claims, account.claims);
  const near = inside ? 1 : nearness(Math.abs(distance!), denial.bare);
  return (
    Math.min(
      0.95,
      0.3 + (denial.bare ? 0.15 : denial.told ? 0.1 : 0) + fitOf(denier, denial, account, owned || inside),
    ) * near
  );
}

/** Whether an account may be about what a denier says he did not do: about nobody else by name. */
function isOfDenier(account: Claims, denier: Claims): boolean {
  const own = denier.claims.flatMap(({ actor }) => (actor instanceof Set ? [...actor] : []));
  return account.claims.some(({ actor, names }) => {
    if (actor instanceof Set) return share(denier.side, actor) || share(new Set(own), actor);
    return actor !== 'self' || own.length > 0 || share(denier.side, names);
  });
}

/** Words of the denial itself, and of no claim. */
const DENYING = new Set(
  ['unaware', 'aware', 'knowledge', 'such', 'idea', 'notion', 'possibility', 'theory'].map(conceptOf),
);

/** How much of what is denied in words of its own the other says: most of what tells, or it is another matter. */
function sameClaim(denier: Claims, account: Claims): number {
  const mentions = new Map([...denier.mentions].filter(([word]) => !DENYING.has(word)));
  const { weight } = overlap(account.mentions, mentions);
  const all = [...mentions.values()].reduce((sum, one) => sum + one, 0);
  const part = weight / all;
  return (weight >= 1 && part >= 0.75) || (weight >= 1.5 && part >= 0.6) ? Math.min(0.95, part) : 0;
}

/** A pronoun takes up what stands right before it; a noun may reach further. */
function nearness(distance: number, bare: boolean): number {
  if (distance <= 300) return 1;
  if (distance <= NEAR) return bare ? 0.75 : 0.9;
  return bare ? 0.5 : 0.75;
}

const nameOf = ({ speaker }: Held): string => speaker?.name ?? 'somebody';

function pair<P extends Held>(newcomer: Read<P>, other: Read<P>, denier: Read<P>, score: number): Collision<P> {
  const account = denier === newcomer ? other : newcomer;
  const shownOf = (one: Read<P>): readonly Shown[] =>
    one === denier
      ? one.claims.denial!.shown
      : [{ part: 'content', place: [0, 0, one.position.words[0]?.length ?? 0] }];
  return {
    kind: isAbout(account, denier) ? 'other' : 'fact',
    a: newcomer.position,
    b: other.position,
    shownA: shownOf(newcomer),
    shownB: shownOf(other),
    confidence: Math.round(denier.position.confidence * account.position.confidence * score * 1000) / 1000,
    reason: `${nameOf(denier.position)} denies what ${nameOf(account.position)} says`,
  };
}

/**
 * Where a denial meets what it denies, in one article: of those that came before it the likeliest, and of those that follow
 * it what its words name as somebody's.
 */
export function denied<P extends Held>(newcomer: Read<P>, others: readonly Read<P>[]): Collision<P>[] {
  const found: Collision<P>[] = [];
  const add = (denier: Read<P>, other: Read<P>, score: number): void => {
    const collision = pair(newcomer, other, denier, score);
    if (collision.confidence >= LEAST_CONFIDENCE) found.push(collision);
  };
  const denial = newcomer.claims.denial;
  if (denial) {
    const scored = others
      .map((other) => ({ other, score: scoreOf(newcomer, denial, other) }))
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || (b.other.position.at ?? 0) - (a.other.position.at ?? 0));
    const enough = Math.max(SECOND.least, SECOND.part * (scored[0]?.score ?? 0));
    scored.slice(0, SECOND.most).forEach(({ other, score }, index) => {
      if (index === 0 || score >= enough) add(newcomer, other, score);
    });
  }
  for (const other of others) {
    const theirs = other.claims.denial;
    if (!theirs) continue;
    const score = scoreOf(other, theirs, newcomer);
    if (score >= LEAST_SCORE) add(other, other, score);
  }
  return found;
}
