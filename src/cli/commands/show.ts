import type { Command } from 'commander';
import type { Announcement, RecordedAttribution, RecordStore } from '../../store/index.ts';
import { CommandError } from '../errors.ts';
import { markText } from '../marked-text.ts';
import { jsonOption, recordOption } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { withRecord } from '../records.ts';
import { count, paint, stripUnsafe, wrap } from '../terminal.ts';
import { manner, revisionLine, speakerName, wordsOf } from '../views.ts';

const HELP = `
ID is the article's key as onrecord articles shows it, or the id it came with.
What is attributed stands between numbered marks, [1: so :1], and the numbers
are explained below the text.

Examples:
  onrecord show 3f0c9a1b7d42
  onrecord show harbour-talks --json | jq .attributions`;

type Shown = NonNullable<ReturnType<RecordStore['article']>>;

/** "[3] Mara Tellen, minister: direct, says". */
function statementLine(attribution: RecordedAttribution): string {
  const role = attribution.speaker?.role ? `, ${attribution.speaker.role}` : '';
  const who = `${paint('bold', stripUnsafe(speakerName(attribution)))}${stripUnsafe(role)}`;
  const number = `[${numberOf(attribution)}] `;
  return wrap(`${who}: ${stripUnsafe(manner(attribution))}`, number, ' '.repeat(number.length));
}

/** The number of an attribution in its article, from 1. */
const numberOf = ({ key }: RecordedAttribution): number => Number(/\d+$/.exec(key)![0]) + 1;

/** "announced by Ardal Herald on 2031-05-04; first published by Kolm Courier, https://…". */
function announcementLine({ outlet, seenAt, publisher }: Announcement): string {
  const first = publisher && [publisher.name, publisher.url].filter(Boolean).join(', ');
  return `announced by ${outlet} on ${seenAt.slice(0, 10)}${first ? `; first published by ${first}` : ''}`;
}

async function printArticle(
  { article, text, attributions, notStatements }: Shown,
  announcements: readonly Announcement[],
): Promise<void> {
  const about = [article.outlet, article.published, article.byline].filter(Boolean).join(', ');
  await printLine(wrap(paint('bold', stripUnsafe(article.title ?? article.id))));
  if (about) await printLine(wrap(stripUnsafe(about)));
  const captured = `${article.key}, captured ${article.capturedAt.slice(0, 16).replace('T', ' ')} from`;
  await printLine(wrap(paint('dim', stripUnsafe(`${captured} ${article.url ?? article.location}`))));
  for (const each of announcements) await printLine(wrap(paint('dim', stripUnsafe(announcementLine(each)))));
  const superseded = revisionLine(article);
  if (superseded) await printLine(wrap(superseded));
  const marked = attributions.map((each) => ({ number: numberOf(each), spans: each.content }));
  for (const paragraph of markText(text, marked).split('\n')) {
    if (paragraph.trim() === '') continue;
    await printLine();
    await printLine(wrap(paragraph));
  }
  await printLine();
  await printLine(attributions.length > 0 ? `${count(attributions.length, 'attribution')}:` : 'No attributions found.');
  for (const attribution of attributions) await printLine(statementLine(attribution));
  if (notStatements.length === 0) return;
  await printLine();
  await printLine('Marked as no statement:');
  for (const each of notStatements) {
    await printLine(statementLine(each));
    await printLine(wrap(wordsOf(each), '    '));
  }
}

async function show(id: string, options: { record: string; json?: true }): Promise<void> {
  await withRecord(options.record, async (record) => {
    const found = record.article(id);
    if (!found) {
      throw new CommandError(
        `${options.record} holds no article ${id}, or several with this id: onrecord articles lists their keys.`,
      );
    }
    const announcements = record.announcements(found.article.newest);
    await (options.json ? printJson({ ...found, announcements }) : printArticle(found, announcements));
  });
}

/** `show ID`: an article with what is attributed in it. */
export function addShow(program: Command): void {
  program
    .command('show')
    .description('show an article with what is attributed in it, and to whom')
    .argument('<id>', "the article's key or id")
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(show);
}
