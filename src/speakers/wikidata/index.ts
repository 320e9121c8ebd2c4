/** Which item of Wikidata a speaker is. */
import type { WikidataItem, WikidataItems } from '../../model.ts';
import { fitItem } from './fit.ts';
import type { NoWikidataLink, SpeakerToLink, WikidataLink } from './types.ts';

export { wikidataSearches } from './names.ts';
export type { NoWikidataLink, Period, SpeakerToLink, WikidataLink } from './types.ts';

/** From here on an item is taken. */
const LEAST_CONFIDENCE = 0.75;
const MOST_CONFIDENCE = 0.99;
/** Items of less than this share are not worth a look. */
const LEAST_OFFERED = 0.02;
const MOST_OFFERED = 5;
/** How likely it is that Wikidata does not have the speaker, against an item with nothing but the name. */
const NOT_THERE = { person: 1, organization: 0.2 } as const;
/** The same, for those of the name who were not looked at. */
const NOT_LOOKED_AT = 2;

interface Weighed {
  readonly item: WikidataItem;
  readonly weight: number;
  readonly roleWeight: number;
  readonly reasons: readonly string[];
}

const numberOf = ({ id }: WikidataItem): number => Number(id.slice(1));

const none = (reason: string, candidates: readonly WikidataLink[] = []): NoWikidataLink => ({ candidates, reason });

/** Why the best of the items is not taken. */
function explain([best, second]: readonly Weighed[], { complete }: WikidataItems): string {
  const name = (item: WikidataItem): string => `${item.label ?? 'an item'} (${item.id})`;
  if (second && second.weight * 3 >= best!.weight)
    return `${name(best!.item)} and ${name(second.item)} fit alike, or nearly; a role would tell them apart.`;
  if (best!.roleWeight < 1) return `What articles say of the speaker does not fit ${name(best!.item)}.`;
  if (best!.roleWeight === 1) return `Nothing but the name speaks for ${name(best!.item)}.`;
  if (!complete) return `More items have the name than were looked at; ${name(best!.item)} may be another’s.`;
  return `What speaks for ${name(best!.item)} is not enough.`;
}

function explainNone(speaker: SpeakerToLink, impossible: readonly string[]): string {
  const name = speaker.names[0]?.name ?? '';
  if (impossible.length === 0) return `Wikidata has no item for “${name}”.`;
  const counted = Map.groupBy(impossible, (reason) => reason);
  const told = [...counted].map(([reason, all]) =>
    all.length > 1 ? `${all.length} are ${reason}` : `one is ${reason}`,
  );
  return `No item of Wikidata fits “${name}”: ${told.slice(0, 4).join('; ')}.`;
}

/**
 * Chooses the item of Wikidata that a speaker is, or none.
 *
 * Record linkage after Fellegi and Sunter (1969): what agrees (name, role, office held at the time, country) makes an item
 * so many times likelier, what disagrees so many times less likely, and the weights multiply. The confidence is an item's
 * share among all items and "none of these". The weights are set by hand. A name alone is never enough for a person, and
 * of items that fit alike none is taken: fame counts three to one at most, which does not reach the threshold.
 *
 * @param speaker a person or an organization, as all articles give it
 * @param found what Wikidata gave for `wikidataSearches(speaker)`
 */
export function linkToWikidata(speaker: SpeakerToLink, found: WikidataItems): WikidataLink | NoWikidataLink {
  const { kind } = speaker;
  if (kind !== 'person' && kind !== 'organization')
    return none(`Only persons and organizations are looked up in Wikidata; this speaker’s kind is “${kind}”.`);
  const weighed: Weighed[] = [];
  const impossible: string[] = [];
  // The lower number first, so that the order in which items were found decides nothing.
  for (const item of found.items.toSorted((a, b) => numberOf(a) - numberOf(b))) {
    const fit = fitItem(speaker, item);
    if ('impossible' in fit) impossible.push(fit.impossible);
    else weighed.push({ item, ...fit });
  }
  if (weighed.length === 0) return none(explainNone(speaker, impossible));
  weighed.sort((a, b) => b.weight - a.weight);
  const others = NOT_THERE[kind] + (found.complete ? 0 : NOT_LOOKED_AT);
  const all = weighed.reduce((sum, { weight }) => sum + weight, others);
  const links = weighed.map(({ item, weight, reasons }) => toLink(item, weight / all, reasons));
  if (links[0]!.confidence >= LEAST_CONFIDENCE) return links[0]!;
  const offered = links.filter(({ confidence }) => confidence >= LEAST_OFFERED).slice(0, MOST_OFFERED);
  return none(explain(weighed, found), offered);
}

const toLink = (
  { id, label, description, checkedAt }: WikidataItem,
  share: number,
  reasons: readonly string[],
): WikidataLink => ({
  item: id,
  label,
  description,
  confidence: Math.min(MOST_CONFIDENCE, Math.round(share * 1000) / 1000),
  reasons,
  checkedAt,
});
