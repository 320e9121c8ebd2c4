import type { Command } from 'commander';
import type { IssueFile, Ledger } from '../../../pipeline/index.ts';
import { askedBy, type IssuesOptions, issuesOption, theIssue } from '../../issues.ts';
import { type LedgerFormat, ledgerFormatOption, openLedger, printLedger, printParagraphs } from '../../ledger.ts';
import { collisionView, figureLines } from '../../ledger-view.ts';
import {
  type ArticleOptions,
  articlesAsked,
  fromOption,
  jsonOption,
  type ListOptions,
  limitOption,
  recordOption,
  toOption,
} from '../../options.ts';
import { printJson, printLine } from '../../output.ts';
import { limitOf, noteRest, withRecord } from '../../records.ts';
import { paint, stripUnsafe, wrap } from '../../terminal.ts';

const HELP = `
Who holds what, speaker by speaker and in time, on what condition in the words of
the article; what changed, since when nothing did, which accounts collide, and
who claims which number. With --json all of it is one line.

Examples:
  onrecord issue show lake-orra
  onrecord issue show lake-orra --format csv > ledger.csv
  onrecord issue show lake-orra --json | jq '.lanes[].speaker.name'`;

interface ShowOptions extends IssuesOptions, ListOptions, ArticleOptions {
  readonly format?: LedgerFormat;
}

const heading = (text: string): string => paint('bold', text);

async function printIssue({ name, title }: IssueFile, ledger: Ledger, options: ShowOptions): Promise<void> {
  await printLine(wrap(heading(stripUnsafe(title ?? name))));
  await printLine();
  await printLedger(ledger, options);
  const most = limitOf(options);
  if (ledger.collisions.length > 0) {
    await printLine(`\n${heading('Accounts that cannot both hold')}\n`);
    await printParagraphs(ledger.collisions.slice(0, most).map(collisionView));
    noteRest(Math.min(most, ledger.collisions.length), ledger.collisions.length);
    if (ledger.collisionsLeft > 0)
      await printLine(
        `\nThe ${ledger.collisions.length} surest collisions are given, ${ledger.collisionsLeft} more are not.`,
      );
  }
  const figures = figureLines(ledger);
  if (figures.length === 0) return;
  await printLine(`\n${heading('Numbers that are claimed')}\n`);
  for (const line of figures.slice(0, most)) await printLine(line);
  noteRest(Math.min(most, figures.length), figures.length);
}

async function show(name: string, options: ShowOptions, command: Command): Promise<void> {
  const days = articlesAsked(options, command);
  const issue = await theIssue(options, name);
  await withRecord(options.record, async (record) => {
    const ledger = await openLedger(record, { ...(await askedBy(record, issue)), ...days });
    if (options.json) await printJson({ issue, ...ledger, positions: ledger.positions.slice(0, limitOf(options)) });
    else if (options.format) await printLedger(ledger, options);
    else await printIssue(issue, ledger, options);
  });
}

/** `issue show NAME`. */
export function addShow(issue: Command): void {
  issue
    .command('show')
    .description('show who holds what on an issue, what changed and what collides')
    .argument('<name>', 'what it is called')
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(limitOption('show at most this many positions'))
    .addOption(ledgerFormatOption())
    .addOption(issuesOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(show);
}
