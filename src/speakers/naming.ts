import type { Speaker, SpeakerKind, SpeakerMember } from '../model.ts';
import type { TokenRange } from '../text/index.ts';
import { courtesyGender } from './bearers.ts';
import type { Entity } from './entities.ts';
import { PERSONAL_ORGANIZATIONS } from './lexicon/organizations.ts';
import type { Phrase } from './nouns.ts';
import { type Reading, spanOf, textOf } from './reading.ts';
import type { Referents } from './referent.ts';
import { roleOf } from './roles.ts';
import { kindOfWords } from './sources.ts';

const SPEAKER_KIND: Readonly<Record<Entity['kind'], SpeakerKind>> = {
  person: 'person',
  organization: 'organization',
  place: 'organization',
  people: 'group',
};

/** A word of a phrase that is put into other words: whose it is. */
export interface Owner {
  /** The tokens replaced: "her", "Carvalho". */
  readonly range: TokenRange;
  /** The owner's full name. */
  readonly name: string;
  readonly entity: Entity | null;
  /** The owner stands as a pronoun: "her aides" needs "Ines Carvalho’s" in its place. */
  readonly pronoun: boolean;
}

/** One speaker without a role. */
export function speakerCalled(name: string, kind: SpeakerKind): Speaker {
  return { name, kind, role: null, roleSpan: null, members: null };
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Gives speakers the names under which the article knows them. */
export class Namer {
  readonly #reading: Reading;
  readonly #referents: Referents;
  readonly #speakers = new Map<Entity, Speaker>();

  constructor(reading: Reading, referents: Referents) {
    this.#reading = reading;
    this.#referents = referents;
  }

  /** The fullest name of an entity as the article writes it; "The" stays where it is part of the name, as its capital in mid-sentence tells. */
  nameOf({ full: [first, end], kind }: Entity): string {
    const { document, sentenceOf } = this.#reading;
    const opens = first < 2 || sentenceOf[first - 2] !== sentenceOf[first - 1];
    const article = kind === 'organization' && document.tokens[first - 1]?.form === 'The' && !opens;
    return textOf(document, [article ? first - 1 : first, end]);
  }

  /** A named person, organization, place or family. */
  entity(entity: Entity): Speaker {
    let speaker = this.#speakers.get(entity);
    if (!speaker) {
      speaker = entity.members.length ? this.together(entity.members) : this.#named(entity);
      this.#speakers.set(entity, speaker);
    }
    return speaker;
  }

  #named(entity: Entity): Speaker {
    const standing = this.#referents.ofEntity.get(entity)?.standing;
    const role = entity.kind === 'person' ? roleOf(this.#reading, standing) : null;
    const courtesy = this.#courtesyOf(entity);
    return {
      name: this.nameOf(entity),
      kind: SPEAKER_KIND[entity.kind],
      role: role && oneLine(textOf(this.#reading.document, role)),
      ...(courtesy && { courtesy }),
      roleSpan: role && spanOf(this.#reading.document, role),
      members: null,
    };
  }

  /** The title that tells a woman or a man, of a person whom the article gives by one name alone. */
  #courtesyOf({ kind, words, mentions }: Entity): string | null {
    if (kind !== 'person' || words.length > 1) return null;
    const told = mentions.find(({ title }) => courtesyGender(this.#reading, title));
    return told?.title ? textOf(this.#reading.document, [told.title[1] - 1, told.title[1]]) : null;
  }

  /** Several named ones who speak together; one who is named twice, in full and by less, is one. */
  together(entities: readonly Entity[]): Speaker {
    const all = [...new Set(entities)];
    if (all.length === 1) return this.entity(all[0]!);
    return this.joined(
      all.map((entity) => this.nameOf(entity)).join('; '),
      'group',
      all.map((entity) => this.entity(entity)),
    );
  }

  /** Several who speak together, by a name for them all. Families among them count as their members. */
  joined(name: string, kind: SpeakerKind, speakers: readonly Speaker[]): Speaker {
    const members = speakers.flatMap(
      (speaker): readonly SpeakerMember[] =>
        speaker.members ?? [{ name: speaker.name, kind: speaker.kind, role: speaker.role }],
    );
    return { ...speakerCalled(name, kind), members };
  }

  /** Someone without a name, by the words used: owners written out, relative clauses and brackets left out. */
  described(phrase: Phrase | null, range: TokenRange, owners: readonly Owner[]): Speaker {
    const known = phrase && phrase.kind !== 'thing' ? phrase.kind : kindOfWords(this.#reading, range);
    return speakerCalled(this.#words(range, owners), known === 'person' ? 'unnamed' : known);
  }

  /**
   * "her campaign", "the Carvalho campaign", "Carvalho's campaign": the owner's organization by the owner's full name and
   * the fullest words that the article gives it ("Ines Carvalho presidential campaign"); null for other phrases.
   */
  ownOrganization(phrase: Phrase, owner: Owner): Speaker | null {
    const head = this.#reading.folded[phrase.head]!;
    if (!PERSONAL_ORGANIZATIONS.has(head)) return null;
    const middle = owner.entity ? this.#describing(owner.entity, head) : '';
    return speakerCalled(`${owner.name} ${middle}${head === 'camp' ? 'campaign' : head}`, 'organization');
  }

  /** The longest words between an owner and the head of the owner's organization: "presidential ". */
  #describing(owner: Entity, head: string): string {
    const places = this.#referents.ownedBy.get(`${owner.id} ${head}`)?.places ?? [];
    let best = '';
    for (const { first, end } of places) {
      let at = end - 1;
      while (at > first && this.#reading.document.tokens[at - 1]!.pos === 'ADJ') at--;
      const words = textOf(this.#reading.document, [at, end - 1]);
      if (words.length > best.length) best = words;
    }
    return best ? `${best} ` : '';
  }

  /** The persons named within a phrase, with their titles. */
  ownersWithin([first, end]: TokenRange): Owner[] {
    const owners: Owner[] = [];
    for (let i = first; i < end; i++) {
      const place = this.#referents.placeAt[i];
      const entity = place?.referent.entity;
      if (place?.first !== i || entity?.kind !== 'person') continue;
      owners.push({
        range: [Math.max(first, place.titled), Math.min(place.end, end)],
        name: this.nameOf(entity),
        entity,
        pronoun: false,
      });
    }
    return owners;
  }

  /** Where a source's own words end for a reader: before ", who …", a bracket or a clause in dashes. */
  #wordsEnd([first, end]: TokenRange): number {
    const { folded, document } = this.#reading;
    for (let i = first + 1; i < end; i++) {
      const { form } = document.tokens[i]!;
      if (/^[(—–]$/.test(form)) return i;
      if (
        form === ',' &&
        (i === end - 1 || /^(?:who|which|whose|whom|including|along|like|with|is)$/.test(folded[i + 1]!))
      )
        return i;
    }
    return end;
  }

  #words(range: TokenRange, owners: readonly Owner[]): string {
    const end = this.#wordsEnd(range);
    const { text, tokens } = this.#reading.document;
    let words = '';
    let at = tokens[range[0]]!.start;
    for (const owner of owners) {
      if (owner.range[0] < range[0] || owner.range[1] > end) continue;
      words += text.slice(at, tokens[owner.range[0]]!.start) + owner.name + (owner.pronoun ? '’s' : '');
      at = tokens[owner.range[1] - 1]!.end;
    }
    words += text.slice(at, tokens[end - 1]!.end);
    return oneLine(words);
  }
}
