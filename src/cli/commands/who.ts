import type { Command } from 'commander';
import type { RecordedSpeaker, RecordStore } from '../../store/index.ts';
import {
  type ArticleOptions,
  articlesAsked,
  fromOption,
  jsonOption,
  type ListOptions,
  limitOption,
  recordOption,
  toOption,
} from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { speakerView } from '../speaker-view.ts';
import { nobodyCalled, noteOthers, speakerLine, speakersCalled } from '../speakers.ts';
import { count, stripUnsafe, wrap } from '../terminal.ts';
import { attributionView } from '../views.ts';

const HELP = `
NAME may be any of a speaker's names, words of it or how they begin, without
regard to case and accents, or a speaker's key. One who is called just so is
taken, and it is said whom else it fits. When it fits several speakers they are
listed with their keys; with --json each of them comes with what was said. Dates
are those of the articles.

Examples:
  onrecord who Tellen
  onrecord who "Mara Tellen" --limit 5
  onrecord who tellen --outlet "The Harbour Post" --from 2031-01-01
  onrecord who tellen --json | jq -r '.attributions.items[].words'`;

type Detail = NonNullable<ReturnType<RecordStore['speaker']>>;

/** A speaker with as many attributions as the limit lets through, in the shape of the HTTP API. */
function detail(record: RecordStore, key: string, limit: number, articles: ArticleOptions): Detail {
  const first = record.speaker(key, { ...articles, limit: 1 })!;
  const items = [...everyItem((paging) => record.speaker(key, { ...articles, ...paging })!.attributions, limit)];
  return { ...first, attributions: { items, total: first.attributions.total } };
}

async function printSpeaker(found: Detail): Promise<void> {
  await printLine(speakerView(found));
  // What holds for the speaker stands above once, and not below each statement again.
  const saidAbove = new Set(found.corrections.map(({ number }) => number));
  for (const attribution of found.attributions.items) {
    const corrections = attribution.corrections.filter(({ number }) => !saidAbove.has(number));
    await printLine();
    await printLine(attributionView({ ...attribution, corrections }, false));
  }
  noteRest(found.attributions.items.length, found.attributions.total);
}

/** Speakers as JSON Lines, each with as many attributions as the limit lets through. */
async function printAll(
  record: RecordStore,
  speakers: readonly RecordedSpeaker[],
  limit: number,
  articles: ArticleOptions,
): Promise<void> {
  const cut: number[] = [];
  for (const { key } of speakers) {
    const found = detail(record, key, limit, articles);
    await printJson(found);
    if (found.attributions.total > limit) cut.push(found.attributions.total);
  }
  if (cut.length === 0) return;
  const most = Math.max(...cut);
  note(`Not every attribution of ${count(cut.length, 'speaker')} is shown; --limit ${most} shows all.`);
}

async function who(words: string[], options: ListOptions & ArticleOptions, command: Command): Promise<void> {
  const name = words.join(' ');
  if (name.trim() === '') command.error('error: no name was given');
  const articles = articlesAsked(options, command);
  await withRecord(options.record, async (record) => {
    const speakers = speakersCalled(record, name);
    if (speakers.length === 0) throw nobodyCalled(options.record, name);
    if (speakers.length === 1) noteOthers(record, name, speakers[0]!);
    if (options.json) {
      await printAll(record, speakers, limitOf(options), articles);
      return;
    }
    if (speakers.length === 1) {
      const found = detail(record, speakers[0]!.key, limitOf(options), articles);
      await printSpeaker(found);
      if (found.attributions.total === 0)
        note(`${options.record} holds no article of the outlet and days asked for that quotes this speaker.`);
      return;
    }
    for (const speaker of speakers) {
      const others = record.spellings(speaker.key)!.filter((spelling) => spelling !== speaker.name);
      await printLine(wrap(stripUnsafe(speakerLine(speaker, others)), '', '  '));
    }
    note(`“${name}” fits ${speakers.length} speakers: onrecord who KEY shows what one of them said.`);
  });
}

/** `who NAME`: what a speaker said. */
export function addWho(program: Command): void {
  program
    .command('who')
    .description('who a speaker is and what it said, with the evidence')
    .argument('<name...>', "any of the speaker's names or a part of one, or the speaker's key")
    .option('--outlet <name>', 'only in articles of this outlet')
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(limitOption('show at most this many attributions of a speaker'))
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(who);
}
