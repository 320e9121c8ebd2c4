import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Issue } from '../../positions/index.ts';
import { checkIssue, type IssueFile, isIssueName, MOST_BYTES } from './file.ts';

/** So many issues of one folder are read. */
const MOST_FILES = 1_000;
const ENDING = '.json';

/** A file of a folder of issues that is none, and why. */
export interface IssueProblem {
  readonly file: string;
  readonly reason: string;
}

/** The folder beside a record in which its issues lie. */
export const issuesFolder = (record: string): string => `${record}.issues`;

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** @throws Error, in words for people, when the file is no issue, or one of another name */
function readFile(folder: string, name: string): IssueFile {
  const path = join(folder, name + ENDING);
  const stat = lstatSync(path);
  if (!stat.isFile()) throw new Error('it is no file');
  if (stat.size > MOST_BYTES) throw new Error(`it is larger than ${MOST_BYTES} bytes`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error('it is no JSON');
  }
  const issue = checkIssue(value);
  if (issue.name !== name) throw new Error(`it is the issue ${issue.name}: the file of an issue has its name`);
  new Issue(issue.about);
  return issue;
}

/** The names of the files of issues in a folder, in their order; none where there is no folder. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(ENDING) && !file.startsWith('.'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Error(`the folder ${folder} cannot be read: ${whyOf(error)}`, { cause: error });
  }
}

/**
 * All issues of a folder, by name; what is none is named with its reason, and the rest goes on.
 *
 * @throws Error, in words for people, when the folder cannot be read.
 */
export function readIssues(folder: string): { readonly issues: IssueFile[]; readonly problems: IssueProblem[] } {
  const issues: IssueFile[] = [];
  const problems: IssueProblem[] = [];
  const files = filesIn(folder);
  for (const file of files.slice(0, MOST_FILES)) {
    const name = file.slice(0, -ENDING.length);
    try {
      if (!isIssueName(name)) throw new Error('its name is none of an issue: a-z, 0-9 and hyphens');
      issues.push(readFile(folder, name));
    } catch (error) {
      problems.push({ file: join(folder, file), reason: whyOf(error) });
    }
  }
  for (const file of files.slice(MOST_FILES))
    problems.push({ file: join(folder, file), reason: `only ${MOST_FILES} issues of a folder are read` });
  return { issues, problems };
}

/** One issue; null where the folder has none of this name. @throws Error, in words for people, when its file is no issue */
export function readIssue(folder: string, name: string): IssueFile | null {
  if (!isIssueName(name)) return null;
  try {
    return readFile(folder, name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`${join(folder, name + ENDING)}: ${whyOf(error)}`, { cause: error });
  }
}

/**
 * Writes an issue into a folder, which is made where there is none.
 *
 * @throws Error, in words for people, when it is no issue, or there is one of its name already.
 */
export function writeIssue(folder: string, given: Omit<IssueFile, 'onrecord' | 'version'>): IssueFile {
  const issue = checkIssue({ onrecord: 'issue', version: 1, ...given });
  new Issue(issue.about);
  const path = join(folder, issue.name + ENDING);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(issue, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Error(`there is an issue ${issue.name} already, in ${path}: remove it first, or take another name`);
    throw new Error(`${path} cannot be written: ${whyOf(error)}`, { cause: error });
  }
  return issue;
}

/** Takes an issue out of a folder; false where there is none of this name. */
export function removeIssue(folder: string, name: string): boolean {
  if (!isIssueName(name)) return false;
  const path = join(folder, name + ENDING);
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return false;
  rmSync(path);
  return true;
}
