/** Words that turn a claim round, and pairs of words of which one says what the other denies. */

/** Verbs and nouns of refusal, in dictionary form. */
const NO = new Set(
  (
    'reject refuse refusal rejection oppose opposition forbid ban prohibit outlaw deny denial decline exclude dismiss block veto resist abandon scrap ' +
    'cancel drop shelve halt suspend freeze boycott renounce repudiate disavow shun spurn rebuff bar nix axe ' +
    'unacceptable impossible unthinkable pointless useless fail failure doubt reluctance reluctant hesitate unwilling unable stop refute rebut ' +
    'contradict dispute untrue false falsely hoax fabrication baseless unfounded groundless'
  ).split(' '),
);

/** Words of consent: they leave a claim as it is, and are no part of its matter. */
const YES = new Set(
  (
    'agree accept acceptance back support supporter welcome favor favour approve approval endorse allow permit ready willing prepared open ' +
    'resume restart engage possible viable commit vow pledge promise offer propose intend plan want seek ' +
    'hope wish decide consider discuss begin start hold conduct enter pursue call urge demand insist require should must ' +
    'need will would can could may might shall go come confirm acknowledge say claim believe think maintain ' +
    'insist try attempt able willingness readiness commitment decree order resolution pledge issue'
  ).split(' '),
);

const NOT = new Set(["n't", 'not', 'never', 'no', 'none', 'nobody', 'nothing', 'neither', 'nor', 'cannot', 'hardly']);

/** Several words that refuse together, matched on forms in lower case. */
const PHRASES: readonly (readonly string[])[] = [
  ['rule', 'out'],
  ['rules', 'out'],
  ['ruled', 'out'],
  ['ruling', 'out'],
  ['turned', 'down'],
  ['turn', 'down'],
  ['walk', 'away'],
  ['walked', 'away'],
  ['brushed', 'off'],
  ['brush', 'off'],
  ['off', 'the', 'table'],
  ['out', 'of', 'the', 'question'],
  ['bad', 'moment'],
  ['pull', 'out', 'of'],
  ['pulled', 'out', 'of'],
  ['no', 'longer'],
];

/** "not only", "no doubt", "no one but": negations that deny nothing. */
const IDLE = /^(?:-|only|doubt|matter|just|merely|wonder|later|sooner|less)$/;

/** Both sides of one act: those before the bar say it, those behind it deny it. */
const PAIRS = `
level raise increase hike boost expand rise grow climb | cut lower reduce slash decrease trim fall shrink reduction
open reopen | close shut closure shutdown
stay remain | leave quit resign depart resignation exit
build construct construction | demolish dismantle
guilty | innocent
kill | alive survive
legal lawful | illegal unlawful
safe | dangerous unsafe
extend prolong | shorten
release free | detain jail imprison hold
buy purchase | sell sale
privatise privatize | nationalise nationalize
intact undamaged | destroy
`;

type Side = readonly [concept: string, sign: 1 | -1];

const SIDE: ReadonlyMap<string, Side> = new Map(
  PAIRS.trim()
    .split('\n')
    .flatMap((line) => {
      const [says, denies] = line.split('|').map((side) => side.trim().split(/\s+/).filter(Boolean)) as [
        string[],
        string[],
      ];
      const filed = (words: readonly string[], sign: 1 | -1) =>
        words.map((word): [string, Side] => [word, [says[0]!, sign]]);
      return [...filed(says, 1), ...filed(denies, -1)];
    }),
);

const ATTITUDES = new Set(
  (
    'agree accept acceptance back support welcome favor favour approve approval endorse allow permit ready willing prepared open ' +
    'resume restart engage join'
  ).split(' '),
);

/** Whether a word consents or refuses. */
export const isAttitude = (lemma: string): boolean => NO.has(lemma) || ATTITUDES.has(lemma);

const SPEECH = /^(?:comment|discuss|say|answer|speak|respond|elaborate|confirm|identify|name|talk|give)$/;

/** "declined to comment" refuses nothing but words. */
export const declinesToSpeak = (lows: readonly string[], at: number): boolean =>
  lows[at + 1] === 'to' && SPEECH.test(lows[at + 2] ?? '');

export const isNot = (low: string): boolean => NOT.has(low);
export const isIdle = (next: string | undefined): boolean => next !== undefined && IDLE.test(next);
export const isRefusal = (lemma: string): boolean => NO.has(lemma);
export const isConsent = (lemma: string): boolean => YES.has(lemma);

/** The concept that a word shares with its opposite, and which side it is on. */
export const sideOf = (lemma: string): Side | undefined => SIDE.get(lemma);

const BEFORE_AGAINST =
  /^(?:be|is|are|was|were|been|am|'m|'s|'re|come|comes|came|out|stance|stand|stands|vote|votes|voted|argue|argues|argued|warned|campaigned|decide|decided)$/;

/** How many words from `at` on refuse together; 0 when they do not. */
export function refusingPhrase(lows: readonly string[], at: number): number {
  if (lows[at] === 'against' && lows.slice(Math.max(0, at - 3), at).some((low) => BEFORE_AGAINST.test(low))) return 1;
  for (const phrase of PHRASES) if (phrase.every((word, index) => lows[at + index] === word)) return phrase.length;
  return 0;
}
