/** `watch`: asks sources and fetches what they announce. */
import { type Command, Option } from 'commander';
import type { WatchEvent } from '../../pipeline/index.ts';
import { openAnalyzer } from '../analyzing.ts';
import { CommandError, forPeople } from '../errors.ts';
import { interruptible } from '../interrupts.ts';
import {
  contactOption,
  duration,
  jsonOption,
  type PrivateAddresses,
  privateAddressesOption,
  type RulesFile,
  recordOption,
  rulesOption,
  type Workers,
  wholeNumber,
  workersOption,
} from '../options.ts';
import { goOnWithoutReader, jsonText, note, printLine } from '../output.ts';
import { requireRecord } from '../records.ts';
import { openRules } from '../rules.ts';
import { count, stripUnsafe } from '../terminal.ts';

const HELP = `
Sources are asked as often as they bring something new, and what they announce
is fetched and put into the record; it is looked at again for edits when the
source says that it changed, and 10 minutes, 1 hour, 6 hours, 1 day and 3 days
after publication. One request at a time goes to each host, with a delay
between them; robots.txt, Retry-After, ETag and Last-Modified are heeded.

Everything that is to be done stands in the record: stopped at any moment, even
by kill -9, the same command goes on without loss or repetition. Every attempt
is kept with its outcome: onrecord sources list --health.

Examples:
  onrecord watch --contact desk@courier.example
  onrecord watch --once --json | jq 'select(.outcome != "ok")'`;

interface WatchCommandOptions extends PrivateAddresses, Workers, RulesFile {
  readonly record: string;
  readonly json?: true;
  readonly once?: true;
  readonly interval?: number;
  readonly delay?: number;
  readonly hosts?: number;
  readonly contact?: string;
}

interface Tally {
  attempts: number;
  added: number;
  revised: number;
  failed: number;
}

const isFailure = (outcome: string): boolean => outcome !== 'ok' && outcome !== 'unchanged';

/** One event as a JSON object. */
function eventJson(event: WatchEvent): string {
  const { attempt } = event;
  const outcome = attempt?.outcome ?? 'ok';
  const reason = attempt?.reason ?? null;
  if (event.what === 'source') {
    const { what, source, fresh, changed, problems } = event;
    return jsonText({ what, url: source.url, outlet: source.outlet, outcome, reason, fresh, changed, problems });
  }
  const { what, url, outlet, noted, article, refusal } = event;
  const about = { id: article?.id ?? null, title: article?.title ?? null, refusal: refusal?.reason ?? null };
  return jsonText({ what, url, outlet, outcome, reason, noted, ...about });
}

/** One event as people read it; null for what is as it was. */
function eventLine(event: WatchEvent): string | null {
  if (event.what === 'source') {
    const { source, fresh, changed } = event;
    const news = [fresh > 0 && `${fresh} new`, changed > 0 && `${changed} changed`].filter(Boolean).join(', ');
    return news === '' ? null : `asked  ${source.url}: ${news}`;
  }
  const { noted, article, url } = event;
  if (noted === null || noted === 'unchanged') return null;
  const found = article && 'attributions' in article ? article.attributions.length : 0;
  return `${noted}  ${url} (${count(found, 'attribution')})`;
}

async function report(event: WatchEvent, tally: Tally, json: boolean): Promise<void> {
  const { attempt } = event;
  const refusal = event.what === 'item' ? event.refusal : null;
  if (attempt) tally.attempts++;
  if (event.what === 'item' && event.noted !== null && event.noted !== 'unchanged') tally[event.noted]++;
  if (json) await printLine(eventJson(event));
  const url = event.what === 'item' ? event.url : event.source.url;
  if (attempt && (isFailure(attempt.outcome) || refusal)) {
    tally.failed++;
    note(`onrecord: ${url}: ${refusal?.reason ?? attempt.reason ?? attempt.outcome}`);
    return;
  }
  const line = json ? null : eventLine(event);
  if (line !== null) await printLine(stripUnsafe(line));
}

async function watchEach(options: WatchCommandOptions, signal: AbortSignal, tally: Tally): Promise<void> {
  const { openRecord, watch } = await import('../../pipeline/index.ts');
  const rules = await openRules(options.rules);
  const record = await forPeople(() => openRecord(options.record, { create: false }));
  const analyzer = await openAnalyzer(options);
  try {
    if (record.sources().length === 0)
      throw new CommandError(`No source is watched for ${options.record}: onrecord sources add URL adds one.`);
    const { once, interval, delay, hosts, contact, allowPrivateAddresses } = options;
    const events = watch(record, analyzer, {
      once: once === true,
      rules,
      signal,
      allowPrivate: allowPrivateAddresses === true,
      ...(interval === undefined ? {} : { intervalMs: interval }),
      ...(delay === undefined ? {} : { delayMs: delay }),
      ...(hosts === undefined ? {} : { atOnce: hosts }),
      ...(contact === undefined ? {} : { contact }),
    });
    for await (const event of events) await report(event, tally, options.json === true);
  } finally {
    record.close();
    await analyzer.close();
  }
}

function summary({ attempts, added, revised, failed }: Tally, record: string): string {
  const parts = [`${count(attempts, 'attempt')}`, `${count(added, 'article')} added`];
  if (revised > 0) parts.push(`${revised} revised`);
  if (failed > 0) parts.push(`${failed} failed`);
  return `${record}: ${parts.join(', ')}.`;
}

async function watchSources(options: WatchCommandOptions): Promise<void> {
  requireRecord(options.record);
  goOnWithoutReader();
  const tally: Tally = { attempts: 0, added: 0, revised: 0, failed: 0 };
  const interrupted = await interruptible(
    'Stopping: what is under way is dropped, and done the next time. Interrupt again to stop at once.',
    (signal) => watchEach(options, signal, tally),
  );
  note(summary(tally, options.record));
  if (interrupted !== null) process.exitCode = interrupted;
  else if (tally.failed > 0) process.exitCode = 1;
}

/** `watch`. */
export function addWatch(program: Command): void {
  program
    .command('watch')
    .description('ask the sources, and put what they announce into the record, again and again')
    .option('--once', 'do what is due, and end')
    .addOption(
      new Option('--interval <time>', 'ask each source so often (default: as often as it changes, 5m to 6h)').argParser(
        duration(1_000),
      ),
    )
    .addOption(
      new Option(
        '--delay <time>',
        'between two requests to one host (default: 2s); less only on hosts of your own',
      ).argParser(duration(0)),
    )
    .addOption(
      new Option('--hosts <number>', 'hosts that are asked at the same time (default: 8)').argParser(
        wholeNumber(1, 100),
      ),
    )
    .addOption(contactOption())
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addOption(workersOption())
    .addOption(recordOption())
    .addOption(jsonOption('one for each attempt'))
    .addHelpText('after', HELP)
    .action(watchSources);
}
