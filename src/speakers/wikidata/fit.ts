import type { WikidataItem, WikidataReference } from '../../model.ts';
import { ORGANIZATION_HEADS } from '../lexicon/organizations.ts';
import { OFFICES_OF, ROLE_MODIFIERS } from '../lexicon/people.ts';
import { CLASSES_OF } from '../nouns.ts';
import { fitName } from './names.ts';
import { type Evidence, weighCountry, weighRoles } from './roles.ts';
import type { SpeakerToLink } from './types.ts';
import { shareWord, tellingWords } from './words.ts';

const HUMAN = 'Q5';
const NOTHING: Evidence = { weight: 1, reason: null };
/** Nobody is older. */
const OLDEST = 115;
/** A person of whom more statements are from years outside of its life is hardly the speaker. */
const LEAST_ALIVE = 0.5;
const MOSTLY_DEAD = 0.1;
const NO_ORGANIZATION = 0.1;
const UNKNOWN_CLASS = 0.5;
const SHARED_WORDS = 4;
/** A name that every town or country may have one of: what it is says nothing of which it is. */
const NO_NAME_OF_ITS_OWN = 0.08;

/** How an item fits a speaker: its weight, or why it cannot be. */
export type ItemFit =
  | { readonly weight: number; readonly roleWeight: number; readonly reasons: readonly string[] }
  | { readonly impossible: string };

/** Classes of items whose words are those of organizations. */
const NAMED_LIKE_ORGANIZATIONS =
  /\b(?:railway|bus|radio|television|series|episode|programme?|film|album|song|fictional|building)\b/;

const list = (items: readonly WikidataReference[]): string => items.map(({ id, label }) => label ?? id).join(', ');

/** The noun of a class: "party" of "political party in Kalvin". */
const headOf = (label: string): string =>
  tellingWords(label.split(/\s(?:of|in|for|by|from|within)\s/)[0]!).at(-1) ?? '';

/** Whether a class is one of organizations; a country speaks for its government. */
function isOrganization(label: string): boolean {
  if (NAMED_LIKE_ORGANIZATIONS.test(label)) return false;
  const head = headOf(label);
  if (head === 'country' || head === 'state') return true;
  const classes = CLASSES_OF.get(head) ?? [];
  return ORGANIZATION_HEADS.has(head) || head === 'body' || [...classes].some((name) => name !== 'place');
}

/** Whether a name of an organization says only what it is: "Health Department". */
const isGeneric = (name: string): boolean =>
  tellingWords(name).every(
    (word) => ORGANIZATION_HEADS.has(word) || CLASSES_OF.has(word) || OFFICES_OF.has(word) || ROLE_MODIFIERS.has(word),
  );

/** The kind of an item against the speaker's: a human for a person, an organization for an organization. */
function weighKind({ kind }: SpeakerToLink, { instanceOf }: WikidataItem): Evidence | null {
  const human = instanceOf.some(({ id }) => id === HUMAN);
  if (kind === 'person') return human ? { weight: 1, reason: 'it is a human' } : null;
  if (human || instanceOf.length === 0) return null;
  const labels = instanceOf.flatMap(({ label }) => label ?? []);
  if (labels.length === 0) return { weight: UNKNOWN_CLASS, reason: 'Wikidata’s word for what it is was not to be had' };
  const found = labels.find(isOrganization);
  if (found) return { weight: 1, reason: `it is an instance of “${found}”` };
  return { weight: NO_ORGANIZATION, reason: `it is an instance of “${labels.join('”, “')}”, hardly an organization` };
}

/** Whether a person lived in the years of the statements. */
function weighLife({ years }: SpeakerToLink, { born, died }: WikidataItem): Evidence | { readonly impossible: string } {
  if (years.length === 0 || (!born && !died)) return NOTHING;
  const isAlive = (year: number): boolean =>
    (!born || (born[0] <= year && year <= born[1] + OLDEST)) && (!died || year <= died[1]);
  const all = years.reduce((sum, { statements }) => sum + statements, 0);
  const alive = years.filter(({ year }) => isAlive(year)).reduce((sum, { statements }) => sum + statements, 0);
  const life = `born ${born ? born[0] : '…'}${died ? `, died ${died[1]}` : ''}`;
  if (alive === 0) return { impossible: `not alive in the years of the statements (${life})` };
  if (alive < LEAST_ALIVE * all)
    return { weight: MOSTLY_DEAD, reason: `most statements are not from its lifetime (${life})` };
  return {
    weight: 1,
    reason: alive === all ? `alive in the years of the statements (${life})` : `alive in most of the years (${life})`,
  };
}

/** Well-known items are the likelier ones in news; never more than three to one, so that this alone decides nothing. */
function weighFame(sitelinks: number): number {
  if (sitelinks === 0) return 0.5;
  return sitelinks < 5 ? 1 : 1.5;
}

/** Roles given to an organization ("a think tank in Norta") against what Wikidata says it is. */
function weighWords({ roles, names }: SpeakerToLink, item: WikidataItem): Evidence {
  if (names.every(({ name }) => isGeneric(name)))
    return { weight: NO_NAME_OF_ITS_OWN, reason: 'many organizations may have a name of such words' };
  const text = [item.description ?? '', ...item.instanceOf.map(({ label }) => label ?? '')].flatMap(tellingWords);
  const found = roles.find(({ words }) => shareWord(tellingWords(words), text));
  return found ? { weight: SHARED_WORDS, reason: `“${found.words}” fits what Wikidata says it is` } : NOTHING;
}

/** Weighs an item by name, kind, life, roles and country. */
export function fitItem(speaker: SpeakerToLink, item: WikidataItem): ItemFit {
  const name = fitName(speaker, item);
  if (!name) return { impossible: 'of another name' };
  const kind = weighKind(speaker, item);
  if (!kind)
    return { impossible: `no ${speaker.kind} (${list(item.instanceOf) || 'Wikidata does not say what it is'})` };
  const isPerson = speaker.kind === 'person';
  const life = isPerson ? weighLife(speaker, item) : NOTHING;
  if ('impossible' in life) return life;
  const role = isPerson ? weighRoles(speaker, item) : weighWords(speaker, item);
  const country = isPerson ? weighCountry(speaker, item) : NOTHING;
  const reasons = [name.reason, kind.reason, life.reason, role.reason, country.reason].filter(
    (reason) => reason !== null,
  );
  const roleWeight = role.weight * country.weight;
  return {
    weight: name.weight * kind.weight * life.weight * roleWeight * weighFame(item.sitelinks),
    roleWeight,
    reasons,
  };
}
