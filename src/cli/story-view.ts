import type {
  RecordedArticle,
  RecordedStory,
  RecordedStoryPage,
  RecordedStoryStatements,
  StoryOutlet,
  StoryStatement,
} from '../store/index.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';
import { speakerName, wordsOf } from './views.ts';

const day = (published: string | null): string => published?.slice(0, 10) ?? 'no date';
const outletName = (outlet: string | null): string => outlet ?? 'outlet not known';

/** "2031-05-04 to 2031-05-06", a single day once. */
function days({ from, to }: RecordedStory): string {
  return from === null || day(from) === day(to) ? day(from) : `${day(from)} to ${day(to)}`;
}

/** A story in a list: its title, how much there is of it, when, and its address. */
export function storyView(story: RecordedStory): string {
  const { key, lead, articles, outlets } = story;
  const about = `${count(articles, 'article')}, ${count(outlets, 'outlet')}, ${days(story)} [${key}]`;
  return [
    wrap(paint('bold', stripUnsafe(lead.title ?? `article ${lead.id}`))),
    wrap(paint('dim', stripUnsafe(about)), '  '),
  ].join('\n');
}

function articleLine({ published, outlet, title, id, key }: RecordedArticle): string {
  return wrap(
    stripUnsafe(`${day(published)}  ${outletName(outlet)}: ${title ?? `article ${id}`} [${key}]`),
    '  ',
    '    ',
  );
}

/** What became of a statement's words in one outlet: "Radio Ardal altered them (negation) [3f0c…-2]". */
function cellLine({ outlet }: StoryOutlet, cell: NonNullable<StoryStatement['cells'][number]>): string {
  const { change, kinds, attribution, occurrences } = cell;
  const became = [change ?? 'the earliest', kinds.length === 0 ? '' : ` (${kinds.join(', ')})`].join('');
  const times = occurrences > 1 ? `, ${occurrences} times` : '';
  const line = stripUnsafe(`${outletName(outlet)}: ${became}${times} [${attribution}]`);
  return wrap(change === 'altered' ? paint('bold', line) : paint('dim', line), '    ', '      ');
}

/** A statement with what each outlet makes of it. */
function statementLines({ statement, cells }: StoryStatement, outlets: readonly StoryOutlet[]): string {
  const { earliest } = statement;
  return [
    wrap(`${paint('bold', stripUnsafe(speakerName(earliest)))}: ${wordsOf(earliest)}`, '  ', '    '),
    ...outlets.flatMap((outlet, at) => (cells[at] ? cellLine(outlet, cells[at]) : [])),
  ].join('\n');
}

function aloneLine({ outlet, alone, statements }: StoryOutlet): string {
  return wrap(stripUnsafe(`${outletName(outlet)}: ${alone} of ${count(statements, 'statement')}`), '  ', '    ');
}

/** One story: its articles in time, what several of its outlets report, and how much each alone has. */
export function storyDetailView({ story, articles, outlets, statements }: RecordedStoryPage & RecordedStoryStatements) {
  const parts = [storyView(story), articles.map(articleLine).join('\n')];
  if (statements.total > 0) {
    parts.push(
      paint('bold', `${count(statements.total, 'statement')} of several outlets`),
      ...statements.items.map((one) => statementLines(one, outlets.items)),
    );
  }
  const named = outlets.items.filter(({ outlet, alone }) => outlet !== null && alone > 0);
  if (named.length > 0) parts.push([paint('bold', 'What one outlet alone has'), ...named.map(aloneLine)].join('\n'));
  return parts.join('\n\n');
}
