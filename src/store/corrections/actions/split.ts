import type { Connection } from '../../connection.ts';
import { foldName } from '../../fold.ts';
import { sha256 } from '../../keys.ts';
import { referToArticle, referToAttribution, referToSpeaker } from '../refs.ts';
import type { ArticleRef, AttributionRef, MadeSpeaker, SpeakerRef, SplitOff } from '../types.ts';
import { type Action, type Applying, nameFrom, type RequestOf } from './action.ts';
import { attributionsOf, moveTo, speakerFor, standFor } from './moving.ts';

interface Payload {
  readonly from: SpeakerRef;
  readonly to: MadeSpeaker;
  readonly of: SplitOff<AttributionRef, ArticleRef>;
}

type Held = ReturnType<typeof attributionsOf>;

/** Whether an attribution is one in which the article spells its speaker so. */
const spelt =
  (spelling: string) =>
  ({ found_name, reassigned }: Held[number]): boolean =>
    reassigned === 0 && found_name !== null && foldName(found_name) === foldName(spelling);

/** The rows that a request takes from the speaker. @throws when it takes none of them, or all */
function prepareOf(
  connection: Connection,
  held: Held,
  { name, key }: SpeakerRef,
  of: SplitOff<string, string>,
): SplitOff<AttributionRef, ArticleRef> {
  const taken = new Set<number>();
  const take = (rows: Held, what: string): void => {
    if (rows.length === 0) throw new Error(`${what} is not by ${name} (${key})`);
    for (const { id } of rows) taken.add(id);
  };
  const refs = ((): SplitOff<AttributionRef, ArticleRef> => {
    if ('attributions' in of) {
      const attributions = of.attributions.map((each) => {
        const { row, ...ref } = referToAttribution(connection, each);
        take(
          held.filter(({ id }) => id === row),
          `the attribution ${each}`,
        );
        return ref;
      });
      return { attributions };
    }
    if ('articles' in of) {
      const articles = of.articles.map((each) => {
        const { row, ...ref } = referToArticle(connection, each);
        take(
          held.filter(({ article_id }) => article_id === row),
          `any statement of the article ${each}`,
        );
        return ref;
      });
      return { articles };
    }
    take(held.filter(spelt(of.spelling)), `any statement with the spelling “${of.spelling}”`);
    return { spelling: nameFrom(of.spelling) };
  })();
  if (taken.size === 0) throw new Error('a split must name the statements that it takes');
  const counted = held.filter(({ superseded }) => superseded === 0);
  if ((counted.length > 0 ? counted : held).every(({ id }) => taken.has(id))) {
    throw new Error(`that takes all statements of ${name} (${key}): to give the speaker another name, rename it`);
  }
  return refs;
}

/** The rows that a correction takes now, and how many of those it names are not there. */
function rowsOf(
  { connection, find }: Applying,
  from: number | null,
  of: Payload['of'],
): { rows: number[]; gone: number } {
  if ('attributions' in of) {
    const rows = of.attributions.map((ref) => find.attributions(ref));
    return { rows: [...new Set(rows.flat())], gone: rows.filter(({ length }) => length === 0).length };
  }
  const held = from === null ? [] : attributionsOf(connection, from);
  if ('spelling' in of) return { rows: held.filter(spelt(of.spelling)).map(({ id }) => id), gone: 0 };
  const articles = of.articles.map((ref) => find.revisions(ref));
  const rows = held.filter(({ article_id }) => articles.flat().includes(article_id)).map(({ id }) => id);
  return { rows, gone: articles.filter(({ length }) => length === 0).length };
}

/** Some of a speaker's statements are somebody else's. */
export const split: Action<RequestOf<'split'>, Payload> = {
  prepare(connection, request, number) {
    const { row, ...from } = referToSpeaker(connection, request.speaker);
    const name = nameFrom(request.name);
    const of = prepareOf(connection, attributionsOf(connection, row), from, request.of);
    // Not made from the name alone: father and son of one name are two speakers.
    const digest = sha256(JSON.stringify(['split', number, from.digest, name]));
    return { from, to: { digest, name, kind: from.kind }, of };
  },
  apply(applying, { from: ref, to, of }) {
    // Attributions named one by one are whose they are said to be, whoever has them now.
    const from = applying.find.speaker(ref);
    if (from === null && !('attributions' in of)) return `there is no speaker ${ref.name} (${ref.key})`;
    const { rows, gone } = rowsOf(applying, from, of);
    if (rows.length > 0 || 'spelling' in of) {
      const speaker = speakerFor(applying, to, true);
      moveTo(applying, speaker, rows);
      if ('spelling' in of) standFor(applying, from!, { spelling: foldName(of.spelling), to: speaker });
    } else if (gone === 0) {
      return `${ref.name} (${ref.key}) has none of these statements`;
    }
    return gone === 0 ? null : `${gone} of what it names ${gone === 1 ? 'is' : 'are'} not in the record`;
  },
  describe({ from, to, of }) {
    const what =
      'spelling' in of
        ? `“${of.spelling}”`
        : 'articles' in of
          ? `its statements in ${of.articles.map(({ key }) => key).join(', ')}`
          : `its statements ${of.attributions.map(({ key }) => key).join(', ')}`;
    return `${from.name} (${from.key}) loses ${what} to ${to.name}`;
  },
};
