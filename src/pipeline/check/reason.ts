import type { DraftQuotation, Fault, Finding, Occurrence } from '../../linking/index.ts';

interface Judged extends Pick<Finding, 'verdict'>, Pick<DraftQuotation, 'speaker'> {
  readonly found: readonly Pick<Occurrence, 'speaker' | 'kinds' | 'fault'>[];
}

/** What is wrong with the words, for people. */
const FAULTS: Readonly<Record<Fault, string>> = {
  narration: 'there they are not in quotation marks: they are the reporter’s words',
  splice: 'two quotations are given as one',
  'condition cut': 'the condition that goes with these words was cut off',
  'negation cut': 'a word that denies this was cut off or put in',
  speaker: 'somebody else said this',
};

/** Where a source has right words under a name that does not share a word with the draft's: it may be the one of a pronoun. */
function doubt(speaker: Judged['speaker'], { speaker: given }: Judged['found'][number]): string {
  if (!speaker || !given) return '';
  const names = new Set(given.name.toLowerCase().split(/\s+/));
  const share = speaker.name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => names.has(word));
  return share ? '' : `, as far as can be told; the draft names ${speaker.name}`;
}

/** What is wrong with a quotation, in one sentence; what speaks for it where nothing is. */
export function reasonOf({ verdict, speaker, found }: Judged): string {
  const [best] = found;
  if (!best) return 'These words, or words near them, stand in no article that was looked through';
  const who = best.speaker?.name ?? 'a speaker not resolved';
  if (verdict === 'verbatim') return `These are the words of ${who}${doubt(speaker, best)}`;
  if (verdict === 'excerpt') return `These are words of ${who}, cut from a longer quotation${doubt(speaker, best)}`;
  if (verdict === 'misattributed') return `${who} said this, not ${speaker?.name ?? 'whom the draft names'}`;
  const changed = best.kinds.length > 0 ? `Changed: ${best.kinds.join(', ')}` : 'These are not the words of the source';
  return best.fault ? `${changed}; ${FAULTS[best.fault]}` : changed;
}
