import { linker } from '../linking/index.ts';
import type { Comparison, Origins, Place, Reported } from '../model.ts';
import type {
  ListedStatement,
  Page,
  Paging,
  RecordedAttribution,
  RecordedOccurrence,
  RecordedStatementPage,
  RecordedToday,
  RecordStore,
  StatementQuery,
  WordChange,
} from '../store/index.ts';
import { latestShifts, type RecordedShift } from './ledger/index.ts';
import { originsOfStatement } from './origins.ts';

/** An occurrence with its words marked by what became of those of the earliest one. */
export interface TracedOccurrence extends RecordedOccurrence {
  /** Same and removed words are those of the earliest occurrence, same and added words those of this one; null for the earliest. */
  readonly words: readonly WordChange[] | null;
}

/** One statement with its occurrences in time, what became of its words, and where it comes from. */
export interface Trace extends Omit<RecordedStatementPage, 'occurrences'> {
  readonly occurrences: { readonly items: readonly TracedOccurrence[]; readonly total: number };
  /** Who had it first, who credits and who reprints whom: ids are keys of attributions. */
  readonly origins: Origins;
}

/**
 * Where a statement was reported, in time, and what became of its words. Pure reading.
 *
 * @param key of a statement, or of one of its occurrences
 * @returns null when the record holds no such statement
 */
export function traceStatement(record: RecordStore, key: string, paging: Paging = {}): Trace | null {
  const page = record.statement(key, paging);
  const origins = page && originsOfStatement(record, key);
  if (!page || !origins) return null;
  const { earliest } = page.statement;
  const items = page.occurrences.items.map((occurrence) => traced(earliest, occurrence));
  return { ...page, occurrences: { items, total: page.occurrences.total }, origins };
}

/** A statement of a list, with the words of its gravest change marked. */
export interface TracedListed extends Omit<ListedStatement, 'gravest'> {
  readonly gravest: TracedOccurrence | null;
}

/** What is new in a record. */
export interface TracedToday extends Omit<RecordedToday, 'changed' | 'sides'> {
  readonly changed: readonly TracedListed[];
  /** What speakers changed of what they hold, those that came in last first. */
  readonly shifts: readonly RecordedShift[];
}

/** The statements of a record as it lists them, with what was changed most gravely marked word by word. Pure reading. */
export function listStatements(record: RecordStore, query: StatementQuery = {}): Page<TracedListed> {
  const { items, total } = record.statements(query);
  return { items: items.map(tracedListed), total };
}

/** What is new in a record, with what was changed most gravely marked word by word, and what speakers changed. Pure reading. */
export function todayIn(record: RecordStore): TracedToday {
  const { changed, sides, ...today } = record.today();
  return { ...today, changed: changed.map(tracedListed), shifts: latestShifts(sides) };
}

const tracedListed = (listed: ListedStatement): TracedListed => ({
  ...listed,
  gravest: listed.gravest && traced(listed.earliest, listed.gravest),
});

const traced = (earliest: RecordedAttribution, occurrence: RecordedOccurrence): TracedOccurrence => ({
  ...occurrence,
  words: occurrence.change === null ? null : differences(earliest, occurrence.attribution),
});

/** What became of the words of one attribution in another, in the order of the other. */
function differences(earliest: RecordedAttribution, later: RecordedAttribution): WordChange[] {
  const [before, after] = [reportedFrom(earliest), reportedFrom(later)];
  return wordChanges(before.words, after.words, linker.compare(before, after));
}

/** An attribution as linking sees it. The pieces of a content stand in `words` with " … " between them. */
function reportedFrom({ words, content, type, mode, speaker, saidOn }: RecordedAttribution): Reported {
  let from = 0;
  const pieces = content.map(([start, end]) => {
    const piece = words.slice(from, from + end - start);
    from += end - start + ' … '.length;
    return piece;
  });
  return { words: pieces, type, mode, speaker: speaker && { id: speaker.key, ...speaker }, saidOn };
}

interface Step {
  readonly before: Place | null;
  readonly after: Place | null;
  readonly isSame: boolean;
}

const order = ([piece, start]: Place, [other, from]: Place): number => piece - other || start - from;

/** Words with a space on the side where what stands there has none. */
const apart = (words: string, before: string): string => (/\S$/.test(before) ? ` ${words}` : `${words} `);

/** The words of both in one row: what stands in the later one in its order, and what it leaves out where that stood. */
export function wordChanges(
  before: readonly string[],
  after: readonly string[],
  { differences, same }: Pick<Comparison, 'differences' | 'same'>,
): WordChange[] {
  const all: Step[] = [
    ...same.map((run) => ({ ...run, isSame: true })),
    ...differences.map((difference) => ({ ...difference, isSame: false })),
  ];
  const steps = all.filter(({ after }) => after !== null).sort((a, b) => order(a.after!, b.after!));
  for (const left of all.filter(({ after }) => after === null)) {
    const at = steps.findLastIndex((step) => step.before !== null && order(step.before, left.before!) < 0);
    steps.splice(at + 1, 0, left);
  }
  const whole = after.join(' … ');
  const offsets = after.map((_, i) => after.slice(0, i).reduce((sum, piece) => sum + piece.length + ' … '.length, 0));
  const changes: WordChange[] = [];
  const push = (change: WordChange['change'], words: string): void => {
    const last = changes.at(-1);
    if (words === '') return;
    if (last?.change === change) changes[changes.length - 1] = { change, words: last.words + words };
    else changes.push({ change, words });
  };
  let at = 0;
  for (const step of steps) {
    if (step.after !== null) {
      const start = offsets[step.after[0]]! + step.after[1];
      push('same', whole.slice(at, Math.max(at, start)));
      at = Math.max(at, start);
    }
    if (!step.isSame && step.before !== null) {
      const [piece, start, end] = step.before;
      const words = before[piece]!.slice(start, end);
      push('removed', step.after === null ? apart(words, changes.at(-1)?.words ?? '') : words);
    }
    if (step.after !== null) {
      const end = offsets[step.after[0]]! + step.after[2];
      push(step.isSame ? 'same' : 'added', whole.slice(at, Math.max(at, end)));
      at = Math.max(at, end);
    }
  }
  push('same', whole.slice(at));
  return changes;
}
