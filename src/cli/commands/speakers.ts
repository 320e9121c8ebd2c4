import { type Command, Option } from 'commander';
import type { SpeakerKind } from '../../model.ts';
import type { RecordStore } from '../../store/index.ts';
import { AUDIT_COLUMNS, auditedLine, auditHeading, auditNotes, auditView, SPEAKER_COLUMNS } from '../audit-view.ts';
import {
  type ArticleOptions,
  articlesAsked,
  fromOption,
  jsonOption,
  type ListOptions,
  limitOption,
  recordOption,
  speakerKindOption,
  toOption,
} from '../options.ts';
import { note, print, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';

const HELP = `
A source audit: whom the outlets quote, how often, and how many of it are named
persons, organizations and unnamed sources. Both tables are shown unless --by
asks for one; --json and --csv write one, that of the speakers unless --by says
outlet.

Examples:
  onrecord speakers
  onrecord speakers --by outlet --from 2031-01-01 --to 2031-03-31
  onrecord speakers --by speaker --kind unnamed --outlet "The Harbour Post"
  onrecord speakers --by outlet --csv > audit.csv`;

interface SpeakersOptions extends ListOptions, ArticleOptions {
  readonly kind?: SpeakerKind;
  readonly by?: 'outlet' | 'speaker';
  readonly allModes?: true;
  readonly csv?: true;
}

type Query = NonNullable<Parameters<RecordStore['sourceAudit']>[0]>;

/** Gives how many outlets there are. */
async function printOutlets(record: RecordStore, query: Query, limit: number): Promise<number> {
  const { total, outlets } = record.sourceAudit({ ...query, limit: 1 });
  if (outlets.total === 0) return 0;
  await printLine(auditHeading());
  for (const { outlet, ...audit } of everyItem(
    (paging) => record.sourceAudit({ ...query, ...paging }).outlets,
    limit,
  )) {
    await printLine(auditView(outlet ?? 'unknown outlet', audit));
  }
  if (outlets.total > 1) await printLine(auditView('All outlets', total));
  noteRest(Math.min(limit, outlets.total), outlets.total);
  return outlets.total;
}

/** Gives how many speakers there are. */
async function printSpeakers(
  record: RecordStore,
  query: Query & { kind?: SpeakerKind },
  limit: number,
): Promise<number> {
  let total = 0;
  for (const speaker of record.everyAuditedSpeaker(query)) {
    if (total < limit) await printLine(auditedLine(speaker));
    total++;
  }
  noteRest(Math.min(limit, total), total);
  return total;
}

async function printForPeople(record: RecordStore, query: Query, options: SpeakersOptions): Promise<void> {
  const limit = limitOf(options);
  if (options.by !== 'speaker') {
    if ((await printOutlets(record, query, limit)) === 0) {
      note(nothing(options));
      return;
    }
    await printLine();
  }
  if (options.by !== 'outlet') {
    const total = await printSpeakers(record, { ...query, ...kindOf(options) }, limit);
    if (total === 0) note('No such speaker is quoted there.');
    await printLine();
  }
  await printLine(auditNotes(options.allModes === true));
}

function nothing({ record, outlet, from, to }: SpeakersOptions): string {
  if (outlet !== undefined) return `${record} holds no article of “${outlet}”: an outlet's name must be given in full.`;
  return from === undefined && to === undefined
    ? `${record} holds no articles.`
    : `${record} holds no article of these days.`;
}

function kindOf({ kind }: SpeakersOptions): { kind?: SpeakerKind } {
  return kind === undefined ? {} : { kind };
}

/** The rows of one table, for programs. */
async function printRows(record: RecordStore, query: Query, options: SpeakersOptions): Promise<void> {
  const limit = limitOf({ ...options, json: true });
  const byOutlet = options.by === 'outlet';
  const { csvCells } = await import('../../store/index.ts');
  if (options.csv) await print(csvCells((byOutlet ? AUDIT_COLUMNS : SPEAKER_COLUMNS).map(([name]) => name)));
  if (byOutlet) {
    for (const audit of everyItem((paging) => record.sourceAudit({ ...query, ...paging }).outlets, limit)) {
      await (options.csv ? print(csvCells(AUDIT_COLUMNS.map(([, value]) => value(audit)))) : printJson(audit));
    }
    return;
  }
  let shown = 0;
  for (const speaker of record.everyAuditedSpeaker({ ...query, ...kindOf(options) })) {
    if (shown++ === limit) return;
    await (options.csv ? print(csvCells(SPEAKER_COLUMNS.map(([, value]) => value(speaker)))) : printJson(speaker));
  }
}

async function speakers(options: SpeakersOptions, command: Command): Promise<void> {
  if (options.kind !== undefined && options.by === 'outlet') {
    command.error('error: --kind is for the list of speakers, not for --by outlet, which counts each kind');
  }
  const query: Query = { ...articlesAsked(options, command), ...(options.allModes ? { modes: 'all' } : {}) };
  await withRecord(options.record, (record) =>
    options.json || options.csv ? printRows(record, query, options) : printForPeople(record, query, options),
  );
}

/** `speakers`: whom the outlets quote. */
export function addSpeakers(program: Command): void {
  program
    .command('speakers')
    .description('whom the outlets quote: a source audit, by outlet and by speaker')
    .option('--outlet <name>', 'only articles of this outlet')
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(speakerKindOption('only speakers of this kind'))
    .addOption(new Option('--by <what>', 'one table instead of both').choices(['outlet', 'speaker']))
    .option('--all-modes', 'count what is ascribed without words too (thinks, wants, feels, decides, shows)')
    .addOption(limitOption('show at most this many of each'))
    .addOption(recordOption())
    .addOption(jsonOption().conflicts('csv'))
    .option('--csv', 'write CSV, as export does')
    .addHelpText('after', HELP)
    .action(speakers);
}
