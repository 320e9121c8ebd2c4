import { createHash } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Capture, CheckedDraft, CheckedQuotation, OpenAnalyzer } from '../../pipeline/index.ts';
import { openAnalyzer } from '../analyzing.ts';
import { isSoundDraft, leftOutView, quotationView, summaryOf } from '../check-view.ts';
import { CommandError } from '../errors.ts';
import {
  jsonOption,
  type PrivateAddresses,
  privateAddressesOption,
  type RulesFile,
  recordOption,
  rulesOption,
  type Workers,
  workersOption,
} from '../options.ts';
import { jsonText, note, printJson, printLine } from '../output.ts';
import { noticeLine, refusalLine } from '../progress.ts';
import { withRecord } from '../records.ts';
import { openRules } from '../rules.ts';
import { sarifOf } from '../sarif.ts';

const HELP = `
Each quotation gets the best verdict that any article allows:
  verbatim       the words stand there, whole sentences of them or the whole
                 quotation
  excerpt        the words stand there, cut within a sentence or with an ellipsis
  altered        words differ, stand there as the reporter's, were put together
                 from two quotations, or lost a condition or a "not" by a cut
  misattributed  the words are right, and somebody else said them
  not found      no article has them, or words near them
Quotation marks, capitals, accents, a final comma and words in [square brackets]
make no difference. Words of fewer than 4 that nobody is said to have spoken, and
titles, are not checked; output for people lists them.

Exit status: 0 when every quotation is verbatim or an excerpt; 1 when one is not,
when something could not be checked, or when some input was refused; 2 for wrong
usage. An excerpt is the speaker's own words, and does not fail the draft.

On a terminal the output is for people; otherwise, and with --json, one line of
JSON for each quotation:
  {quote, verdict, speaker, found: [{id, span, change}]}
quote is [start, end) in UTF-16 code units of the draft's text as onrecord extract
gives it; region, lines and columns of the file, or null where they are not
certain; span is in the text of the article found. SARIF 2.1.0 is for editors.

Examples:
  onrecord check draft.md
  onrecord check draft.md --against articles/ wire.jsonl
  onrecord check draft.html --format sarif > draft.sarif`;

type Format = 'text' | 'json' | 'sarif';

interface CheckOptions extends PrivateAddresses, Workers, RulesFile {
  readonly record: string;
  readonly against?: string[];
  readonly json?: true;
  readonly format?: Format;
}

/** @throws CommandError when the draft gives no article, or more than one */
async function readDraft(file: string, options: object): Promise<Capture> {
  const { capture, isRefusal } = await import('../../pipeline/index.ts');
  const drafts: Capture[] = [];
  for await (const item of capture([file], options)) {
    if (isRefusal(item)) throw new CommandError(`${item.input}: ${item.reason}`);
    drafts.push(item);
    if (drafts.length > 1) throw new CommandError(`${file} holds more than one article: check one draft at a time.`);
  }
  return drafts[0]!;
}

async function checkIn(draft: Capture, analyzer: OpenAnalyzer, options: CheckOptions, capture: object) {
  const { checkDraft, filesToSearch, recordToSearch } = await import('../../pipeline/index.ts');
  if (!options.against)
    return withRecord(options.record, (record) => checkDraft(draft, analyzer, recordToSearch(record)));
  const refused = (refusal: Parameters<typeof refusalLine>[0]): void => {
    process.exitCode = 1;
    note(refusalLine(refusal));
  };
  return checkDraft(draft, analyzer, filesToSearch(options.against, { analyzer, capture, refused }));
}

/** The keys of a line, in the order of the contract; then what else is known. */
function checkLine({ span, verdict, speaker, found, words, region }: CheckedQuotation) {
  return {
    quote: span,
    verdict,
    speaker,
    found: found.map(({ article, span: at, change, speaker: who, ...rest }) => {
      const { id, ...about } = article;
      return { id, span: at, change, speaker: who, ...rest, ...about };
    }),
    words,
    region,
  };
}

const fingerprint = (words: string): string => createHash('sha256').update(words).digest('hex');

async function write(file: string, checked: CheckedDraft, format: Format, version: string): Promise<void> {
  if (format === 'sarif') return printLine(jsonText(sarifOf(file, checked, version, fingerprint)));
  if (format === 'json') {
    for (const quotation of checked.quotations) await printJson(checkLine(quotation));
    for (const one of checked.leftOut) if (one.unchecked) note(leftOutView(file, one));
    return;
  }
  for (const quotation of checked.quotations) await printLine(`${quotationView(file, quotation)}\n`);
  for (const one of checked.leftOut) await printLine(leftOutView(file, one));
  await printLine(summaryOf(checked));
}

async function check(file: string, options: CheckOptions, command: Command): Promise<void> {
  if (file === '-' && options.against?.includes('-')) {
    command.error('error: standard input can be the draft or an article, not both');
  }
  const format = options.json ? 'json' : (options.format ?? (process.stdout.isTTY ? 'text' : 'json'));
  const { allowPrivateAddresses = false } = options;
  const notice = (one: Parameters<typeof noticeLine>[0]): void => note(noticeLine(one));
  const capture = { allowPrivateAddresses, rules: await openRules(options.rules), notice };
  const draft = await readDraft(file, capture);
  const analyzer = await openAnalyzer(options);
  try {
    const checked = await checkIn(draft, analyzer, options, capture);
    if (!isSoundDraft(checked)) process.exitCode = 1;
    await write(file, checked, format, command.parent!.version()!);
  } finally {
    await analyzer.close();
  }
}

/** `check DRAFT`: the quotations of a draft against articles or the record. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('check the quotations of a draft: verbatim, altered, misattributed or not to be found')
    .argument('<draft>', 'one article: .txt, .md, .html, .docx, a URL, or - for standard input')
    .option('-a, --against <file...>', 'articles to look in, as onrecord analyze takes them, instead of the record')
    .addOption(recordOption())
    .addOption(
      new Option('-f, --format <format>', 'how it is written (default: text on a terminal, else json)').choices([
        'text',
        'json',
        'sarif',
      ]),
    )
    .addOption(jsonOption('one for each quotation').conflicts('format'))
    .addOption(privateAddressesOption())
    .addOption(rulesOption())
    .addOption(workersOption())
    .addHelpText('after', HELP)
    .action(check);
}
