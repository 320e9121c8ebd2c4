import type { Speaker, SpeakerKind } from '../model.ts';
import type { TokenRange } from '../text/index.ts';
import type { Entity } from './entities.ts';
import { PERSONAL_ORGANIZATIONS } from './lexicon/organizations.ts';
import type { Phrase } from './nouns.ts';
import { type Reading, textOf } from './reading.ts';
import type { Referents } from './referents.ts';
import { roleOf, type Standing } from './roles.ts';
import { kindOfWords } from './sources.ts';

/** The fullest name of an entity as the article writes it; "The" stays where it is part of the name ("The Hague Post" in mid-sentence). */
export function nameOfEntity(reading: Reading, { full: [first, end], kind }: Entity): string {
  const { tokens } = reading.document;
  const before = tokens[first - 1];
  const opens = first - 1 < 0 || reading.sentenceOf[first - 2] !== reading.sentenceOf[first - 1];
  const article = kind === 'organization' && before?.form === 'The' && !opens;
  return textOf(reading.document, [article ? first - 1 : first, end]);
}

const SPEAKER_KIND: Readonly<Record<Entity['kind'], SpeakerKind>> = { person: 'person', organization: 'organization', place: 'organization', people: 'group' };

export function speakerOfEntity(reading: Reading, entity: Entity, standing: Standing | undefined | null): Speaker {
  if (entity.members.length) return { name: entity.members.map((member) => nameOfEntity(reading, member)).join('; '), kind: 'group', role: null };
  return {
    name: nameOfEntity(reading, entity),
    kind: SPEAKER_KIND[entity.kind],
    role: entity.kind === 'person' ? roleOf(reading, standing ?? undefined) : null,
  };
}

/** Where a source's own words end for a reader: before ", who …", a bracket or a clause in dashes. */
function wordsEnd(reading: Reading, [first, end]: TokenRange): number {
  const { tokens } = reading.document;
  for (let i = first + 1; i < end; i++) {
    const { form } = tokens[i]!;
    if (form === '(' || form === '—' || form === '–') return i;
    if (form === ',' && (/^(?:who|which|whose|whom|including|along|like|with|led|is)$/.test(reading.folded[i + 1] ?? '') || i === end - 1)) return i;
  }
  return end;
}

/** A word of a phrase put into other words: whose it is. */
export interface Owner {
  /** The tokens replaced: "her", "Clinton's". */
  readonly range: TokenRange;
  /** The owner's full name. */
  readonly name: string;
}

/** The words used for a speaker without a name, with pronouns and surnames of owners written out. */
export function wordsOf(reading: Reading, range: TokenRange, owners: readonly Owner[]): string {
  const end = wordsEnd(reading, range);
  const { text, tokens } = reading.document;
  let words = '';
  let at = tokens[range[0]]!.start;
  for (const owner of owners) {
    if (owner.range[0] < range[0] || owner.range[1] > end) continue;
    words += text.slice(at, tokens[owner.range[0]]!.start) + owner.name;
    at = tokens[owner.range[1] - 1]!.end;
  }
  words += text.slice(at, tokens[end - 1]!.end);
  return words.replace(/\s+/g, ' ').trim();
}

/** The kind as which a phrase's referent speaks. */
export function kindOfPhrase(reading: Reading, phrase: Phrase | null, range: TokenRange): SpeakerKind {
  const kind = phrase && phrase.kind !== 'thing' ? phrase.kind : kindOfWords(reading, range);
  return kind === 'person' ? 'unnamed' : kind;
}

/** "her campaign", "the Clinton campaign", "Clinton's campaign": the owner's organization by the owner's full name. */
export function personalOrganization(reading: Reading, phrase: Phrase, owner: string): string | null {
  const head = reading.folded[phrase.head]!;
  return PERSONAL_ORGANIZATIONS.has(head) ? `${owner} ${head === 'camp' ? 'campaign' : head}` : null;
}

/** Named owners inside a phrase: the possessives and the surnames before its head. */
export function namedOwners(reading: Reading, referents: Referents, [first, end]: TokenRange): Owner[] {
  const owners: Owner[] = [];
  for (let i = first; i < end; i++) {
    const place = referents.placeAt[i];
    if (place?.first !== i || place.referent.entity?.kind !== 'person') continue;
    const title = place.referent.entity.mentions.find((mention) => mention.first === i)?.title;
    owners.push({ range: [Math.max(first, title?.[0] ?? i), Math.min(place.end, end)], name: nameOfEntity(reading, place.referent.entity) });
  }
  return owners;
}
