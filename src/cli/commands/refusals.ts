import type { Command } from 'commander';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { paint, stripUnsafe, wrap } from '../terminal.ts';

async function refusals(options: ListOptions): Promise<void> {
  await withRecord(options.record, async (record) => {
    let shown = 0;
    for (const refusal of everyItem((paging) => record.refusals(paging), limitOf(options))) {
      const { at, code, input, reason } = refusal;
      const text = stripUnsafe(`${input}: ${reason}`);
      const head = stripUnsafe(`${at.slice(0, 16).replace('T', ' ')}  ${code}  `);
      await (options.json ? printJson(refusal) : printLine(wrap(text, paint('dim', head), '    ')));
      shown++;
    }
    if (shown === 0 && !options.json) note(`Nothing was refused in ${options.record}.`);
    noteRest(shown, record.counts().refusals);
  });
}

/** `refusals`: input that gave no article, and why. */
export function addRefusals(program: Command): void {
  program
    .command('refusals')
    .description('list what could not be added, and why')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  onrecord refusals --json | jq -r .input')
    .action(refusals);
}
