import type { Command } from 'commander';
import type { RecordedArticle } from '../../store/index.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../options.ts';
import { note, printJson, printLine } from '../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../records.ts';
import { count, paint, stripUnsafe, wrap } from '../terminal.ts';

const HELP = `
Examples:
  onrecord articles
  onrecord articles --outlet "The Harbour Post" --json | jq -r .key`;

function line(article: RecordedArticle): string {
  const { key, published, outlet, title, attributions, revision } = article;
  const date = stripUnsafe(published ?? 'undated')
    .slice(0, 10)
    .padEnd(10);
  const what = `${outlet ?? 'unknown outlet'}: ${title ?? article.id} (${count(attributions, 'attribution')}${revision > 1 ? `, revision ${revision}` : ''})`;
  return wrap(
    stripUnsafe(what),
    `${paint('dim', stripUnsafe(key))}  ${date}  `,
    ' '.repeat(key.length + date.length + 4),
  );
}

async function articles(options: ListOptions & { outlet?: string }): Promise<void> {
  await withRecord(options.record, async (record) => {
    const outlet = options.outlet === undefined ? {} : { outlet: options.outlet };
    let shown = 0;
    for (const article of everyItem((paging) => record.articles({ ...paging, ...outlet }), limitOf(options))) {
      await (options.json ? printJson(article) : printLine(line(article)));
      shown++;
    }
    if (shown > 0) noteRest(shown, record.articles({ limit: 1, ...outlet }).total);
    else if (options.outlet === undefined) note(`${options.record} holds no articles.`);
    else note(`${options.record} holds no article of the outlet “${options.outlet}”: its name must be given in full.`);
  });
}

/** `articles`: what a record holds. */
export function addArticles(program: Command): void {
  program
    .command('articles')
    .description('list the articles of a record')
    .option('--outlet <name>', 'only those of this outlet')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(articles);
}
