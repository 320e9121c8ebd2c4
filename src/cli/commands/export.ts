import { type Command, Option } from 'commander';
import { csvHeader, csvRow } from '../csv.ts';
import { jsonOption, recordOption } from '../options.ts';
import { print, printJson } from '../output.ts';
import { withRecord } from '../records.ts';

const HELP = `
Every attribution is written with its evidence, in an order that stays the same.
CSV is UTF-8 as RFC 4180 has it; a cell that a spreadsheet would run as a
formula gets an apostrophe before it.

Examples:
  onrecord export > statements.jsonl
  onrecord export --format csv > statements.csv`;

interface ExportOptions {
  readonly record: string;
  readonly format: 'jsonl' | 'csv';
  readonly json?: true;
}

async function exportRecord(options: ExportOptions): Promise<void> {
  const csv = options.format === 'csv';
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
    .description('write every attribution of a record to standard output')
    .addOption(new Option('-f, --format <format>', 'how it is written').choices(['jsonl', 'csv']).default('jsonl'))
    .addOption(recordOption())
    .addOption(jsonOption().conflicts('format'))
    .addHelpText('after', HELP)
    .action(exportRecord);
}
