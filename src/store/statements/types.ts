import type { Change, ChangeKind } from '../../model.ts';
import type { CorrectionMark } from '../corrections/types.ts';
import type { Page, Paging } from '../paging.ts';
import type { RecordedAttribution } from '../recorded.ts';

/** One utterance, however many articles report it. Only what counts is of it: not old revisions, nor what is marked as no statement. */
export interface RecordedStatement {
  /** Permanent address in the record: 12 hexadecimal digits made from its first occurrence, the same in every rebuild. */
  readonly key: string;
  /** By the date of its article; where several have that, or none has a date, the first that came in. */
  readonly earliest: RecordedAttribution;
  readonly occurrences: number;
  /** Kinds of change that its words went through, each once, the gravest first. */
  readonly kinds: readonly ChangeKind[];
}

/** An occurrence of a statement. */
export interface RecordedOccurrence {
  readonly attribution: RecordedAttribution;
  /** What became of the words of the earliest occurrence; null for that itself. */
  readonly change: Change | null;
  /** Each kind once, the gravest first. */
  readonly kinds: readonly ChangeKind[];
  /** Why it was found to be an occurrence of this; null for the first that was found. */
  readonly joined: RecordedJoin | null;
}

/** Why an occurrence was found to be the same utterance as others. */
export interface RecordedJoin {
  /** The key of the occurrence that shows it. */
  readonly to: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** In words for people. */
  readonly reason: string;
}

/** A statement that an occurrence showed to be one with another. */
export interface RecordedMerge extends Omit<RecordedJoin, 'to'> {
  /** Its key, which leads to the other one. */
  readonly key: string;
  /** The key of the occurrence that showed it. */
  readonly by: string;
}

/** One statement with its occurrences. */
export interface RecordedStatementPage {
  readonly statement: RecordedStatement;
  /** In time, as `earliest` of the statement has it. */
  readonly occurrences: Page<RecordedOccurrence>;
  /** Statements that were found to be this one. */
  readonly merged: readonly RecordedMerge[];
  /** Corrections that moved occurrences from it or to it. */
  readonly corrections: readonly CorrectionMark[];
}

/** A statement as lists have it. */
export interface ListedStatement extends RecordedStatement {
  /** Of the occurrences whose words were changed the earliest one with the gravest change; null when none was. */
  readonly gravest: RecordedOccurrence | null;
}

/** That a statement of an article is also in other articles. */
export interface ReportedElsewhere {
  /** The key of the attribution. */
  readonly attribution: string;
  /** The key of the statement that it is an occurrence of. */
  readonly statement: string;
  /** Of the statement, those in this article included. */
  readonly occurrences: number;
  /** How many outlets have it in other articles, this article's own among them; an article without one counts as one. */
  readonly outlets: number;
  /** How many of these have its words otherwise than the earliest occurrence. */
  readonly altering: number;
  /** What they changed: each kind once, the gravest first. */
  readonly kinds: readonly ChangeKind[];
  /** What is changed here: as `kinds` of the occurrence. */
  readonly ownKinds: readonly ChangeKind[];
}

/** Which statements are asked for. */
export interface StatementQuery extends Paging {
  /** Only those whose words somebody changed, those with the gravest change first. */
  readonly altered?: boolean | undefined;
  /** The key of a speaker to whom an occurrence is attributed. */
  readonly speaker?: string | undefined;
  /** An outlet that has an occurrence; of altered ones, one that is changed. */
  readonly outlet?: string | undefined;
  /** A kind of change that an occurrence went through. */
  readonly kind?: ChangeKind | undefined;
  /** Words of an occurrence, read as `search` reads them: the best match first. */
  readonly words?: string | undefined;
}
