import type { Command } from 'commander';
import { type MakingOptions, makeCorrection, withMakingOptions } from './making.ts';

const STATEMENT = 'its address, as statements and trace show it';

/** Corrections of which occurrences are one statement: `join`, `part`. */
export function addOfUtterances(correct: Command): void {
  withMakingOptions(correct.command('join'))
    .description('two statements are one utterance: the second becomes the first')
    .argument('<statement>', STATEMENT)
    .argument('<other>', 'the address of the one that is joined to it')
    .addHelpText('after', '\nExample:\n  onrecord correct join 3f0c9a1b7d42 81c60d5e2f9a')
    .action((statement: string, other: string, options: MakingOptions) =>
      makeCorrection(options, () => ({ action: 'join', statement, other })),
    );
  withMakingOptions(correct.command('part'))
    .description('some occurrences of a statement are another utterance')
    .argument('<statement>', STATEMENT)
    .argument('<occurrences...>', 'their keys, as trace shows them in brackets')
    .addHelpText('after', '\nExample:\n  onrecord correct part 3f0c9a1b7d42 0f573081ed1b-17')
    .action((statement: string, occurrences: string[], options: MakingOptions) =>
      makeCorrection(options, () => ({ action: 'part', statement, occurrences })),
    );
}
