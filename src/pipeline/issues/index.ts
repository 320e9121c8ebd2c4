/** Issues: saved questions, one small file each, and those that a record suggests. */
export type { IssueFile } from './file.ts';
export { type IssueProblem, issuesFolder, readIssue, readIssues, removeIssue, writeIssue } from './folder.ts';
export { queryOf } from './open.ts';
export { suggestFor } from './suggest.ts';
