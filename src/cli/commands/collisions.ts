import { type Command, Option } from 'commander';
import type { CollisionKind } from '../../model.ts';
import { type AskedOptions, askedOf, withAskedOptions } from '../asked.ts';
import { openLedger } from '../ledger.ts';
import { collisionView } from '../ledger-view.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';

const HELP = `
Two accounts that cannot both hold, the surest first, with the words that show it.
Which of them does is not said. Kinds: self (one speaker against himself), other
(one side's words about another against that other's own), fact (two about what
happened), speaker (two outlets on who said it), figure (how many).

Examples:
  onrecord collisions
  onrecord collisions --about "dam" --kind figure
  onrecord collisions --issue lake-orra --json`;

const KINDS = ['self', 'other', 'fact', 'speaker', 'figure'] as const satisfies readonly CollisionKind[];

interface CollisionsOptions extends AskedOptions, ListOptions {
  readonly kind?: CollisionKind;
}

async function collisions(options: CollisionsOptions, command: Command): Promise<void> {
  await withRecord(options.record, async (record) => {
    const { ledger, speaker, ...days } = await askedOf(record, options, command);
    const { kind } = options;
    // On an issue those of either side are asked for: the speaker is one of its positions' already.
    const of = ledger && (await openLedger(record, ledger)).positions.map(({ attribution }) => attribution.key);
    const query = { kind, ...(of ? { of } : { speaker, ...days }) };
    let shown = 0;
    for (const found of everyItem((paging) => record.collisions({ ...query, ...paging }), limitOf(options))) {
      if (shown > 0 && !options.json) await printLine();
      await (options.json ? printJson(found) : printLine(collisionView(found)));
      shown++;
    }
    if (shown === 0) note(`No two accounts that cannot both hold were found in ${options.record}.`);
    else noteRest(shown, record.collisions({ ...query, limit: 1 }).total);
  });
}

/** `collisions`: accounts that cannot both hold. */
export function addCollisions(program: Command): void {
  withAskedOptions(program.command('collisions'))
    .description('list accounts that cannot both hold, with the words that show it')
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(KINDS))
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(collisions);
}
