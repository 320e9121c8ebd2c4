import type { Candidate, Decision, Newcomer, Offer, SpeakerKind } from '../../model.ts';
import { compareNames } from './compare.ts';
import { readOrganization } from './compare-organizations.ts';
import { hasEpithet, isComplete } from './compare-persons.ts';
import { genderOfGiven } from './given.ts';
import { keysOf } from './keys.ts';
import { readPersonName } from './person-name.ts';
import { rolesClash, sameOffice, sharesOffice } from './roles.ts';
import { plain } from './spelling.ts';
import type { Comparison } from './types.ts';

/** So many pairs a newcomer offers for review at most. */
export const MOST_OFFERS = 3;
/** A speaker in so many articles is widely present. */
const WIDELY = 5;
/** So many times as often as all others together: then the best known is meant. */
const FAR_AHEAD = 10;
/** So many spellings of a candidate are compared, those of most articles first. */
const MOST_SPELLINGS = 8;

interface Weighed<C> {
  readonly candidate: C;
  readonly comparison: Comparison;
}

export const articlesOf = ({ spellings }: Candidate): number =>
  spellings.reduce((sum, { articles }) => sum + articles, 0);

const folded = (name: string): string =>
  plain(name)
    .replace(/[\s.\-‐‑]+/gu, ' ')
    .trim();

/** The verdict on a newcomer's name and all spellings of a candidate: one that differs stands against those that do not. */
function compareAll(kind: SpeakerKind, name: string, candidate: Candidate): Comparison {
  const spellings =
    candidate.spellings.length > 1
      ? [...candidate.spellings].sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
      : candidate.spellings;
  let best: Comparison | null = null;
  let against: Comparison | null = null;
  for (const spelling of spellings.slice(0, MOST_SPELLINGS)) {
    const found = compareNames(kind, name, spelling.name);
    if (found.verdict === 'different') against ??= hasEpithet(readPersonName(spelling.name)) ? null : found;
    else if (!best || (found.verdict === 'same' && best.verdict !== 'same')) best = found;
  }
  if (best && against) return { verdict: 'unsure', reason: `fits one spelling, but ${against.reason}` };
  return best ?? against ?? { verdict: 'different', reason: 'no spelling' };
}

/** The gender that a candidate's titles and given names tell. */
function genderOf({ women, men, spellings }: Candidate): 'f' | 'm' | null {
  if (women > FAR_AHEAD * men) return 'f';
  if (men > FAR_AHEAD * women) return 'm';
  for (const { name } of spellings) {
    const [first] = readPersonName(name).parts;
    const gender = first && genderOfGiven(first.spellings[0]!);
    if (gender) return gender;
  }
  return null;
}

/** What the article's courtesy title tells, in the name or beside it. */
export const genderCalled = ({ name, courtesy }: Newcomer): 'f' | 'm' | null =>
  readPersonName(courtesy ? `${courtesy} ${name}` : name).gender;

/** What speaks against a newcomer of a fitting name being the candidate, in words for people; null when nothing does. */
function conflict(newcomer: Newcomer, candidate: Candidate): string | null {
  const called = genderCalled(newcomer);
  const gender = called && genderOf(candidate);
  if (gender && gender !== called) return 'one is called by a title for women, the other for men';
  const roles = candidate.roles.map(({ role }) => role);
  if (rolesClash(newcomer.role, roles)) return `roles that are hardly one person's: ${newcomer.role}; ${roles[0]}`;
  if (
    newcomer.kind === 'author' &&
    newcomer.outlet &&
    candidate.outlets.length &&
    !candidate.outlets.includes(newcomer.outlet)
  )
    return 'authors of different outlets';
  return null;
}

/** The one that is far ahead of all others by a count, or null. */
function farAhead<C>(all: readonly C[], count: (one: C) => number): C | null {
  let best: C | null = null;
  let sum = 0;
  for (const one of all) {
    sum += count(one);
    if (!best || count(one) > count(best)) best = one;
  }
  if (!best || count(best) < WIDELY) return null;
  return count(best) >= FAR_AHEAD * (sum - count(best)) ? best : null;
}

