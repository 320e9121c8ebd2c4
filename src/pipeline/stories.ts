import { isRefusal } from '../capture/index.ts';
import type { Capture, Grouper, Refusal } from '../model.ts';
import { type Background, createGrouper, Stories } from '../stories/index.ts';
import { readCommonWords } from './models.ts';

/** A story of a batch of articles. */
export interface GroupedStory {
  /** Its articles, by their ids, in the order of the input. */
  readonly articles: readonly string[];
  /** The article that stands for it, by its id, and that article's title. */
  readonly lead: string;
  readonly title: string | null;
}

/** So often all articles are looked at again at most, once all are there. */
const MOST_ROUNDS = 3;

let grouper: Grouper | null = null;

/**
 * What groups articles, with the common words that come with Onrecord; read at the first call.
 * @throws Error, in words for people, when the model is missing or damaged.
 */
export function ownGrouper(): Grouper {
  grouper ??= createGrouper(readCommonWords() as Background);
  return grouper;
}

/**
 * Groups articles that are all at hand by the event they are on. The order in which they come makes no difference, save
 * to the order of what is given.
 *
 * @param refused is told what gave no article, as it comes.
 * @returns the stories, in the order of their first articles.
 */
export async function groupIntoStories(
  captures: AsyncIterable<Capture | Refusal>,
  refused: (refusal: Refusal) => void,
): Promise<GroupedStory[]> {
  const stories = new Stories(ownGrouper());
  const articles: Pick<Capture['article'], 'id' | 'title' | 'text' | 'published'>[] = [];
  for await (const item of captures) {
    if (isRefusal(item)) {
      refused(item);
      continue;
    }
    const { id, title, text, published } = item.article;
    articles.push({ id, title, text, published });
    stories.count(item.article);
  }
  const places = [...articles.keys()].sort((a, b) => inTime(articles[a]!, articles[b]!) || a - b);
  for (const place of places) stories.add(articles[place]!);
  for (let round = 0; round < MOST_ROUNDS && stories.settle(); round++);
  return stories
    .all()
    .map(({ articles: members, lead }) => ({
      places: members.map((at) => places[at]!),
      lead: articles[places[lead]!]!,
    }))
    .map(({ places: members, lead }) => ({ members: members.sort((a, b) => a - b), lead }))
    .sort((a, b) => a.members[0]! - b.members[0]!)
    .map(({ members, lead }) => ({
      articles: members.map((at) => articles[at]!.id),
      lead: lead.id,
      title: lead.title,
    }));
}

type Dated = Pick<Capture['article'], 'id' | 'text' | 'published'>;

/** By when they were published, and where that is the same by what they are, so that it is the same for any input order. */
function inTime(a: Dated, b: Dated): number {
  return compare(a.published ?? '', b.published ?? '') || compare(a.id, b.id) || compare(a.text, b.text);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
