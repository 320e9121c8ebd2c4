import type { Command } from 'commander';
import { analyzeFiles } from '../analyzing.ts';
import { type LedgerFormat, ledgerFormatOption, openLedger, printLedger } from '../ledger.ts';
import {
  type ArticleOptions,
  articlesAsked,
  fromOption,
  jsonOption,
  type ListOptions,
  limitOption,
  type PrivateAddresses,
  privateAddressesOption,
  type RulesFile,
  recordOption,
  rulesOption,
  toOption,
  type Workers,
  workersOption,
} from '../options.ts';
import { printJson } from '../output.ts';
import { withRecord } from '../records.ts';
import { theSpeaker } from '../speakers.ts';

const HELP = `
WORDS stand for all their forms and for words of the same sense ("talks" for
"negotiations"); all of them must stand in what was said or in its sentence.

Without FILE it reads a record: speaker by speaker what was held, in time, with
what changed and what collides. --format csv or jsonl writes a ledger with one
row for each position and all evidence.

With FILE it writes one line of JSON for each position:
  {id, speaker, about, stance, condition, content, conflicts_with: null |
    [{id, speaker, content, reason, confidence}]}
stance is accepts, rejects, demands, offers, denies or states; condition and
content are [start, end) in UTF-16 code units of the article's text.
conflicts_with are other positions that cannot both hold; which one does is not
said. All positions are held in memory until every article is read.

Examples:
  onrecord positions --about "peace talks"
  onrecord positions --about "peace talks" --format csv > ledger.csv
  onrecord positions --about "peace talks" news/*.html
  onrecord positions --about "toll" --also "road charge" news.jsonl`;

interface PositionsOptions extends PrivateAddresses, Workers, RulesFile, ListOptions, ArticleOptions {
  readonly about: string;
  readonly also: string[];
  readonly speaker?: string;
  readonly format?: LedgerFormat;
}

/** Options that ask something of a record. */
const OF_RECORDS = ['record', 'speaker', 'from', 'to', 'limit', 'format'] as const;

async function onFiles(files: string[], { about, also, ...options }: PositionsOptions): Promise<void> {
  const { positionsOn } = await import('../../pipeline/index.ts');
  for (const line of await positionsOn([about, ...also], analyzeFiles(files, options))) await printJson(line);
}

async function positions(files: string[], options: PositionsOptions, command: Command): Promise<void> {
  if (files.length > 0) {
    const given = OF_RECORDS.find((name) => command.getOptionValueSource(name) === 'cli');
    if (given) command.error(`error: --${given} is for a record, and articles were named`);
    return onFiles(files, options);
  }
  const { from, to } = articlesAsked(options, command);
  await withRecord(options.record, async (record) => {
    const speakers = options.speaker === undefined ? undefined : [theSpeaker(record, options.speaker).key];
    const ledger = await openLedger(record, { wordings: [options.about, ...options.also], speakers, from, to });
    await printLedger(ledger, options);
  });
}

/** `positions --about WORDS [FILE…]`: who holds what on an issue, in a record or in files. */
export function addPositions(program: Command): void {
  program
    .command('positions')
    .description('find who holds what on an issue, and on what condition, in a record or in files')
    .argument('[file...]', 'articles, as analyze takes them, or - for standard input')
    .requiredOption('--about <words>', 'the issue')
    .option('--also <words>', 'another way to put it; may be given again', (one, all: string[]) => [...all, one], [])
    .option('--speaker <name>', 'only what this speaker holds')
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(limitOption('show at most this many positions'))
    .addOption(ledgerFormatOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addOption(workersOption())
    .addHelpText('after', HELP)
    .action(positions);
}
