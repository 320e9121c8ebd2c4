import type { Change, ChangeKind } from '../../model.ts';
import type { Page } from '../paging.ts';
import type { RecordedArticle } from '../recorded.ts';
import type { RecordedStatement } from '../statements/types.ts';

/** Articles on the same event. */
export interface RecordedStory {
  /** Its address, for good. */
  readonly key: string;
  /** The article that stands for it; its title is the story's. */
  readonly lead: RecordedArticle;
  /** How many articles it has, in their newest revisions. */
  readonly articles: number;
  /** How many outlets these are of; articles without one are of none. */
  readonly outlets: number;
  /** When the first and the last of them were published, written as `Article.published` is; null where none has a date. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface RecordedStoryPage {
  readonly story: RecordedStory;
  /** In the order in which they were published, those without a date last; at most 500. */
  readonly articles: readonly RecordedArticle[];
}

/** What the outlets of a story report, beside each other. */
export interface RecordedStoryStatements {
  readonly story: RecordedStory;
  /** The columns: those that report most first, articles without an outlet last; at most 100. */
  readonly outlets: Page<StoryOutlet>;
  /** The statements that several outlets report, those of most outlets first, then the earliest. */
  readonly statements: Page<StoryStatement>;
  /** Those that one outlet alone has, the earliest first. */
  readonly alone: Page<StoryStatement>;
}

/** What one outlet reports of a story. */
export interface StoryOutlet {
  readonly outlet: string | null;
  readonly articles: number;
  /** Statements, */
  readonly statements: number;
  /** and of them those that no other outlet of the story has, */
  readonly alone: number;
  /** and those whose words it altered. */
  readonly altered: number;
}

/** One statement of a story. */
export interface StoryStatement {
  readonly statement: RecordedStatement;
  /** How many outlets of the story report it, those without a name not counted. */
  readonly outlets: number;
  /** For each of the columns what it makes of the statement; null where it does not report it. */
  readonly cells: readonly (StoryCell | null)[];
}

/** How an outlet reports a statement. */
export interface StoryCell {
  /** The key of its occurrence; of several the one whose words changed most, then the earliest. */
  readonly attribution: string;
  /** Against the statement's earliest occurrence, wherever that is; null for that itself. */
  readonly change: Change | null;
  /** Each kind once, the gravest first. */
  readonly kinds: readonly ChangeKind[];
  /** How many occurrences the outlet has of it in this story. */
  readonly occurrences: number;
}
