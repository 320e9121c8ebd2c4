import type { Command } from 'commander';
import type { Paging, RecordedRevision } from '../../store/index.ts';
import { CommandError } from '../errors.ts';
import { jsonOption, recordOption } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { everyItem, withRecord } from '../records.ts';
import { revisionView } from '../revision-view.ts';

const HELP = `
ID is the key of any revision of the article, or the id it came with. Words that
a revision took out stand in [-brackets-], words that it put in stand in
{+braces+}; paragraphs that stayed as they were are left out. A statement that
only moved is not changed.

Examples:
  onrecord revisions 3f0c9a1b7d42
  onrecord revisions harbour-talks --json | jq .changes.removed`;

async function revisions(id: string, options: { record: string; json?: true }): Promise<void> {
  await withRecord(options.record, async (record) => {
    const read = (paging: Paging) => {
      const page = record.revisions(id, paging);
      if (page) return page;
      throw new CommandError(
        `${options.record} holds no article ${id}, or several with this id: onrecord articles lists their keys.`,
      );
    };
    let isFirst = true;
    for (const revision of everyItem<RecordedRevision>(read, Number.MAX_SAFE_INTEGER)) {
      if (!isFirst && !options.json) await printLine();
      isFirst = false;
      await (options.json ? printJson(revision) : printLine(revisionView(revision)));
    }
  });
}

/** `revisions ID`: what was changed in an article after it was first captured. */
export function addRevisions(program: Command): void {
  program
    .command('revisions')
    .description('show what was changed in an article since it was first captured')
    .argument('<id>', "the article's key or id")
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(revisions);
}
