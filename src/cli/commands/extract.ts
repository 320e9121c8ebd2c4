import type { Command } from 'commander';
import { extractLine } from '../lines.ts';
import { type PrivateAddresses, privateAddressesOption } from '../options.ts';
import { printJson } from '../output.ts';
import { noticeLine, refusalLine, startProgress } from '../progress.ts';

const HELP = `
Writes one line of JSON for each article:
  {id, title, byline, published, outlet, language, text}

Examples:
  onrecord extract page.html
  onrecord extract pages/ | jq -r .title`;

async function extract(files: string[], options: PrivateAddresses): Promise<void> {
  const { capture, isRefusal } = await import('../../pipeline/index.ts');
  const progress = await startProgress(files, false);
  try {
    for await (const item of capture(files, { ...options, notice: (notice) => progress.note(noticeLine(notice)) })) {
      if (isRefusal(item)) {
        process.exitCode = 1;
        progress.note(refusalLine(item));
        continue;
      }
      await printJson(extractLine(item.article));
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
    .addHelpText('after', HELP)
    .action(extract);
}
