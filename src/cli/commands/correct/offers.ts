import type { Command } from 'commander';
import type { OfferedSpeaker, RecordedOffer } from '../../../store/index.ts';
import { jsonOption, type ListOptions, limitOption, recordOption } from '../../options.ts';
import { note, printJson, printLine } from '../../output.ts';
import { everyItem, limitOf, noteRest, withRecord } from '../../records.ts';
import { speakerLine } from '../../speakers.ts';
import { paint, stripUnsafe, wrap } from '../../terminal.ts';
import { provenance } from '../../views.ts';

const HELP = `
Speakers of two articles become one speaker of the record by themselves only
where that is certain. Where it is not, the pair stands here, those with most
statements on both sides first, until somebody says whether they are one
(correct merge) or two (correct apart).

Examples:
  onrecord correct offers
  onrecord correct offers --json | jq -r '.speakers[].name'`;

function side(speaker: OfferedSpeaker): string {
  return [
    wrap(stripUnsafe(speakerLine(speaker)), '', '    '),
    wrap(paint('dim', stripUnsafe(`for example in ${provenance(speaker.article)}`)), '    '),
  ].join('\n');
}

/** One pair for people. */
function offerView({ speakers: [one, other], reason }: RecordedOffer): string {
  return [side(one), side(other), wrap(stripUnsafe(reason), '  ')].join('\n');
}

async function list(options: ListOptions): Promise<void> {
  await withRecord(options.record, async (record) => {
    let shown = 0;
    for (const offer of everyItem((paging) => record.offers(paging), limitOf(options))) {
      if (shown > 0 && !options.json) await printLine();
      await (options.json ? printJson(offer) : printLine(offerView(offer)));
      shown++;
    }
    if (shown === 0 && !options.json) note(`${options.record} holds no two speakers of whom it is unsure.`);
    noteRest(shown, record.offers({ limit: 1 }).total);
    if (shown > 0 && !options.json)
      note(
        'Two that are one: onrecord correct merge KEY KEY, the name to keep first; that are two: onrecord correct apart KEY KEY.',
      );
  });
}

/** `correct offers`: pairs of speakers that may be one. */
export function addOffers(correct: Command): void {
  correct
    .command('offers')
    .description('list pairs of speakers that may be one, for you to say')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', HELP)
    .action(list);
}
