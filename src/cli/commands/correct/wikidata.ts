import { type Command, InvalidArgumentError } from 'commander';
import { theSpeaker } from '../../speakers.ts';
import { type MakingOptions, makeCorrection, SPEAKER, withMakingOptions } from './making.ts';

const HELP = `
What a person says here stands against what onrecord wikidata finds. Nothing is
asked of Wikidata: give the label and description to be shown with the number.

Examples:
  onrecord correct wikidata "Mara Tellen" Q42 --label "Mara Tellen"
  onrecord correct wikidata "Mara Tellen" https://www.wikidata.org/wiki/Q42
  onrecord correct wikidata "M. Quist" none --note "not the minister"`;

interface ItemOptions extends MakingOptions {
  readonly label?: string;
  readonly description?: string;
}

/** An item's number, alone or at the end of its address; null for "none". */
function itemFrom(value: string): { readonly id: string | null } {
  if (value.toLowerCase() === 'none') return { id: null };
  const [, number] =
    /^(?:https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/)?Q([1-9]\d{0,14})$/i.exec(value) ?? [];
  if (number === undefined) throw new InvalidArgumentError('It must be the number of an item, such as Q42, or “none”.');
  return { id: `Q${number}` };
}

/** `correct wikidata`: which item of Wikidata a speaker is. */
export function addOfWikidata(correct: Command): void {
  withMakingOptions(correct.command('wikidata'))
    .description('which item of Wikidata a speaker is, or that it is none')
    .argument('<speaker>', SPEAKER)
    .argument('<item>', 'its number (Q42) or address at wikidata.org, or “none”', itemFrom)
    .option('--label <name>', 'what Wikidata calls it')
    .option('--description <words>', 'how Wikidata describes it')
    .addHelpText('after', HELP)
    .action((speaker: string, { id }: ReturnType<typeof itemFrom>, options: ItemOptions, command: Command) => {
      const { label = null, description = null } = options;
      if (id === null && (label ?? description) !== null)
        command.error('error: --label and --description are of an item, and “none” is none');
      return makeCorrection(options, (record) => ({
        action: 'wikidata',
        speaker: theSpeaker(record, speaker).key,
        item: id === null ? null : { id, label, description },
      }));
    });
}
