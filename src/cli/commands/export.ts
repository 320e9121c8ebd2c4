import { type Command, Option } from 'commander';
import { CommandError } from '../errors.ts';
import { jsonOption, recordOption } from '../options.ts';
import { print, printJson } from '../output.ts';
import { withRecord } from '../records.ts';

const HELP = `
Every attribution is written with its evidence, in an order that stays the same.
CSV is UTF-8 as RFC 4180 has it; a cell that a spreadsheet would run as a
formula gets an apostrophe before it.

WARC is what web archives are kept in: the bytes of every article as they came
in, with where and when, packed by gzip. onrecord add reads them again.

Examples:
  onrecord export > statements.jsonl
  onrecord export --format csv > statements.csv
  onrecord export --format warc > snapshots.warc.gz`;

interface ExportOptions {
  readonly record: string;
  readonly format: 'jsonl' | 'csv' | 'warc';
  readonly json?: true;
}

/** The snapshots of a record as a web archive. @throws CommandError when they would be written to a terminal */
async function exportSnapshots(path: string): Promise<void> {
  if (process.stdout.isTTY) {
    throw new CommandError('A WARC is not for a terminal: write it to a file with  > snapshots.warc.gz');
  }
  const { writeWarc } = await import('../../pipeline/index.ts');
  await withRecord(path, async (record) => {
    for await (const bytes of writeWarc(record.everySnapshot(), new Date())) await print(bytes);
  });
}

async function exportRecord(options: ExportOptions): Promise<void> {
  if (options.format === 'warc') return exportSnapshots(options.record);
  const csv = options.format === 'csv';
  const { csvHeader, csvRow } = await import('../../store/index.ts');
  await withRecord(options.record, async (record) => {
    if (csv) await print(csvHeader());
    for (const attribution of record.everyAttribution()) {
      await (csv ? print(csvRow(attribution)) : printJson(attribution));
    }
  });
}

/** `export`: the whole record for other programs. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write every attribution of a record, or its snapshots, to standard output')
    .addOption(
      new Option('-f, --format <format>', 'how it is written').choices(['jsonl', 'csv', 'warc']).default('jsonl'),
    )
    .addOption(recordOption())
    .addOption(jsonOption().conflicts('format'))
    .addHelpText('after', HELP)
    .action(exportRecord);
}
