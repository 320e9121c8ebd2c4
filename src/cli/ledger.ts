import { Option } from 'commander';
import type { Ledger, LedgerQuery } from '../pipeline/index.ts';
import type { RecordStore } from '../store/index.ts';
import { forPeople } from './errors.ts';
import { holdersOf } from './ledger-view.ts';
import { note, print, printJson, printLine } from './output.ts';
import { limitOf, noteRest } from './records.ts';

export type LedgerFormat = 'csv' | 'jsonl';

/** `--format csv|jsonl`: a ledger for other programs. */
export function ledgerFormatOption(): Option {
  return new Option('-f, --format <format>', 'write a ledger: one row for each position, with all evidence')
    .choices(['csv', 'jsonl'])
    .conflicts('json');
}

/** The ledger of an issue; says on standard error when not all that may be on it was read. @throws CommandError */
export async function openLedger(record: RecordStore, query: LedgerQuery): Promise<Ledger> {
  const { readLedger } = await import('../pipeline/index.ts');
  const ledger = await forPeople(() => readLedger(record, query));
  if (ledger.left > 0)
    note(
      `The ${ledger.read.toLocaleString('en')} likeliest statements with these words were read, ` +
        `${ledger.left.toLocaleString('en')} were not: more words, or --from and --to, say better what you mean.`,
    );
  return ledger;
}

interface PrintOptions {
  readonly record: string;
  readonly json?: true;
  readonly limit?: number;
  readonly format?: LedgerFormat;
}

/** Writes the positions of a ledger: as rows, as JSON Lines, or speaker by speaker for people. */
export async function printLedger(ledger: Ledger, options: PrintOptions): Promise<void> {
  const { format, json } = options;
  const most = format ? (options.limit ?? Number.MAX_SAFE_INTEGER) : limitOf(options);
  const positions = ledger.positions.slice(0, most);
  const { ledgerHeader, ledgerObject, ledgerRow } = await import('../pipeline/index.ts');
  if (format === 'csv') await print(ledgerHeader());
  for (const position of format || json ? positions : []) {
    if (format === 'csv') await print(ledgerRow(position));
    else await printJson(format === 'jsonl' ? ledgerObject(position) : position);
  }
  if (!format && !json) await printParagraphs(holdersOf({ positions, lanes: ledger.lanes }));
  if (ledger.positions.length === 0) note(`${options.record} holds no position on this.`);
  noteRest(positions.length, ledger.positions.length);
}

/** Writes paragraphs with an empty line between each. */
export async function printParagraphs(paragraphs: readonly string[]): Promise<void> {
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) await printLine();
    await printLine(paragraph);
  }
}
