import type { Command } from 'commander';
import type { LedgerQuery } from '../pipeline/index.ts';
import type { RecordStore } from '../store/index.ts';
import { askedBy, type IssuesOptions, issuesOption, theIssue } from './issues.ts';
import { type ArticleOptions, articlesAsked, fromOption, toOption } from './options.ts';
import { theSpeaker } from './speakers.ts';

/** What commander gives for the options that say on what, and whose, positions are. */
export interface AskedOptions extends IssuesOptions, ArticleOptions {
  readonly about?: string;
  readonly also: string[];
  readonly issue?: string;
  readonly speaker?: string;
}

/** `--about`, `--also`, `--issue`, `--issues`, `--speaker`, `--from`, `--to`. */
export function withAskedOptions(command: Command): Command {
  return command
    .option('--about <words>', 'only on this')
    .option('--also <words>', 'another way to put it; may be given again', (one, all: string[]) => [...all, one], [])
    .option('--issue <name>', 'only on this issue, which onrecord issue add has saved')
    .option('--speaker <name>', 'only of this speaker')
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(issuesOption());
}

/** What is asked; `ledger` is null where no issue is named. */
export interface Asked {
  readonly ledger: LedgerQuery | null;
  /** The key of the speaker that `--speaker` names. */
  readonly speaker: string | undefined;
  readonly from?: string;
  readonly to?: string;
}

/** Reads the options that `withAskedOptions` gives. @throws CommandError, or a usage error */
export async function askedOf(record: RecordStore, options: AskedOptions, command: Command): Promise<Asked> {
  const { about, also, issue: name } = options;
  if (about !== undefined && name !== undefined) command.error('error: give --about or --issue, not both');
  if (also.length > 0 && about === undefined) command.error('error: --also is another way to put --about');
  const { from, to } = articlesAsked(options, command);
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const speaker = options.speaker === undefined ? undefined : theSpeaker(record, options.speaker).key;
  const only = speaker === undefined ? {} : { speakers: [speaker] };
  if (about !== undefined) return { ledger: { wordings: [about, ...also], ...only, ...days }, speaker, ...days };
  if (name === undefined) return { ledger: null, speaker, ...days };
  const query = await askedBy(record, await theIssue(options, name));
  return { ledger: { ...query, ...only, ...days }, speaker, ...days };
}
