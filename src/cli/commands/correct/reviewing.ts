import type { Command } from 'commander';
import type { Span } from '../../../model.ts';
import type { CorrectionRequest, RecordedAttribution, RecordStore } from '../../../store/index.ts';
import { CommandError } from '../../errors.ts';
import { type MakingOptions, makeCorrection, withMakingOptions } from './making.ts';

const KEY = 'its key, as search and who show it in brackets';

const SPAN_HELP = `
Each part is given as a whole: the words as they stand in the article, of which
those nearest to where the part stands now are taken, or their place in figures
(UTF-16 code units of the text: 120-180). A part in several pieces is given piece
by piece, and --source none or --cue none leaves it out.

Examples:
  onrecord correct span 0f573081ed1b-17 --content "the ferries will run"
  onrecord correct span 0f573081ed1b-17 --source 112-124 --cue said
  onrecord correct span 0f573081ed1b-17 --content "“Not now,”" "“not ever.”"`;

type Part = 'source' | 'cue' | 'content';

interface SpanOptions extends MakingOptions {
  readonly source?: string[];
  readonly cue?: string[];
  readonly content?: string[];
}

/** The attribution of a key and the text of its article. @throws CommandError when there is none */
function placeOf(record: RecordStore, key: string): { attribution: RecordedAttribution; text: string } {
  const page = record.article(key.slice(0, Math.max(key.lastIndexOf('-'), 0)));
  const attribution = page && [...page.attributions, ...page.notStatements].find((each) => each.key === key);
  if (!attribution) throw new CommandError(`The record holds no attribution ${key}: search shows keys in brackets.`);
  return { attribution, text: page.text };
}

/** The place of words at or after `from` that is nearest to `near`. */
function nearest(text: string, words: string, from: number, near: number): Span | null {
  let best: number | null = null;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best !== null && Math.abs(at - near) >= Math.abs(best - near)) break;
    best = at;
  }
  return best === null ? null : [best, best + words.length];
}

/** @throws CommandError for words that the article does not hold */
function spansOf(part: Part, given: readonly string[], attribution: RecordedAttribution, text: string): Span[] {
  if (given.length === 1 && given[0] === 'none' && part !== 'content') return [];
  const near = attribution[part][0]?.[0] ?? attribution.content[0]?.[0] ?? 0;
  let from = 0;
  return given.map((piece) => {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(piece) ?? [];
    const span: Span | null =
      start !== undefined ? [Number(start), Number(end)] : piece === '' ? null : nearest(text, piece, from, near);
    if (span === null) throw new CommandError(`The article does not hold the words “${piece}”, or not in this order.`);
    from = span[1];
    return span;
  });
}

function movedSpans(record: RecordStore, key: string, options: SpanOptions): CorrectionRequest {
  const { attribution, text } = placeOf(record, key);
  const of = (part: Part): { readonly [P in Part]?: readonly Span[] } =>
    options[part] === undefined ? {} : { [part]: spansOf(part, options[part], attribution, text) };
  return { action: 'span', attribution: key, ...of('source'), ...of('cue'), ...of('content') };
}

/** What a person who reviews says of one attribution: `accept`, `span`. */
export function addOfReviewing(correct: Command): void {
  withMakingOptions(correct.command('accept'))
    .description('it was looked at and is right: it is not asked about again')
    .argument('<attribution>', KEY)
    .addHelpText('after', '\nExample:\n  onrecord correct accept 0f573081ed1b-17')
    .action((attribution: string, options: MakingOptions) =>
      makeCorrection(options, () => ({ action: 'accept', attribution })),
    );
  withMakingOptions(correct.command('span'))
    .description('its source, cue or content begins or ends elsewhere')
    .argument('<attribution>', KEY)
    .option('--source <words...>', 'the words that name the source')
    .option('--cue <words...>', 'the words that attribute')
    .option('--content <words...>', 'what is attributed')
    .addHelpText('after', SPAN_HELP)
    .action((attribution: string, options: SpanOptions, command: Command) => {
      if (!options.source && !options.cue && !options.content) {
        command.error('error: give one of --source, --cue and --content: what stands elsewhere');
      }
      return makeCorrection(options, (record) => movedSpans(record, attribution, options));
    });
}
