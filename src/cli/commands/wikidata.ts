/** `wikidata`: which items of Wikidata speakers are. */
import { parse, join as path } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import type { LinkEvent, Wikidata, WikidataOptions } from '../../pipeline/index.ts';
import type { RecordStore } from '../../store/index.ts';
import { byOption, corrector } from '../corrector.ts';
import { CommandError, forPeople } from '../errors.ts';
import { interruptible } from '../interrupts.ts';
import { linkView } from '../link-view.ts';
import { jsonOption, type PrivateAddresses, privateAddressesOption, recordOption, wholeNumber } from '../options.ts';
import { jsonText, note } from '../output.ts';
import { startSpeakerProgress } from '../progress.ts';
import { withRecord, withWritableRecord } from '../records.ts';
import { theSpeaker } from '../speakers.ts';
import { count } from '../terminal.ts';

const HELP = `
Each speaker is searched for by its names, and what is found is weighed by the
roles and dates that the record has. An item is taken only when it is sure
enough; of others it is said why not. Without NAME, those persons and
organizations are looked up, the most quoted first, of whom the record does not
say which item they are; who stays without one is looked up the next time too.

Nothing is asked of the network without --api, and nothing is written without
--write. What is written is a correction: onrecord correct undo takes it back,
and what onrecord correct wikidata says by hand stands against it.

With --api Wikidata is asked once a second at most, and its answers are kept in
a file beside the record (--cache). Wikimedia wants to know who asks: --contact.
--dump takes a part of a dump, one item a line (.json, .jsonl, .ndjson; .gz,
.zst), which is read once.

Examples:
  onrecord wikidata "Mara Tellen" --api --contact desk@courier.example
  onrecord wikidata --api --contact desk@courier.example --limit 100 --write
  onrecord wikidata --dump politicians.jsonl.gz --json | jq .link.item
  onrecord correct wikidata "Mara Tellen" none`;

const USUAL_LIMIT = 20;
/** Items of a dump after which it is told how far its reading is. */
const TOLD_EACH = 100_000;
/** Waits that are longer are told of. */
const LONG_WAIT_MS = 3_000;

interface CommandOptions extends PrivateAddresses {
  readonly record: string;
  readonly api?: true;
  readonly apiUrl?: string;
  readonly contact?: string;
  readonly dump?: string;
  readonly cache?: string;
  readonly maxAge?: number;
  readonly limit?: number;
  readonly write?: true;
  readonly by?: string;
  readonly json?: true;
}

interface Tally {
  looked: number;
  linked: number;
  found: number;
  before: number;
  none: number;
}

/** The file that keeps what Wikidata said: one for each source, beside the record. */
function cacheOf({ cache, record, dump }: CommandOptions): string {
  const { dir, name } = parse(record);
  return cache ?? path(dir, `${name}.wikidata-${dump === undefined ? 'api' : 'dump'}.db`);
}

/** Where items are looked up, as the options say. */
function sourceOf(options: CommandOptions, say: typeof note, signal: AbortSignal): WikidataOptions['from'] {
  const { dump, contact, apiUrl, maxAge, allowPrivateAddresses } = options;
  if (dump !== undefined) {
    const onProgress = (items: number): void => {
      signal.throwIfAborted();
      if (items % TOLD_EACH === 0) say(`${dump}: ${count(items, 'item')} read so far …`);
    };
    return { file: dump, onProgress };
  }
  return {
    contact: contact!,
    ...(apiUrl !== undefined && { url: apiUrl }),
    ...(maxAge !== undefined && { maxAgeDays: maxAge }),
    allowPrivateAddresses: allowPrivateAddresses === true,
  };
}

