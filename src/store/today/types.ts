import type { Page } from '../paging.ts';
import type { RecordedCollision, RecordedPassage } from '../positions/types.ts';
import type { RecordedRefusal, RecordedSpeaker } from '../recorded.ts';
import type { ListedStatement } from '../statements/types.ts';
import type { RecordedStory } from '../stories/types.ts';
import type { Part } from '../watch/types.ts';

/** An outlet of which something that is watched does not come in. */
export interface FailingOutlet {
  readonly outlet: string;
  readonly part: Part;
  /** ISO 8601 date and time, UTC: of the first of the attempts that failed. */
  readonly since: string;
  readonly attempts: number;
  readonly reason: string;
}

/** What is new in a record, a few of each: what a reader sees first. */
export interface RecordedToday {
  readonly counts: {
    readonly articles: number;
    readonly attributions: number;
    readonly speakers: number;
    readonly refusals: number;
  };
  /** Of several articles, those with the latest article first. */
  readonly stories: Page<RecordedStory>;
  /** Statements whose words were changed gravely, those that came in last first. */
  readonly changed: readonly ListedStatement[];
  /** Accounts that cannot both hold, those that came in last first: each pair of statements once for each kind. */
  readonly collisions: readonly Omit<RecordedCollision, 'pairs'>[];
  /** Positions of those who took a side last, those that came in last first: what tells whether they changed. */
  readonly sides: readonly RecordedPassage[];
  /** Those most quoted. */
  readonly speakers: readonly RecordedSpeaker[];
  /** The latest. */
  readonly refusals: readonly RecordedRefusal[];
  /** Those that fail since last first. */
  readonly failing: Page<FailingOutlet>;
}