const inRole = (candidate: Candidate, role: string): number =>
  candidate.roles.reduce((sum, known) => sum + (sharesOffice(role, known.role) ? known.articles : 0), 0);

/** In how many articles a candidate is spelt so, folded. */
const speltSo = (candidate: Candidate, name: string): number =>
  candidate.spellings.reduce((sum, known) => sum + (folded(known.name) === name ? known.articles : 0), 0);

function offersOf<C extends Candidate>(pairs: readonly Weighed<C>[]): Offer<C>[] {
  return [...pairs]
    .sort((a, b) => articlesOf(b.candidate) - articlesOf(a.candidate))
    .slice(0, MOST_OFFERS)
    .map(({ candidate, comparison }) => ({ candidate, reason: comparison.reason }));
}

/**
 * A family name alone, or with an initial: joins only where the article's own title tells who is meant, and the one
 * who fits is far better known than all others who do.
 */
function identifyLone<C extends Candidate>(newcomer: Newcomer, candidates: readonly C[]): Decision<C> {
  const { role } = newcomer;
  // Without a title nobody is joined, and the best known are but offered.
  const told = role !== null || genderCalled(newcomer) !== null;
  const looked = told
    ? candidates
    : [...candidates].sort((a, b) => articlesOf(b) - articlesOf(a)).slice(0, MOST_OFFERS);
  const fitting = looked
    .map((candidate) => ({ candidate, comparison: compareAll(newcomer.kind, newcomer.name, candidate) }))
    .filter(({ candidate, comparison }) => comparison.verdict !== 'different' && !conflict(newcomer, candidate));
  const apart = (reason: string): Decision<C> => ({ joins: null, reason, bound: true, offers: offersOf(fitting) });
  const all = fitting.map(({ candidate }) => candidate);
  const byRole = role ? farAhead(all, (one) => inRole(one, role)) : null;
  if (byRole) return { joins: byRole, reason: `the one of this name who is ${role}`, bound: false, offers: [] };
  if (role && all.some((one) => inRole(one, role) > 0)) return apart('several of this name may have this role');
  const byTitle = genderCalled(newcomer) ? farAhead(all, articlesOf) : null;
  if (byTitle)
    return { joins: byTitle, reason: 'the one of this name and title who is widely known', bound: false, offers: [] };
  return apart('a name alone tells nothing beyond its article');
}

/** Among several of one name: the one in the newcomer's role, the one far better known by it, or the one kept for those who cannot be told apart. */
function chooseNamesake<C extends Candidate>(
  newcomer: Newcomer,
  namesakes: readonly C[],
): { joins: C; reason: string } | null {
  const { role } = newcomer;
  const inOffice = role ? namesakes.filter((one) => one.roles.some((known) => sameOffice(role, known.role))) : [];
  if (inOffice.length === 1) return { joins: inOffice[0]!, reason: `the one of this name who is ${role}` };
  const name = folded(newcomer.name);
  const known = farAhead(namesakes, (one) => speltSo(one, name));
  if (known) return { joins: known, reason: 'the same name, of one who is far better known than others of it' };
  const plainOnes = namesakes.filter((one) => one.spellings.every((spelling) => folded(spelling.name) === name));
  const untold = plainOnes.find((one) => one.roles.length === 0) ?? plainOnes[0];
  return untold ? { joins: untold, reason: 'the same name; others of nearly the same name stay apart' } : null;
}

/** Whether an acronym is all that joins two: then one of them must be widely known. */
function onlyByLetters(newcomer: Newcomer, candidate: Candidate): boolean {
  if (newcomer.kind !== 'organization') return false;
  const { lettersOnly } = readOrganization(newcomer.name);
  const own = folded(newcomer.name);
  const alike = candidate.spellings.some(
    ({ name }) => readOrganization(name).lettersOnly === lettersOnly || folded(name) === own,
  );
  return !alike && articlesOf(candidate) < WIDELY;
}

