import type { Command } from 'commander';
import type { ShiftsFound } from '../../pipeline/index.ts';
import type { RecordStore } from '../../store/index.ts';
import { type Asked, type AskedOptions, askedOf, withAskedOptions } from '../asked.ts';
import { forPeople } from '../errors.ts';
import { shiftView } from '../ledger-view.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, withRecord } from '../records.ts';

const HELP = `
Where a speaker changed what he holds: the stance was reversed, a condition came,
went or became another, or a number of his own did. Each with both statements and
the words that show it. Without --about, --issue and --speaker one speaker after
the other is looked at, the most quoted first; of each the latest 500 positions.
Where more were not looked at it is said, and with --json as "left".

Examples:
  onrecord shifts --about "peace talks"
  onrecord shifts --speaker "Mara Tellen"
  onrecord shifts --issue lake-orra --from 2031-01-01 --json`;

/** Shifts as asked for, of one speaker after the other: whoever needs few of them waits for few. */
async function* shiftsAsked(record: RecordStore, { ledger, speaker, ...days }: Asked): AsyncGenerator<ShiftsFound> {
  const { shiftsBy, shiftsOn } = await import('../../pipeline/index.ts');
  if (ledger) yield await forPeople(() => shiftsOn(record, ledger));
  else if (speaker !== undefined) yield shiftsBy(record, speaker, days);
  else
    for (const { key } of everyItem((paging) => record.speakers(paging), Number.MAX_SAFE_INTEGER))
      yield shiftsBy(record, key, days);
}

/** Says what was not looked at: a shift may stand there. */
function noteLeft({ shifts, read, left }: ShiftsFound, onIssue: boolean): void {
  if (left === 0) return;
  const of = shifts[0]?.after.speaker?.name;
  const which = onIssue ? 'likeliest statements' : `latest positions${of === undefined ? '' : ` of ${of}`}`;
  note(
    `The ${read.toLocaleString('en')} ${which} were read, ${left.toLocaleString('en')} were not: ` +
      'narrow it with --from and --to to see others.',
  );
}

async function shifts(options: AskedOptions & ListOptions, command: Command): Promise<void> {
  await withRecord(options.record, async (record) => {
    const limit = limitOf(options);
    const asked = await askedOf(record, options, command);
    let shown = 0;
    for await (const found of shiftsAsked(record, asked)) {
      noteLeft(found, asked.ledger !== null && asked.ledger !== undefined);
      for (const shift of found.shifts) {
        if (shown === limit) {
          note(`There are more; --limit shows more than ${limit}.`);
          return;
        }
        if (shown > 0 && !options.json) await printLine();
        const { read, left } = found;
        await (options.json ? printJson(left > 0 ? { ...shift, read, left } : shift) : printLine(shiftView(shift)));
        shown++;
      }
    }
    if (shown === 0) note(`No shift was found in ${options.record}.`);
  });
}

/** `shifts`: who changed what he holds. */
export function addShifts(program: Command): void {
  withAskedOptions(program.command('shifts'))
    .description('list where speakers changed what they hold, or on what condition')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(shifts);
}
