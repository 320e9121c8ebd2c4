import type { Credit } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import type { ArticleCreditTable } from './schema.ts';

const insertCredit = prepared((v: Pick<ArticleCreditTable, keyof ArticleCreditTable>) =>
  build.insertInto('article_credit').values({
    article_id: v.article_id,
    position: v.position,
    outlet: v.outlet,
    name: v.name,
    outlet_key: v.outlet_key,
    kind: v.kind,
    start: v.start,
    end: v.end,
    whole: v.whole,
    attribution: v.attribution,
  }),
);
const creditsOf = prepared((v: { id: number }) =>
  build
    .selectFrom('article_credit')
    .select(['outlet', 'name', 'kind', 'start', 'end', 'whole', 'attribution'])
    .where('article_id', '=', v.id)
    .orderBy('position'),
);

/** Keeps whom an article credits. */
export function keepCredits(connection: Connection, article: number, credits: readonly Credit[]): void {
  credits.forEach(({ outlet, name, kind, span, whole, attribution }, position) => {
    connection.run(insertCredit, {
      article_id: article,
      position,
      outlet,
      name,
      outlet_key: connection.sourcing.outletKeyOf(name ?? outlet),
      kind,
      start: span?.[0] ?? null,
      end: span?.[1] ?? null,
      whole: Number(whole),
      attribution,
    });
  });
}

/** Whom an article credits, by its row's id. */
export function readCredits(connection: Connection, article: number): Credit[] {
  return connection.all(creditsOf, { id: article }).map(({ start, end, whole, ...credit }) => ({
    ...credit,
    span: start === null || end === null ? null : [start, end],
    whole: whole === 1,
  }));
}
