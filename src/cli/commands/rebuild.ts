import type { Command } from 'commander';
import type { RebuildEvent } from '../../pipeline/index.ts';
import { openAnalyzer } from '../analyzing.ts';
import { forPeople } from '../errors.ts';
import { interruptible } from '../interrupts.ts';
import { jsonOption, type RulesFile, recordOption, rulesOption, type Workers, workersOption } from '../options.ts';
import { jsonText, note } from '../output.ts';
import { type Progress, startProgress } from '../progress.ts';
import { requireRecord } from '../records.ts';
import { openRules } from '../rules.ts';
import { count } from '../terminal.ts';

const HELP = `
Every article is read again from its snapshot and analysed as this version does
it, and every correction is made again, in the order in which they came. The new
record takes the old one's place at the end, all at once; the old one is kept
beside it as FILE.before-rebuild. Stopped at any moment, the old record is as it
was: run it again. A correction whose statement or speaker is no longer found
stays in the log and is named with the reason, and the exit status is 1.

The same version gives the same record again, byte for byte, and the same --rules
that its articles were added with. No other process may have the record open;
with --to that does not matter.

Examples:
  onrecord rebuild
  onrecord rebuild --record talks.db --to talks-new.db`;

interface RebuildCommandOptions extends Workers, RulesFile {
  readonly record: string;
  readonly to?: string;
  readonly json?: true;
}

interface Tally {
  articles: number;
  attributions: number;
  kept: number;
  joined: number;
  unapplied: number;
}

/** One event as a JSON object. */
function eventJson(event: RebuildEvent): string {
  if (event.outcome === 'unapplied') return jsonText(event);
  const { outcome, article, location } = event;
  const about = { outcome, location, id: article.id, attributions: article.attributions.length };
  return jsonText(outcome === 'rebuilt' ? { ...about, kept: event.kept } : about);
}

async function report(event: RebuildEvent, tally: Tally, progress: Progress, json: boolean): Promise<void> {
  if (json) await progress.line(eventJson(event));
  if (event.outcome === 'unapplied') {
    const { number, action, summary, unapplied } = event.correction;
    tally.unapplied++;
    process.exitCode = 1;
    progress.note(`onrecord: correction ${number} (${action}: ${summary}) can no longer be applied: ${unapplied}`);
    return;
  }
  progress.step(event.bytes, event.article.attributions.length);
  if (event.outcome === 'joined') {
    tally.joined++;
    progress.note(`onrecord: ${event.location}: it is now the same article as one before it, and is kept once.`);
    return;
  }
  tally.articles++;
  tally.attributions += event.article.attributions.length;
  if (event.kept === null) return;
  tally.kept++;
  process.exitCode = 1;
  progress.note(`onrecord: ${event.location}: it was taken over as it was. ${event.kept}`);
}

function summary(tally: Tally, record: string): string {
  const parts = [`${count(tally.articles, 'article')} rebuilt with ${count(tally.attributions, 'attribution')}`];
  if (tally.kept > 0) parts.push(`${tally.kept} of them taken over as they were`);
  if (tally.joined > 0) parts.push(`${tally.joined} now the same as others`);
  if (tally.unapplied > 0) parts.push(`${count(tally.unapplied, 'correction')} without effect`);
  return `${record}: ${parts.join(', ')}.`;
}

async function rebuildEach(options: RebuildCommandOptions, signal: AbortSignal): Promise<void> {
  const { beginRebuild, rebuildRecord } = await import('../../pipeline/index.ts');
  requireRecord(options.record);
  const rules = await openRules(options.rules);
  const files = await forPeople(() => beginRebuild(options.record, options.to));
  const analyzer = await openAnalyzer(options);
  // "-" is an input whose length is not known.
  const progress = await startProgress(['-'], !options.json);
  const tally: Tally = { articles: 0, attributions: 0, kept: 0, joined: 0, unapplied: 0 };
  try {
    const events = rebuildRecord(files, analyzer, { signal, rules });
    let next = await forPeople(() => events.next());
    for (; !next.done; next = await forPeople(() => events.next())) {
      await report(next.value, tally, progress, options.json === true);
    }
    progress.stop();
    if (signal.aborted) return;
    note(summary(tally, options.to ?? options.record));
    if (next.value !== null) note(`The old record is ${next.value}.`);
  } finally {
    progress.stop();
    await analyzer.close();
  }
}

async function rebuild(options: RebuildCommandOptions): Promise<void> {
  const interrupted = await interruptible('Stopping: the record stays as it was.', (signal) =>
    rebuildEach(options, signal),
  );
  if (interrupted !== null) process.exitCode = interrupted;
}

/** `rebuild`: the record again, from its snapshots and corrections. */
export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make a record again from its snapshots and corrections')
    .option('--to <file>', 'write the new record there, and leave the old one where it is')
    .addOption(recordOption())
    .addOption(jsonOption('one for each article, and for each correction without effect'))
    .addOption(rulesOption())
    .addOption(workersOption())
    .addHelpText('after', HELP)
    .action(rebuild);
}