/** Opens Wikidata, and says what became of a dump. Null when that was interrupted. */
async function open(options: CommandOptions, say: typeof note, signal: AbortSignal): Promise<Wikidata | null> {
  const { openWikidata } = await import('../../pipeline/index.ts');
  const clock = {
    now: Date.now,
    random: Math.random,
    async wait(ms: number) {
      if (ms > LONG_WAIT_MS) say(`Wikidata is busy: it is asked again in ${Math.ceil(ms / 1_000)} seconds.`);
      await wait(ms);
    },
  };
  const cache = cacheOf(options);
  try {
    const wikidata = await forPeople(() => openWikidata({ cache, from: sourceOf(options, say, signal), clock }));
    const { indexed } = wikidata;
    if (indexed) say(`${options.dump}: ${count(indexed.items, 'item')} read into ${cache}.`);
    if (indexed?.firstUnread) {
      process.exitCode = 1;
      say(`onrecord: ${count(indexed.unread, 'line')} could not be read; the first: ${indexed.firstUnread}`);
    }
    return wikidata;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

/** The keys of the speakers named; who is not there, or not one alone, is refused by name. */
function keysOf(record: RecordStore, names: readonly string[]): string[] {
  const keys = names.flatMap((name) => {
    try {
      return theSpeaker(record, name).key;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      process.exitCode = 1;
      note(`onrecord: ${error.message}`);
      return [];
    }
  });
  return [...new Set(keys)];
}

function counted(tally: Tally, { outcome }: LinkEvent): void {
  tally.looked++;
  if (outcome === 'none') tally.none++;
  else if (outcome === 'linked') tally.linked++;
  else if (outcome === 'found') tally.found++;
  else tally.before++;
}

function summary({ looked, linked, found, before, none }: Tally, { record, write }: CommandOptions): string {
  const parts = [`${count(looked, 'speaker')} looked up`];
  if (linked > 0) parts.push(`${linked} linked`);
  if (found > 0) parts.push(`${found} found`);
  if (before > 0) parts.push(`${before} decided before`);
  if (none > 0) parts.push(`${none} without an item`);
  const rest = !write && found > 0 ? ' Nothing was written: with --write links go into the record.' : '';
  return `${record}: ${parts.join(', ')}.${rest}`;
}

/** Looks speakers of an open record up, and reports each, until the signal. */
async function lookUp(record: RecordStore, names: string[], options: CommandOptions, signal: AbortSignal) {
  const { linkSpeakers, speakersToLink, WikidataError } = await import('../../pipeline/index.ts');
  const write = options.write && { by: corrector(options) };
  const speakers = names.length ? keysOf(record, names) : speakersToLink(record, options.limit ?? USUAL_LIMIT);
  if (speakers.length === 0) {
    if (names.length === 0)
      note(
        `${options.record}: nobody is left to look up: of every person and organization it says which item it is, or that it is none.`,
      );
    return;
  }
  const progress = startSpeakerProgress(speakers.length, !options.json);
  const tally: Tally = { looked: 0, linked: 0, found: 0, before: 0, none: 0 };
  const wikidata = await open(options, progress.note, signal);
  try {
    if (!wikidata) return;
    for await (const event of linkSpeakers(record, wikidata, { speakers, signal, ...(write && { write }) })) {
      counted(tally, event);
      progress.step();
      await progress.line(options.json ? jsonText(event) : linkView(event));
    }
  } catch (error) {
    const again =
      `What was done until then stays, and what Wikidata said is kept in ${cacheOf(options)}: ` +
      'run the same command again once that has passed or is put right.';
    await forPeople(() => {
      throw error instanceof WikidataError ? new Error(`${error.message} ${again}`, { cause: error }) : error;
    });
  } finally {
    progress.stop();
    wikidata?.close();
    if (tally.looked > 0) note(summary(tally, options));
  }
}

async function wikidata(names: string[], options: CommandOptions, command: Command): Promise<void> {
  if ((options.api === undefined) === (options.dump === undefined))
    command.error('error: give one of --api, which asks Wikidata over the network, and --dump FILE');
  if (options.api && options.contact === undefined)
    command.error('error: --api needs --contact ADDRESS: an e-mail address or web page at which Wikimedia reaches you');
  if (names.length > 0 && options.limit !== undefined)
    command.error('error: --limit counts speakers that are not named; leave it out, or the names');
  const withOpen = options.write ? withWritableRecord : withRecord;
  const interrupted = await interruptible(
    'Stopping: what is written stays, what is being asked is dropped. Interrupt again to stop at once.',
    (signal) => withOpen(options.record, (record) => lookUp(record, names, options, signal)),
  );
  // A request that is still being answered would hold the process until it was.
  if (interrupted !== null) process.exit(interrupted);
}

/** `wikidata [NAME…]`. */
export function addWikidata(program: Command): void {
  program
    .command('wikidata')
    .description('which items of Wikidata the speakers of a record are')
    .argument('[name...]', "speakers: each a name that only one has, or a speaker's key")
    .option('--api', 'ask Wikidata over the network')
    .option('--contact <address>', 'with --api: your e-mail address or web page, sent with each request')
    .addOption(
      new Option('--dump <file>', 'look in a part of a dump instead').conflicts(['api', 'apiUrl', 'contact', 'maxAge']),
    )
    .option('--cache <file>', 'keeps what Wikidata said (default: beside the record)')
    .addOption(
      new Option('--max-age <days>', 'with --api: answers count for so long (default: 30)').argParser(
        wholeNumber(0, 36_500),
      ),
    )
    .addOption(new Option('--api-url <url>', 'with --api: the api.php of another Wikibase with the same properties'))
    .addOption(privateAddressesOption())
    .addOption(
      new Option('-n, --limit <number>', `look up at most this many (default: ${USUAL_LIMIT})`).argParser(
        wholeNumber(1, Number.MAX_SAFE_INTEGER),
      ),
    )
    .option('--write', 'put links into the record, as corrections')
    .addOption(byOption())
    .addOption(recordOption())
    .addOption(jsonOption('one for each speaker'))
    .addHelpText('after', HELP)
    .action(wikidata);
}
