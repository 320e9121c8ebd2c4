import type { Snapshot } from '../../model.ts';

/** Whether the bytes of a capture are kept though its words are in the record already. Default: no. */
export interface KeepOptions {
  readonly bytes?: boolean | undefined;
}

/** What tells one capture from others. */
export type CaptureOrigin = Pick<Snapshot, 'sha256' | 'location' | 'capturedAt'>;

/** A later capture of an article, with the same words. */
export interface RepeatedCapture {
  /** The first capture of the article, by which it is found in another record. */
  readonly of: CaptureOrigin;
  readonly capture: Omit<Snapshot, 'bytes'>;
  /** Null where they were not kept. */
  readonly bytes: Uint8Array | null;
}

/** A capture as the record keeps it. */
export interface RecordedCapture extends Omit<Snapshot, 'bytes'> {
  /** Whether the record holds its bytes. */
  readonly kept: boolean;
}

/** A stretch of two texts: what both have, what only the one before has, or what only the one after has. */
export interface WordChange {
  readonly change: 'same' | 'removed' | 'added';
  readonly words: string;
}

/** A statement that stands in two revisions with a difference. */
export interface ChangedStatement<Statement> {
  readonly before: Statement;
  readonly after: Statement;
  /** What differs: its words, who is given as its speaker, whether it is direct, indirect or mixed. */
  readonly differs: readonly ('words' | 'speaker' | 'type')[];
  /** The words of both, side by side. */
  readonly words: readonly WordChange[];
}

/** What a revision changed in the one before it. */
export interface RevisionChanges<Statement> {
  /** Null where the headline stayed as it was. */
  readonly title: readonly WordChange[] | null;
  /** The whole text: what is `same` or `removed` gives the text before, what is `same` or `added` the text after. */
  readonly text: readonly WordChange[];
  /** What was stated before and is no longer, in the order of the text. */
  readonly removed: readonly Statement[];
  readonly added: readonly Statement[];
  readonly changed: readonly ChangedStatement<Statement>[];
  /** How many statements stayed as they were, wherever they stand now. */
  readonly kept: number;
}
