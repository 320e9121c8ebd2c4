import type { Command } from 'commander';
import type { AddEvent } from '../../pipeline/index.ts';
import { openAnalyzer } from '../analyzing.ts';
import { forPeople } from '../errors.ts';
import { interruptible } from '../interrupts.ts';
import {
  jsonOption,
  type PrivateAddresses,
  privateAddressesOption,
  type RulesFile,
  recordOption,
  rulesOption,
  type Workers,
  workersOption,
} from '../options.ts';
import { goOnWithoutReader, jsonText, note } from '../output.ts';
import { noticeLine, type Progress, refusalLine, startProgress } from '../progress.ts';
import { openRules } from '../rules.ts';
import { count } from '../terminal.ts';

const HELP = `
Each article goes in whole, with its bytes and all that was found in it, or not
at all: the command may be stopped at any time and run again, and adding the
same article twice changes nothing. A page that has other words than before is a
revision: onrecord revisions shows what changed. What could not be added is kept
too, with the reason: onrecord refusals lists it.

Examples:
  onrecord add article.html
  onrecord add --record talks.db articles/ https://news.example/talks.html
  onrecord add --json news.jsonl | jq -r 'select(.reason) | .reason'`;

interface AddCommandOptions extends PrivateAddresses, Workers, RulesFile {
  readonly record: string;
  readonly json?: true;
  /** Leaves out the line for each article that went in. */
  readonly quiet?: true;
  readonly keepBytes?: true;
}

interface Tally {
  added: number;
  revised: number;
  unchanged: number;
  refused: number;
  attributions: number;
}

/** One event as a JSON object: an outcome, the article's place, and what it brought. */
function eventJson(event: AddEvent): string {
  if (event.outcome === 'refused') return jsonText({ outcome: event.outcome, ...event.refusal });
  const { outcome, article, location } = event;
  const attributions = event.outcome === 'unchanged' ? null : event.article.attributions.length;
  return jsonText({ outcome, location, id: article.id, title: article.title, attributions });
}

async function report(event: AddEvent, tally: Tally, progress: Progress, options: AddCommandOptions): Promise<void> {
  tally[event.outcome]++;
  if (event.outcome === 'refused') {
    process.exitCode = 1;
    progress.note(refusalLine(event.refusal));
    if (options.json) await progress.line(eventJson(event));
    return;
  }
  const found = event.outcome === 'unchanged' ? 0 : event.article.attributions.length;
  tally.attributions += found;
  progress.step(event.bytes, found);
  if (options.quiet) return;
  const detail = event.outcome === 'unchanged' ? '' : ` (${count(found, 'attribution')})`;
  await progress.line(options.json ? eventJson(event) : `${event.outcome}  ${event.location}${detail}`);
}

function summary(tally: Tally, record: string): string {
  const parts = [`${count(tally.added, 'article')} added with ${count(tally.attributions, 'attribution')}`];
  if (tally.revised > 0) parts.push(`${tally.revised} revised`);
  if (tally.unchanged > 0) parts.push(`${tally.unchanged} already there`);
  if (tally.refused > 0) parts.push(`${tally.refused} refused`);
  return `${record}: ${parts.join(', ')}.`;
}

/** Adds inputs to a record and reports each, until the signal. */
async function addEach(inputs: string[], options: AddCommandOptions, signal: AbortSignal, tally: Tally): Promise<void> {
  const { addToRecord, openRecord } = await import('../../pipeline/index.ts');
  const rules = await openRules(options.rules);
  const analyzer = await openAnalyzer(options);
  const record = await forPeople(() => openRecord(options.record, { create: true }));
  const progress = await startProgress(inputs, !options.json);
  try {
    const allowPrivateAddresses = options.allowPrivateAddresses === true;
    const keepBytes = options.keepBytes === true;
    const events = addToRecord(record, analyzer, inputs, {
      allowPrivateAddresses,
      rules,
      keepBytes,
      signal,
      notice: (notice) => progress.note(noticeLine(notice)),
    });
    for await (const event of events) await report(event, tally, progress, options);
  } finally {
    progress.stop();
    record.close();
    await analyzer.close();
  }
}

/**
 * Adds inputs to a record, reports each, and sums up. Gives null, or when it was interrupted before the end the exit
 * status for that: 128 and the signal's number, as shells have it.
 */
export async function addInputs(inputs: string[], options: AddCommandOptions): Promise<number | null> {
  const tally: Tally = { added: 0, revised: 0, unchanged: 0, refused: 0, attributions: 0 };
  const status = await interruptible(
    'Stopping: what is in the record stays, what is being analysed is dropped. Interrupt again to stop at once.',
    (signal) => addEach(inputs, options, signal, tally),
  );
  note(summary(tally, options.record));
  return status;
}

async function add(inputs: string[], options: AddCommandOptions): Promise<void> {
  goOnWithoutReader();
  const interrupted = await addInputs(inputs, options);
  if (interrupted === null) return;
  note('Interrupted: the same command, run again, goes on where this one stopped.');
  // A page that is still being fetched would hold the process until it came.
  process.exit(interrupted);
}

/** `add FILE|DIR|URL…`: articles into a record. */
export function addAdd(program: Command): void {
  program
    .command('add')
    .description('put articles into a record, with who said what in them')
    .argument('<input...>', 'files, folders, URLs, or - for standard input')
    .addOption(recordOption())
    .addOption(jsonOption('one for each article: what became of it'))
    .option('--keep-bytes', 'keep the bytes of pages too that have the same words as before')
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addOption(workersOption())
    .addHelpText('after', HELP)
    .action(add);
}
