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

/** What an item takes over from its feed where it does not say it. */
export interface Inherited {
  readonly language: string | null;
  readonly authors: readonly string[];
}

/** The first date that is certain; says so when there are dates and none is. */
function certainDate(
  values: readonly string[],
  order: DayOrder | null,
  name: string,
  problems: Problems,
): string | null {
  for (const value of values) {
    const date = readDate(value, order);
    if (date) return date;
  }
  const given = values.find((value) => value.trim());
  if (given) problems.say(`${name} has a date that is not certain: ${shown(given)}`);
  return null;
}

/** Finishes the items of one feed. An item that says nothing at all is left out. */
export function finishItems(drafts: readonly Draft[], inherited: Inherited, problems: Problems): FeedItem[] {
  const order = orderIn(drafts);
  return drafts.flatMap((draft, at) => {
    if (!draft.url && !draft.title && !draft.summary && !draft.content) {
      problems.say(`item ${at + 1} is empty and is left out`);
      return [];
    }
    const name = `item ${at + 1}${draft.title ? ` (${shown(draft.title)})` : ''}`;
    if (!draft.url) problems.say(`${name} has no address`);
    return {
      ...draft,
      canonical: draft.url && canonicalUrl(draft.url),
      summary: bounded(draft.summary),
      content: bounded(draft.content),
      published: certainDate(draft.published, order, name, problems),
      updated: certainDate(draft.updated, order, name, problems),
      authors: draft.authors.length ? draft.authors : inherited.authors,
      language: draft.language ?? inherited.language,
    };
  });
}
