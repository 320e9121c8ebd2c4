import type { Span, Stance } from '../../../model.ts';
import { type Connection, prepared } from '../../connection.ts';
import { readSpans, readText } from '../../passages.ts';
import { readFoundPosition, readStance } from '../../positions/keep.ts';
import { build } from '../../schema.ts';
import { referToAttribution } from '../refs.ts';
import type { AttributionRef } from '../types.ts';
import { type Action, nameFrom, type RequestOf } from './action.ts';

interface Payload {
  readonly attribution: AttributionRef;
  readonly stance: Stance;
  /** Where the condition stands, and its words to find it by again; null: it hangs on none. */
  readonly condition: { readonly span: Span; readonly words: string } | null;
}

const STANCES: readonly Stance[] = ['accepts', 'rejects', 'demands', 'offers', 'denies', 'states'];
/** A condition is looked for so far before and after an attribution. */
const FARTHEST = 1_500;

const articleOf = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select('article_id as article').where('id', '=', v.id),
);
const say = prepared(
  (v: { id: number; correction: number; stance: Stance; start: number | null; end: number | null }) =>
    build
      .insertInto('position_said')
      .values({
        attribution_id: v.id,
        correction_id: v.correction,
        stance: v.stance,
        condition_start: v.start,
        condition_end: v.end,
      })
      .onConflict((on) =>
        on.doUpdateSet({
          correction_id: v.correction,
          stance: v.stance,
          condition_start: v.start,
          condition_end: v.end,
        }),
      ),
);

const textOf = (connection: Connection, id: number): string =>
  readText(connection, connection.first(articleOf, { id })!.article);

/** Where words stand in the text of an attribution (by its row): of several places the one nearest to its content; or null. */
function placeOf(connection: Connection, id: number, words: string): Span | null {
  const text = textOf(connection, id);
  const { content } = readSpans(connection, id);
  const first = content[0]?.[0] ?? 0;
  const last = content.at(-1)?.[1] ?? first;
  const from = Math.max(0, first - FARTHEST);
  const around = text.slice(from, last + FARTHEST);
  let best: Span | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = around.indexOf(words); at >= 0; at = around.indexOf(words, at + 1)) {
    const span: Span = [from + at, from + at + words.length];
    const away = Math.max(0, first - span[1], span[0] - last);
    if (away < nearest) [best, nearest] = [span, away];
  }
  return best;
}

/** What a request says of the condition. @throws for people when its words do not stand there */
function conditionFrom(connection: Connection, row: number, key: string, asked: string | null): Payload['condition'] {
  if (asked === null) return null;
  const words = asked.trim();
  nameFrom(words, 'a condition');
  const span = placeOf(connection, row, words);
  if (!span) throw new Error(`“${words}” does not stand in the article near ${key}: give the very words`);
  return { span, words };
}

/** What is held of the condition now, so that a correction says all that will hold. */
function conditionHeld(connection: Connection, row: number, condition: Span | null): Payload['condition'] {
  return condition && { span: condition, words: textOf(connection, row).slice(...condition) };
}

/** The stance of a position is another, or its condition. */
export const stance: Action<RequestOf<'stance'>, Payload> = {
  prepare(connection, request) {
    const { row, ...attribution } = referToAttribution(connection, request.attribution);
    if (!STANCES.includes(request.stance)) throw new Error(`a stance is one of ${STANCES.join(', ')}`);
    const held = readStance(connection, row);
    if (held.stance === null) {
      throw new Error(`${attribution.key} was added before stances were kept: onrecord rebuild finds them`);
    }
    const condition =
      request.condition === undefined
        ? conditionHeld(connection, row, held.condition)
        : conditionFrom(connection, row, attribution.key, request.condition);
    if (request.stance === held.stance && String(condition?.span ?? '') === String(held.condition ?? '')) {
      throw new Error(`${attribution.key} has that stance and condition already`);
    }
    return { attribution, stance: request.stance, condition };
  },
  apply({ connection, number, find, changes }, payload) {
    const { attribution, condition } = payload;
    const rows = find.attributions(attribution).filter((id) => readFoundPosition(connection, id) !== null);
    if (rows.length === 0) return `there is no position at the place of ${attribution.key}`;
    let missed = 0;
    for (const id of rows) {
      const isThere = condition && textOf(connection, id).slice(...condition.span) === condition.words;
      const span = condition && (isThere ? condition.span : placeOf(connection, id, condition.words));
      if (condition && !span) {
        missed++;
        continue;
      }
      changes.byCorrection(number, id);
      const [start, end] = span ?? [null, null];
      connection.run(say, { id, correction: number, stance: payload.stance, start, end });
    }
    return missed === 0
      ? null
      : `the words of its condition do not stand in ${missed === 1 ? 'a revision' : 'revisions'}`;
  },
  describe: ({ attribution, stance: given, condition }) =>
    `${attribution.key} ${given}${condition ? `, “${condition.words}”` : ', on no condition'}: ${attribution.words}`,
};
