/** The last step for items of every format: dates, canonical addresses, and what an item takes over from its feed. */
import { canonicalUrl } from './canonical.ts';
import { type DayOrder, dayOrder, readDate } from './dates.ts';
import { type Problems, shown } from './problems.ts';
import { type FeedItem, LIMITS } from './types.ts';

/** An item with its dates as written, the best first. */
export type Draft = Omit<FeedItem, 'canonical' | 'published' | 'updated'> & {
  readonly published: readonly string[];
  readonly updated: readonly string[];
};

/** The order of day and month that the dates of a feed prove, unless they contradict each other. */
function orderIn(drafts: readonly Draft[]): DayOrder | null {
  const proved = new Set<DayOrder>();
  for (const { published, updated } of drafts) {
    for (const date of [...published, ...updated]) {
      const order = dayOrder(date);
      if (order) proved.add(order);
    }
  }
  return proved.size === 1 ? [...proved][0]! : null;
}

const bounded = (html: string | null): string | null => html?.slice(0, LIMITS.content) ?? null;

/**
 * Finishes the items of one feed. An item that says nothing at all is left out.
 *
 * @param inherited what holds where an item does not say it
 */
export function finishItems(
  drafts: readonly Draft[],
  inherited: { readonly language: string | null; readonly authors: readonly string[] },
  problems: Problems,
): FeedItem[] {
  const order = orderIn(drafts);
  const finished: FeedItem[] = [];
  for (const [at, draft] of drafts.entries()) {
    const name = `item ${at + 1}${draft.title ? ` (${shown(draft.title)})` : ''}`;
    const date = (values: readonly string[]): string | null => {
      for (const value of values) {
        const read = readDate(value, order);
        if (read) return read;
      }
      const given = values.find((value) => value.trim());
      if (given) problems.say(`${name} has a date that is not certain: ${shown(given)}`);
      return null;
    };
    if (!draft.url && !draft.title && !draft.summary && !draft.content) {
      problems.say(`item ${at + 1} is empty and is left out`);
      continue;
    }
    if (!draft.url) problems.say(`${name} has no address`);
    finished.push({
      ...draft,
      canonical: draft.url && canonicalUrl(draft.url),
      summary: bounded(draft.summary),
      content: bounded(draft.content),
      published: date(draft.published),
      updated: date(draft.updated),
      authors: draft.authors.length ? draft.authors : inherited.authors,
      language: draft.language ?? inherited.language,
    });
  }
  return finished;
}
