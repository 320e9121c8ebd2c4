import { type Command, Option } from 'commander';
import type { SpeakerKind } from '../../../model.ts';
import { SPEAKER_KINDS, speakerKindOption } from '../../options.ts';
import { theSpeaker } from '../../speakers.ts';
import { type MakingOptions, makeCorrection, SPEAKER, withMakingOptions } from './making.ts';

interface SplitOptions extends MakingOptions {
  readonly name: string;
  readonly attributions?: string[];
  readonly articles?: string[];
  readonly spelling?: string;
}

/** Which statements a split takes. */
function splitOff({ attributions, articles, spelling }: SplitOptions, command: Command) {
  if (attributions && !articles && spelling === undefined) return { attributions };
  if (articles && !attributions && spelling === undefined) return { articles };
  if (spelling !== undefined && !articles && !attributions) return { spelling };
  return command.error(
    'error: give one of --attributions, --articles and --spelling: which statements are the other’s',
  );
}

/** Corrections of speakers: `merge`, `apart`, `split`, `rename`, `kind`. */
export function addOfSpeakers(correct: Command): void {
  withMakingOptions(correct.command('merge'))
    .description('two speakers are one: the statements of the second become those of the first')
    .argument('<speaker>', SPEAKER)
    .argument('<other>', 'the same, of the speaker that is merged into it')
    .addHelpText('after', '\nExample:\n  onrecord correct merge "Mara Tellen" "M. Tellen" --note "one minister"')
    .action((into: string, from: string, options: MakingOptions) =>
      makeCorrection(options, (record) => ({
        action: 'merge',
        into: theSpeaker(record, into).key,
        from: theSpeaker(record, from).key,
      })),
    );
  withMakingOptions(correct.command('apart'))
    .description('two speakers that look like one are two: offers does not ask again')
    .argument('<speaker>', SPEAKER)
    .argument('<other>', 'the same, of the other one')
    .addHelpText('after', '\nExample:\n  onrecord correct apart "Ivo Quist" "Ivo Quist Jr." --note "father and son"')
    .action((speaker: string, other: string, options: MakingOptions) =>
      makeCorrection(options, (record) => ({
        action: 'apart',
        speaker: theSpeaker(record, speaker).key,
        other: theSpeaker(record, other).key,
      })),
    );
  withMakingOptions(correct.command('split'))
    .description('some of a speaker’s statements are somebody else’s, who gets a name')
    .argument('<speaker>', SPEAKER)
    .requiredOption('--name <name>', 'the name of the other speaker')
    .option('--attributions <keys...>', 'these statements')
    .option('--articles <keys...>', 'all statements in these articles')
    .option('--spelling <name>', 'all statements in which the speaker is spelt so, later ones too')
    .addHelpText(
      'after',
      '\nExamples:\n  onrecord correct split "Ivo Quist" --name "Ivo Quist (the son)" --articles 3f0c9a1b7d42\n' +
        '  onrecord correct split "Mara Tellen" --name "Mira Tellen" --spelling "Mira Tellen"',
    )
    .action((speaker: string, options: SplitOptions, command: Command) => {
      const of = splitOff(options, command);
      return makeCorrection(options, (record) => ({
        action: 'split',
        speaker: theSpeaker(record, speaker).key,
        name: options.name,
        of,
      }));
    });
  withMakingOptions(correct.command('rename'))
    .description('a speaker is shown under another name; the old ones go on finding it')
    .argument('<speaker>', SPEAKER)
    .argument('<name>', 'the name to show')
    .addHelpText('after', '\nExample:\n  onrecord correct rename "M. Tellen" "Mara Tellen"')
    .action((speaker: string, name: string, options: MakingOptions) =>
      makeCorrection(options, (record) => ({ action: 'rename', speaker: theSpeaker(record, speaker).key, name })),
    );
  withMakingOptions(correct.command('kind'))
    .description('a speaker is of another kind')
    .argument('<speaker>', SPEAKER)
    .argument('<kind>', SPEAKER_KINDS.join(', '))
    .addHelpText('after', '\nExample:\n  onrecord correct kind "Harbour Watch" organization')
    .action((speaker: string, kind: string, options: MakingOptions, command: Command) => {
      if (!SPEAKER_KINDS.some((each) => each === kind))
        command.error(`error: a kind is one of ${SPEAKER_KINDS.join(', ')}`);
      return makeCorrection(options, (record) => ({
        action: 'kind',
        speaker: theSpeaker(record, speaker).key,
        kind: kind as SpeakerKind,
      }));
    });
}

const KEY = 'its key, as search and who show it in brackets';

interface SpeakerOptions extends MakingOptions {
  readonly name?: string;
  readonly kind?: SpeakerKind;
  readonly unknown?: true;
  readonly role?: string;
}

/** Corrections of single statements: `not-a-statement`, `speaker`. */
export function addOfStatements(correct: Command): void {
  withMakingOptions(correct.command('not-a-statement'))
    .description('nobody states anything there: only its article still shows it, marked')
    .argument('<attribution>', KEY)
    .addHelpText('after', '\nExample:\n  onrecord correct not-a-statement 0f573081ed1b-17')
    .action((attribution: string, options: MakingOptions) =>
      makeCorrection(options, () => ({ action: 'not-a-statement', attribution })),
    );
  withMakingOptions(correct.command('speaker'))
    .description('somebody else is speaking')
    .argument('<attribution>', KEY)
    .argument('[speaker]', SPEAKER)
    .option('--name <name>', 'a speaker whom the record may not know yet')
    .addOption(speakerKindOption('what sort of speaker it is').default('person'))
    .addOption(new Option('--unknown', 'nobody knows who it is').conflicts(['name', 'role']))
    .option('--role <words>', 'the role that the article gives this speaker')
    .addHelpText(
      'after',
      '\nExamples:\n  onrecord correct speaker 0f573081ed1b-17 "Mara Tellen"\n' +
        '  onrecord correct speaker 0f573081ed1b-17 --name "Harbour Watch" --kind organization\n' +
        '  onrecord correct speaker 0f573081ed1b-17 --unknown',
    )
    .action((attribution: string, speaker: string | undefined, options: SpeakerOptions, command: Command) => {
      const { name, kind = 'person', unknown, role } = options;
      if ([speaker, name, unknown].filter((given) => given !== undefined).length !== 1) {
        command.error('error: give one of a speaker, --name and --unknown: who is speaking');
      }
      return makeCorrection(options, (record) => {
        const named = name === undefined ? null : { name, kind };
        const to = speaker === undefined ? named : theSpeaker(record, speaker).key;
        return { action: 'speaker', attribution, to, role };
      });
    });
}
