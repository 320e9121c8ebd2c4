import type { ReactElement } from 'react';
import type { FoundPlace, Verdict } from '../../src/server/check-schemas.ts';

interface VerdictWords {
  readonly label: string;
  readonly meaning: string;
  /** Whether a newsroom can print it. */
  readonly sound: boolean;
}

/** The verdicts, the soundest first. */
export const verdicts: Record<Verdict, VerdictWords> = {
  verbatim: { label: 'verbatim', sound: true, meaning: 'The words stand in the source, in whole sentences.' },
  excerpt: { label: 'excerpt', sound: true, meaning: 'The words stand in the source, cut from a longer quotation.' },
  altered: {
    label: 'altered',
    sound: false,
    meaning: "Words differ, were cut so that they mean something else, or are the reporter's there.",
  },
  misattributed: { label: 'misattributed', sound: false, meaning: 'The words are right, and somebody else said them.' },
  'not found': { label: 'not found', sound: false, meaning: 'No article of the record has them, or words near them.' },
};

/** Why words that stand in the source are not those of the quotation all the same. */
export const faultWords: Record<NonNullable<FoundPlace['fault']>, string> = {
  narration: "there they are the reporter's words, not in quotation marks",
  splice: 'two quotations are given as one',
  'condition cut': 'the condition that goes with these words was cut off',
  'negation cut': 'a word that denies this was cut off or put in',
  speaker: 'somebody else said this',
};

export const VERDICTS = Object.keys(verdicts) as Verdict[];

/** The class of a verdict: its colour, and the line under the words. */
export const verdictClass = (verdict: Verdict): string => `verdict-${verdict.replace(' ', '-')}`;

const shapes: Record<Verdict, ReactElement> = {
  verbatim: <path d="M1.500 6.500l3 3 6-7" className="stroke" />,
  excerpt: <path d="M1.500 4.500l3 3 6-6M2 10.500h1.500M5.300 10.500h1.500M8.500 10.500h1.500" className="stroke" />,
  altered: <path d="M1.500 4h9M1.500 8h9M8.500 1l-5 10" className="stroke" />,
  misattributed: <path d="M1.500 4h8l-2.500-2.500M10.500 8h-8l2.500 2.500" className="stroke" />,
  'not found': (
    <path d="M3.500 4a2.500 2.500 0 1 1 3.500 2.300c-.700.300-1 .800-1 1.500M6 10.200v.800" className="stroke" />
  ),
};

/** A small shape for a verdict; its name is always said in words nearby. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className="verdict-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[verdict]}
    </svg>
  );
}
