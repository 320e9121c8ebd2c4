import type { Source } from './cast.ts';
import type { Random } from './random.ts';

/** Verbs of saying that take “that …”, in the past tense. */
const SAID_THAT = (
  'said said said said added insisted claimed warned explained stressed conceded admitted argued testified recalled predicted ' +
  'confirmed announced complained acknowledged noted maintained alleged suggested revealed reported reiterated declared ' +
  'pointed~out emphasised asserted estimated boasted promised swore remarked observed speculated cautioned made~clear'
)
  .split(' ')
  .map((verb) => verb.replace('~', ' '));

/** Verbs that stand beside spoken words. */
const SPOKE = (
  'said said said said said added insisted warned explained recalled replied answered shouted joked admitted wrote whispered ' +
  'continued asked~the~court argued declared told~me complained noted shrugged predicted declared snapped exclaimed repeated'
)
  .split(' ')
  .filter((verb) => !/~|wrote|shrugged/.test(verb));

const TODAY =
  'says says says adds insists claims warns explains stresses admits argues recalls predicts confirms notes maintains'.split(
    ' ',
  );
const ADVERBS = [
  'also',
  'later',
  'repeatedly',
  'then',
  'previously',
  'always',
  'publicly',
  'privately',
  'again',
  'once',
];
const AUXILIARY = ['had ', 'has ', 'have '];

export const RECIPIENTS = [
  'reporters',
  'the court',
  'a news conference',
  'parliament',
  'the council',
  'investigators',
  'her lawyer',
  'the inquiry',
  'shareholders',
  'the crowd',
  'journalists',
  'a local radio station',
];

/** In the corpus these belong to the cue when they follow it directly. */
const OCCASIONS = [
  'in a statement',
  'in an interview',
  'in a speech',
  'in a letter',
  'at a news conference',
  'in a television interview',
  'in a telephone interview',
  'by telephone',
];

const plain = (verb: string): string => verb.replace(/s$/, '');

/** A cue before “that”: with an auxiliary, an adverb or an occasion now and then. */
export function saidThat(random: Random, source: Source): string {
  const verb = random.pick(SAID_THAT);
  const dice = random.next();
  if (dice < 0.1) return `${random.pick(ADVERBS)} ${verb}`;
  if (dice < 0.18 && !/swore/.test(verb)) return `${AUXILIARY[random.chance(0.5) ? 0 : source.plural ? 2 : 1]}${verb}`;
  if (dice < 0.28 && verb === 'said') return `said ${random.pick(OCCASIONS)}`;
  if (dice < 0.38) return source.plural ? plain(random.pick(TODAY)) : random.pick(TODAY);
  return verb;
}

/** A cue beside a quotation. */
export function spoke(random: Random, source: Source): string {
  const verb = random.pick(SPOKE);
  const dice = random.next();
  if (dice < 0.08) return `${random.pick(['also', 'later', 'then'])} said`;
  if (dice < 0.18) return `said ${random.pick(OCCASIONS)}`;
  if (dice < 0.3) return source.plural ? 'say' : 'says';
  return verb;
}
