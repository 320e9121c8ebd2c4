import type { Command } from 'commander';
import { extractedLine } from '../lines.ts';
import { keepLittleGarbage } from '../memory.ts';
import { type PrivateAddresses, privateAddressesOption, type RulesFile, rulesOption } from '../options.ts';
import { printJson } from '../output.ts';
import { noticeLine, refusalLine, startProgress } from '../progress.ts';
import { openRules } from '../rules.ts';

const HELP = `
Writes one line of JSON for each article:
  {id, title, byline, published, outlet, language, text, credit}
credit is whom the publisher names as its source beside the text, or null;
and of a page also:
  {modified, section, paywalled, canonical, amp}
and of a live blog also its posts, whose spans are [start, end) in UTF-16 code
units of text:
  {posts: [{span, at, title}]}

RULES is a file of JSON, a list of
  {"hosts": ["news.example", "*.news.example"], "title": SELECTOR,
   "byline": …, "published": …, "text": …, "remove": [SELECTOR, …]}
of which all but hosts may be left out. The first that fits the page's address
holds; what it does not find is found as in any other page.

Examples:
  onrecord extract page.html
  onrecord extract pages/ | jq -r .title
  onrecord extract --rules rules.json https://news.example/talks.html`;

async function extract(files: string[], { rules: file, ...options }: PrivateAddresses & RulesFile): Promise<void> {
  keepLittleGarbage();
  const { capture, isRefusal } = await import('../../pipeline/index.ts');
  const rules = await openRules(file);
  const progress = await startProgress(files, false);
  try {
    for await (const item of capture(files, {
      ...options,
      rules,
      notice: (notice) => progress.note(noticeLine(notice)),
    })) {
      if (isRefusal(item)) {
        process.exitCode = 1;
        progress.note(refusalLine(item));
        continue;
      }
      await printJson(extractedLine(item));
      progress.step(item.snapshot.bytes.length, 0);
    }
  } finally {
    progress.stop();
  }
}

/** `extract FILE…`: articles without the page around them, as JSON Lines. */
export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('title, date, byline, outlet and main text of pages; JSON Lines to standard output')
    .argument(
      '<file...>',
      'articles: .html, .html.gz, .mhtml, .txt, .md, .pdf, .docx, .warc.gz, .wacz, folders, URLs, or - for standard input',
    )
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addHelpText('after', HELP)
    .action(extract);
}
