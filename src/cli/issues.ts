import { Option } from 'commander';
import type { IssueFile, LedgerQuery } from '../pipeline/index.ts';
import type { RecordStore } from '../store/index.ts';
import { CommandError, forPeople } from './errors.ts';
import { note } from './output.ts';

/** What commander gives for the options that say where issues lie. */
export interface IssuesOptions {
  readonly record: string;
  readonly issues?: string;
}

/** `--issues DIR`. */
export function issuesOption(): Option {
  return new Option('--issues <folder>', 'the folder of the issues (default: beside the record, FILE.issues)');
}

/** The folder of the issues. */
export async function folderOf({ record, issues }: IssuesOptions): Promise<string> {
  const { issuesFolder } = await import('../pipeline/index.ts');
  return issues ?? issuesFolder(record);
}

/** The issue of a name. @throws CommandError when there is none, or its file is none */
export async function theIssue(options: IssuesOptions, name: string): Promise<IssueFile> {
  const { readIssue } = await import('../pipeline/index.ts');
  const folder = await folderOf(options);
  const issue = await forPeople(() => readIssue(folder, name));
  if (!issue)
    throw new CommandError(`There is no issue ${name} in ${folder}: onrecord issue list shows those there are.`);
  return issue;
}

/** What an issue asks of a record; says on standard error whom of its speakers the record does not know. */
export async function askedBy(record: RecordStore, issue: IssueFile): Promise<LedgerQuery> {
  const { queryOf } = await import('../pipeline/index.ts');
  const { query, unknown } = queryOf(record, issue);
  for (const name of unknown) note(`The record holds no speaker “${name}”, whom the issue ${issue.name} names.`);
  return query;
}
