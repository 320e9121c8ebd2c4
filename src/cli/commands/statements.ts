import type { Command } from 'commander';
import type { ChangeKind } from '../../model.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { theSpeaker } from '../speakers.ts';
import { statementView } from '../statement-view.ts';

const HELP = `
Statements that were reported more than once, those with most occurrences first;
with --altered those whose words somebody changed, the gravest change first: a
negation, a number, a modal, a name, down to spelling and punctuation.
onrecord trace shows a statement with all its occurrences.

Examples:
  onrecord statements --altered
  onrecord statements --altered --kind negation --outlet "The Harbour Post"
  onrecord statements --speaker "Mara Tellen" --json`;

interface StatementsOptions extends ListOptions {
  readonly altered?: true;
  readonly speaker?: string;
  readonly outlet?: string;
  readonly kind?: ChangeKind;
}

async function statements(options: StatementsOptions, command: Command): Promise<void> {
  const { CHANGE_KINDS } = await import('../../store/index.ts');
  if (options.kind !== undefined && !CHANGE_KINDS.includes(options.kind)) {
    command.error(`error: a kind of change is one of ${CHANGE_KINDS.join(', ')}`);
  }
  await withRecord(options.record, async (record) => {
    const speaker = options.speaker === undefined ? undefined : theSpeaker(record, options.speaker).key;
    const query = { altered: options.altered, speaker, outlet: options.outlet, kind: options.kind };
    let shown = 0;
    for (const found of everyItem((paging) => record.statements({ ...query, ...paging }), limitOf(options))) {
      if (shown > 0 && !options.json) await printLine();
      await (options.json ? printJson(found) : printLine(statementView(found)));
      shown++;
    }
    if (shown === 0)
      note(`No statement in ${options.record} is so${options.altered ? '' : ': none was reported twice'}.`);
    else noteRest(shown, record.statements({ ...query, limit: 1 }).total);
  });
}

/** `statements`: what was reported more than once. */
export function addStatements(program: Command): void {
  program
    .command('statements')
    .description('list statements that were reported more than once, or changed')
    .option('--altered', 'only those whose words were changed, the gravest change first')
    .option('--kind <kind>', 'only with a change of this kind')
    .option('--speaker <name>', 'only what is attributed to this speaker')
    .option('--outlet <name>', 'only what this outlet reported, with --altered changed by it')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(statements);
}
