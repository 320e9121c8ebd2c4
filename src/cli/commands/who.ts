import type { Command } from 'commander';
import type { RecordedSpeaker, RecordStore } from '../../store/index.ts';
import { CommandError } from '../errors.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { speakerLine, speakersCalled } from '../speakers.ts';
import { count, paint, stripUnsafe, wrap } from '../terminal.ts';
import { attributionView, correctedBy, itemLine } from '../views.ts';

const HELP = `
NAME may be words of a name or how they begin, without regard to case and
accents, or a speaker's key. When it fits several speakers they are listed with
their keys; with --json each of them comes with what was said.

Examples:
  onrecord who Tellen
  onrecord who "Mara Tellen" --limit 5
  onrecord who tellen --json | jq -r '.attributions.items[].words'`;

type Detail = NonNullable<ReturnType<RecordStore['speaker']>>;

/** A speaker with as many attributions as the limit lets through, in the shape of the HTTP API. */
function detail(record: RecordStore, key: string, limit: number): Detail {
  const first = record.speaker(key, { limit: 1 })!;
  const items = [...everyItem((paging) => record.speaker(key, paging)!.attributions, limit)];
  return { ...first, attributions: { items, total: first.attributions.total } };
}

/** "secretary (4), former minister" from the most frequent on. */
function tallied(items: readonly { attributions: number }[], nameOf: (i: number) => string): string {
  return items.map((item, i) => (items.length > 1 ? `${nameOf(i)} (${item.attributions})` : nameOf(i))).join(', ');
}

async function printSpeaker({ speaker, roles, outlets, attributions, corrections }: Detail): Promise<void> {
  const size = `${count(speaker.attributions, 'attribution')} in ${count(speaker.articles, 'article')}`;
  await printLine(wrap(`${paint('bold', stripUnsafe(speaker.name))} (${stripUnsafe(speaker.kind)}): ${size}`));
  if (roles.length > 0) {
    await printLine(wrap(stripUnsafe(`as ${tallied(roles, (i) => roles[i]!.role)}`), '  ', '     '));
  }
  if (outlets.length > 0) {
    const names = tallied(outlets, (i) => outlets[i]!.outlet ?? 'unknown outlet');
    await printLine(wrap(stripUnsafe(`in ${names}`), '  ', '     '));
  }
  if (speaker.wikidata) await printLine(wrap(stripUnsafe(`Wikidata: ${itemLine(speaker.wikidata)}`), '  ', '     '));
  if (corrections.length > 0) await printLine(wrap(stripUnsafe(correctedBy(corrections)), '  ', '     '));
  for (const attribution of attributions.items) {
    await printLine();
    await printLine(attributionView(attribution, false));
  }
  noteRest(attributions.items.length, attributions.total);
}

/** Speakers as JSON Lines, each with as many attributions as the limit lets through. */
async function printAll(record: RecordStore, speakers: readonly RecordedSpeaker[], limit: number): Promise<void> {
  for (const { key } of speakers) await printJson(detail(record, key, limit));
  const cut = speakers.filter(({ attributions }) => attributions > limit);
  if (cut.length === 0) return;
  const most = Math.max(...cut.map(({ attributions }) => attributions));
  note(`Not every attribution of ${count(cut.length, 'speaker')} is shown; --limit ${most} shows all.`);
}

async function who(words: string[], options: ListOptions): Promise<void> {
  const name = words.join(' ');
  await withRecord(options.record, async (record) => {
    const speakers = speakersCalled(record, name);
    if (speakers.length === 0) {
      throw new CommandError(`No speaker in ${options.record} has a name with “${name}”.`);
    }
    if (options.json) {
      await printAll(record, speakers, limitOf(options));
      return;
    }
    if (speakers.length === 1) {
      await printSpeaker(detail(record, speakers[0]!.key, limitOf(options)));
      return;
    }
    for (const speaker of speakers) await printLine(wrap(stripUnsafe(speakerLine(speaker)), '', '  '));
    note(`“${name}” fits ${speakers.length} speakers: onrecord who KEY shows what one of them said.`);
  });
}

/** `who NAME`: what a speaker said. */
export function addWho(program: Command): void {
  program
    .command('who')
    .description('what a speaker said, with the evidence')
    .argument('<name...>', "a part of the speaker's name, or the speaker's key")
    .addOption(limitOption('show at most this many attributions of a speaker'))
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(who);
}
