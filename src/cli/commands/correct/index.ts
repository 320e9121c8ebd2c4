/** `correct …`: what people change in a record. */
import { type Command, InvalidArgumentError } from 'commander';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../../options.ts';
import { note, printJson, printLine } from '../../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../../records.ts';
import { correctionLine, type MakingOptions, makeCorrection, withMakingOptions } from './making.ts';
import { addOffers } from './offers.ts';
import { addOfReviewing } from './reviewing.ts';
import { addOfSpeakers, addOfStatements } from './speakers.ts';
import { addOfPositions } from './stances.ts';
import { addOfUtterances } from './statements.ts';
import { addOfWikidata } from './wikidata.ts';

const HELP = `
Every correction goes into a log, with who made it and when, that is only ever
added to. What was found stays beside what holds now; any correction can be
undone, and onrecord rebuild makes all of them again.

Examples:
  onrecord correct merge "Mara Tellen" "M. Tellen"
  onrecord correct speaker 0f573081ed1b-17 "Mara Tellen" --by "A. Editor"
  onrecord correct span 0f573081ed1b-17 --content "the ferries will run"
  onrecord correct accept 0f573081ed1b-17
  onrecord correct undo 7
  onrecord correct list`;

const EXPORT_HELP = `
One line for each article in which corrections changed who speaks, what is a
statement, or a stance: its text, and what was found in it beside what holds now.
"found" and "corrected" each hold attributions ({i, source, cue, content}, spans
in UTF-16 code units of the text, as in PolNeAR made into JSON Lines), speakers
({doc, i, speaker, kind, implicit}) and stances ({doc, i, mode, stance, about,
condition}, in words); i is the same in all. With --names there is one line for
each merge, split and apart instead: two names, and whether they are one.

Examples:
  onrecord correct export | jq -c '.corrected.speakers[]' > speakers.jsonl
  onrecord correct export --names > pairs.jsonl`;

function numberFrom(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be the number of a correction.');
  return Number(value);
}

async function list(options: ListOptions): Promise<void> {
  await withRecord(options.record, async (record) => {
    let shown = 0;
    for (const correction of everyItem((paging) => record.corrections(paging), limitOf(options))) {
      await (options.json ? printJson(correction) : printLine(correctionLine(correction)));
      shown++;
    }
    if (shown === 0 && !options.json) note(`Nothing was corrected in ${options.record}.`);
    noteRest(shown, record.corrections({ limit: 1 }).total);
  });
}

async function exportTraining({ record: path, names }: { record: string; names?: true }): Promise<void> {
  await withRecord(path, async (record) => {
    for (const line of names ? record.correctedNames() : record.correctedArticles()) await printJson(line);
  });
}

/** `correct …`. */
export function addCorrect(program: Command): void {
  const correct = program
    .command('correct')
    .description('correct what a record holds; list and undo corrections')
    .addHelpText('after', HELP);
  addOfSpeakers(correct);
  addOfStatements(correct);
  addOfReviewing(correct);
  addOfUtterances(correct);
  addOfPositions(correct);
  addOfWikidata(correct);
  withMakingOptions(correct.command('undo'))
    .description('take a correction back; undoing that lets it hold again')
    .argument('<number>', 'its number, as list shows it', numberFrom)
    .addHelpText('after', '\nExample:\n  onrecord correct undo 7')
    .action((number: number, options: MakingOptions) => makeCorrection(options, () => ({ action: 'undo', number })));
  addOffers(correct);
  correct
    .command('list')
    .description('list the corrections, the latest first')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  onrecord correct list --json | jq -r .summary')
    .action(list);
  correct
    .command('export')
    .description('write what was corrected as data to learn from, as JSON Lines')
    .option('--names', 'pairs of names instead: the same speaker, or two')
    .addOption(recordOption())
    .addHelpText('after', EXPORT_HELP)
    .action(exportTraining);
}
