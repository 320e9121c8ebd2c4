import { type Command, Option } from 'commander';
import type { Stance } from '../../../model.ts';
import { type MakingOptions, makeCorrection, withMakingOptions } from './making.ts';

const STANCES = ['accepts', 'rejects', 'demands', 'offers', 'denies', 'states'] as const satisfies readonly Stance[];

const HELP = `
Without --condition the condition stays what it is.

Examples:
  onrecord correct stance 0f573081ed1b-17 rejects
  onrecord correct stance 0f573081ed1b-17 accepts --condition "only after the harvest"
  onrecord correct stance 0f573081ed1b-17 accepts --condition none`;

interface StanceOptions extends MakingOptions {
  readonly condition?: string;
}

/** Corrections of positions: `stance`. */
export function addOfPositions(correct: Command): void {
  withMakingOptions(correct.command('stance'))
    .description('a position takes another side, or hangs on another condition')
    .argument('<attribution>', 'its key, as positions and search show it in brackets')
    .argument('<stance>', STANCES.join(', '))
    .addOption(new Option('--condition <words>', 'the very words of the article, or none'))
    .addHelpText('after', HELP)
    .action((attribution: string, stance: string, { condition, ...options }: StanceOptions, command: Command) => {
      const given = STANCES.find((one) => one === stance);
      if (!given) return command.error(`error: a stance is one of ${STANCES.join(', ')}`);
      const on = condition === 'none' ? null : condition;
      return makeCorrection(options, () => ({ action: 'stance', attribution, stance: given, condition: on }));
    });
}
