/** `sources …`: what is watched. */
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { SourceAdded } from '../../../pipeline/index.ts';
import type { SourceKind } from '../../../store/index.ts';
import { CommandError, forPeople } from '../../errors.ts';
import { interruptible } from '../../interrupts.ts';
import {
  contactOption,
  jsonOption,
  type PrivateAddresses,
  privateAddressesOption,
  recordOption,
} from '../../options.ts';
import { jsonText, note, print, printJson, printLine } from '../../output.ts';
import { refusalLine } from '../../progress.ts';
import { withRecord, withWritableRecord } from '../../records.ts';
import { healthView, sourceView } from '../../sources-view.ts';
import { count, stripUnsafe } from '../../terminal.ts';

const HELP = `
A source is a feed (RSS, Atom, JSON Feed), a sitemap, or a page. Of a site's
page the feed that it offers is taken, or else the sitemap that its robots.txt
names. onrecord watch asks them, and fetches what they announce.

Examples:
  onrecord sources add https://courier.example --outlet "The Courier"
  onrecord sources list --health
  onrecord sources remove 3
  onrecord sources import feeds.opml
  onrecord sources export > feeds.opml`;

const ADD_HELP = `
Each address is asked once: a feed or a sitemap is added, of a page the feed
that it offers. With --kind it is added without being asked; a source of kind
page is one that is watched itself, as a live page is.

Examples:
  onrecord sources add https://courier.example/rss.xml
  onrecord sources add --kind page https://courier.example/live/talks`;

interface SourcesOptions {
  readonly record: string;
  readonly json?: true;
}

interface AddOptions extends SourcesOptions, PrivateAddresses {
  readonly outlet?: string;
  readonly folder?: readonly string[];
  readonly kind?: SourceKind;
  readonly contact?: string;
}

async function report(event: SourceAdded, json: boolean): Promise<void> {
  if (event.outcome === 'refused') {
    process.exitCode = 1;
    note(refusalLine(event.refusal));
    if (json) await printLine(jsonText({ outcome: event.outcome, ...event.refusal }));
    return;
  }
  const { outcome, source, others, fresh } = event;
  if (json) {
    await printLine(jsonText({ outcome, source, others, fresh }));
    return;
  }
  const news = fresh === null ? '' : `, ${count(fresh, 'article')} to fetch`;
  await printLine(stripUnsafe(`${outcome}  ${source.url} (${source.kind} of ${source.outlet}${news})`));
  if (others.length > 0) note(`The page offers others too: ${others.join(' ')}`);
}

async function add(addresses: string[], options: AddOptions): Promise<void> {
  const { addSources, openRecord } = await import('../../../pipeline/index.ts');
  const record = await forPeople(() => openRecord(options.record, { create: true }));
  const { outlet, folder: folders, kind, contact, allowPrivateAddresses = false } = options;
  const about = {
    outlet,
    folders,
    kind,
    allowPrivate: allowPrivateAddresses,
    ...(contact === undefined ? {} : { contact }),
  };
  try {
    const status = await interruptible('Stopping.', async (signal) => {
      const events = addSources(record, addresses, { ...about, signal });
      for await (const event of events) await report(event, options.json === true);
    });
    if (status !== null) process.exitCode = status;
  } finally {
    record.close();
  }
}

async function list({
  record: path,
  json,
  health,
  all,
}: SourcesOptions & { health?: true; all?: true }): Promise<void> {
  await withRecord(path, async (record) => {
    const views = health
      ? record.health().map((one) => [one, healthView(one)] as const)
      : record.sources({ removed: all === true }).map((one) => [one, sourceView(one)] as const);
    for (const [one, view] of views) await (json ? printJson(one) : printLine(view));
    if (views.length > 0 || json) return;
    note(
      health
        ? `Nothing was fetched yet for ${path}.`
        : `No source is watched for ${path}: onrecord sources add URL adds one.`,
    );
  });
}

async function remove(named: string[], { record: path, json }: SourcesOptions): Promise<void> {
  await withWritableRecord(path, async (record) => {
    for (const urlOrId of named) {
      const source = record.removeSource(urlOrId, new Date().toISOString());
      if (!source) {
        process.exitCode = 1;
        note(`onrecord: ${urlOrId}: no such source is watched; onrecord sources list shows numbers and addresses.`);
      } else
        await (json ? printJson({ outcome: 'removed', source }) : printLine(stripUnsafe(`removed  ${source.url}`)));
    }
  });
}

async function importList(file: string, { record: path, json }: SourcesOptions): Promise<void> {
  const { importSources, openRecord } = await import('../../../pipeline/index.ts');
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file}: ${error.code === 'ENOENT' ? 'There is no such file.' : error.message}`);
  });
  const record = await forPeople(() => openRecord(path, { create: true }));
  try {
    const { added, unchanged, problems } = await importSources(record, bytes).catch((error: Error) => {
      throw new CommandError(`${file}: ${error.message}`);
    });
    for (const source of added)
      await (json ? printJson({ outcome: 'added', source }) : printLine(stripUnsafe(`added  ${source.url}`)));
    for (const problem of problems) note(`onrecord: ${file}: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    note(`${path}: ${count(added.length, 'source')} added, ${unchanged.length} already there.`);
  } finally {
    record.close();
  }
}

async function exportList({ record: path, format }: SourcesOptions & { format: 'opml' | 'json' }): Promise<void> {
  const { exportSources } = await import('../../../pipeline/index.ts');
  await withRecord(path, async (record) => {
    if (format === 'opml') await print(await exportSources(record));
    else for (const source of record.sources()) await printJson(source);
  });
}

/** `sources …`. */
export function addSourcesCommands(program: Command): void {
  const sources = program
    .command('sources')
    .description('what is watched: add, list, remove, import and export sources; how much comes in')
    .addHelpText('after', HELP);
  sources
    .command('add')
    .description('watch the feed, sitemap or page of an address')
    .argument('<url...>', 'feeds, sitemaps, or pages of sites')
    .option('--outlet <name>', 'whose articles they announce (default: as they call themselves)')
    .option('--folder <name...>', 'the folders they lie in, from the outside in')
    .addOption(
      new Option('--kind <kind>', 'what they are: they are not asked first').choices(['feed', 'sitemap', 'page']),
    )
    .addOption(contactOption())
    .addOption(privateAddressesOption())
    .addOption(recordOption())
    .addOption(jsonOption('one for each address'))
    .addHelpText('after', ADD_HELP)
    .action(add);
  sources
    .command('list', { isDefault: true })
    .description('list what is watched, and how much of it comes in')
    .option('--health', 'for each outlet: the share of its articles that came in whole, and since when it fails')
    .option('--all', 'also what was removed')
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(list);
  sources
    .command('remove')
    .description('watch sources no longer; what came in stays')
    .argument('<source...>', 'addresses or numbers, as list shows them')
    .addOption(recordOption())
    .addOption(jsonOption('one for each source'))
    .action(remove);
  sources
    .command('import')
    .description('watch the feeds of a list, as feed readers write it (OPML)')
    .argument('<file>', 'the list')
    .addOption(recordOption())
    .addOption(jsonOption('one for each source that was added'))
    .action(importList);
  sources
    .command('export')
    .description('write what is watched as a list for feed readers (OPML), or as JSON Lines')
    .addOption(new Option('--format <format>', 'how').choices(['opml', 'json']).default('opml'))
    .addOption(recordOption())
    .action(exportList);
}
