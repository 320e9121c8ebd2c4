import type { Command } from 'commander';
import type { Trace } from '../../pipeline/index.ts';
import type { Paging, RecordStore } from '../../store/index.ts';
import { CommandError } from '../errors.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { statementView, traceView } from '../statement-view.ts';

const HELP = `
WORDS are words of the statement; every word must occur in one of its
occurrences, and where several statements match, the best is shown and others
are named. ID is the address of a statement, as statements shows it, or that of
an attribution. Words that changed since the earliest occurrence stand in marks:
[-out-], {+in+}.

Examples:
  onrecord trace "no talks while the harbour is closed"
  onrecord trace 3f0c9a1b7d42
  onrecord trace 0f573081ed1b-17 --json`;

/** How many other statements that match are named. */
const OTHERS_NAMED = 3;

/** The key of the statement that is asked for, and how many others have the words. */
async function theStatement(record: RecordStore, asked: string, path: string): Promise<string> {
  if (/^[0-9a-f]{12,64}(-\d{1,9})?$/.test(asked) && record.statement(asked, { limit: 1 })) return asked;
  const { items, total } = record.statements({ words: asked, limit: 1 + OTHERS_NAMED });
  const [best, ...others] = items;
  if (!best) {
    throw new CommandError(
      `${path} holds no statement with these words or this address: ${asked}. onrecord search finds words in what was said.`,
    );
  }
  if (others.length > 0) {
    note(`${total - 1} more match${total === 2 ? 'es' : ''}; onrecord trace ID shows each, such as:`);
    for (const other of others) note(statementView(other));
  }
  return best.key;
}

async function trace(words: string[], options: ListOptions, command: Command): Promise<void> {
  const asked = words.join(' ').trim();
  if (asked === '') command.error('error: no words and no address were given to trace');
  const { traceStatement } = await import('../../pipeline/index.ts');
  await withRecord(options.record, async (record) => {
    const key = await theStatement(record, asked, options.record);
    let traced: Trace | null = null;
    const read = (paging: Paging) => {
      const page = traceStatement(record, key, paging)!;
      traced ??= page;
      return page.occurrences;
    };
    const items = [...everyItem(read, limitOf(options))];
    const about: Trace = traced ?? traceStatement(record, key, { limit: 1 })!;
    const shown = { ...about, occurrences: { items, total: about.occurrences.total } };
    await (options.json ? printJson(shown) : printLine(traceView(shown)));
    noteRest(items.length, shown.occurrences.total);
  });
}

/** `trace WORDS|ID`: where a statement was reported, and what became of its words. */
export function addTrace(program: Command): void {
  program
    .command('trace')
    .description('show where a statement was reported, in time, and what became of its words')
    .argument('<words...>', 'words of the statement, or its address')
    .addOption(limitOption('show at most this many occurrences'))
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(trace);
}