/** "Honest Hannah Brandt": the widely known bearer of the name behind the first word, which is no given name. */
function withoutEpithet<C extends Candidate>(newcomer: Newcomer, doubtful: readonly Weighed<C>[]): C | null {
  if (newcomer.kind !== 'person' || !hasEpithet(readPersonName(newcomer.name))) return null;
  const name = folded(newcomer.name.trim().split(/\s+/).slice(1).join(' '));
  const bearers = doubtful.map(({ candidate }) => candidate).filter((one) => !conflict(newcomer, one));
  return farAhead(bearers, (one) => speltSo(one, name));
}

/** A whole name: joins the one candidate that it fits and nothing speaks against. */
function identifyWhole<C extends Candidate>(newcomer: Newcomer, candidates: readonly C[]): Decision<C> {
  const fits: Weighed<C>[] = [];
  const doubtful: Weighed<C>[] = [];
  for (const candidate of candidates) {
    const comparison = compareAll(newcomer.kind, newcomer.name, candidate);
    if (comparison.verdict === 'different') continue;
    const reason =
      conflict(newcomer, candidate) ?? (onlyByLetters(newcomer, candidate) ? 'only letters in common' : null);
    if (reason) doubtful.push({ candidate, comparison: { verdict: 'unsure', reason } });
    else (comparison.verdict === 'same' ? fits : doubtful).push({ candidate, comparison });
  }
  const { role } = newcomer;
  const join = (joins: C, reason: string): Decision<C> => ({ joins, reason, bound: false, offers: offersOf(doubtful) });
  if (fits.length === 1) return join(fits[0]!.candidate, fits[0]!.comparison.reason);
  if (fits.length > 1) {
    const chosen = chooseNamesake(
      newcomer,
      fits.map(({ candidate }) => candidate),
    );
    if (chosen) return join(chosen.joins, chosen.reason);
    return { joins: null, reason: 'several fit', bound: false, offers: offersOf([...fits, ...doubtful]) };
  }
  const named = withoutEpithet(newcomer, doubtful);
  if (named) return { ...join(named, 'a word before the name of one who is widely known'), offers: [] };
  const inOffice = role
    ? doubtful.filter(
        ({ candidate }) =>
          !conflict(newcomer, candidate) && candidate.roles.some((known) => sameOffice(role, known.role)),
      )
    : [];
  const [only] = inOffice;
  if (only && inOffice.length === 1 && newcomer.kind === 'person')
    return { ...join(only.candidate, `${only.comparison.reason}; both are ${role}`), offers: [] };
  return { joins: null, reason: 'nobody of this name', bound: false, offers: offersOf(doubtful) };
}

/**
 * Who a newcomer is among those whom its keys found: the stage's decision, free of how the candidates were fetched.
 *
 * A statement under a wrong name is worse than two entries for one speaker: whatever is not certain stays apart and is
 * offered for review. A name that means nothing beyond its article ("Marlow", "a spokesman", "the ministry") joins
 * nobody, or the one whom the article's own title makes certain, and nobody ever joins it.
 *
 * @param newcomer one speaker of one article
 * @param candidates those held under a key that `keysOf(newcomer).sought` names, each once
 */
export function identify<C extends Candidate>(newcomer: Newcomer, candidates: readonly C[]): Decision<C> {
  const kin = candidates.filter(({ kind }) => kind === newcomer.kind);
  if (newcomer.kind === 'person' && !isComplete(readPersonName(newcomer.name))) return identifyLone(newcomer, kin);
  if (keysOf(newcomer).held.length === 0)
    return { joins: null, reason: 'the words name nobody beyond their article', bound: true, offers: [] };
  return identifyWhole(newcomer, kin);
}
