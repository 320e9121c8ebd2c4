import fc from 'fast-check';
import { creditsOf, narrationOf } from '../../../src/linking/index.ts';
import type { NarratedArticle } from '../../../src/model.ts';

/** Sentences of one wire story about an invented country, and of others that have nothing of it. */
export const STORY: readonly string[] = [
  'The harbour of Karsk was closed to all ships on Tuesday after a crane fell across its only channel in the night.',
  'Divers found that two of the four cables holding the crane had been cut through with a saw, the port office noted.',
  '“Nobody leaves and nobody enters until the channel is free,” harbour master Ilse Brandt said.',
  'The fall sank a barge laden with nine hundred tonnes of rye bound for the southern islands.',
  'Police held three dockers for an hour and let them go without a charge before noon.',
  'The crane, built in Halden forty years ago, had passed its last inspection only in the spring.',
  'Shipping firms put their daily loss at two million crowns and asked the ministry for tugs.',
  '“We will have it open by Friday, and not a day later,” Transport Minister Jan Holm told the assembly.',
  'Farmers in the Orsk valley, whose rye waits on the quays, blocked the coast road with carts.',
  'A second crane of the same make stands idle beside the grain hall and is to be taken down.',
  'The union of dockers called the arrests a disgrace and set a strike for the first of the month.',
  'No one was hurt, although a watchman who slept in his hut below the crane lost his dog.',
];
export const OTHER: readonly string[] = [
  'Ships have waited outside the port of Karsk since a crane came down on its entrance.',
  'Two of its ropes seem to have been sawn, people who dived there believe.',
  'A cargo of grain went to the bottom with the boat that carried it.',
  'Three men were questioned and soon released by the police.',
  'Growers of rye fear that their harvest will rot before a ship can take it.',
  'Holm promised to have the way clear within the week when members asked him on Wednesday.',
  'Its inspectors looked at the machine in April and found nothing amiss.',
  'An old dog that belonged to a guard is the only victim.',
  'Strikes may follow, since the dockers think that they are being blamed.',
  'The owners of the ships count what each day costs them.',
];

interface Made {
  readonly id?: string;
  readonly outlet?: string | null;
  readonly published?: string | null;
  readonly sentences: readonly string[];
}

/** An article of these sentences, three a paragraph, with what it credits. */
export function article({ id = 'a', outlet = null, published = '2031-05-06', sentences }: Made): NarratedArticle {
  const paragraphs: string[] = [];
  for (let i = 0; i < sentences.length; i += 3) paragraphs.push(sentences.slice(i, i + 3).join(' '));
  const text = paragraphs.join('\n\n');
  const credits = creditsOf({ title: null, byline: null, text, outlet }, []);
  return { id, outlet, published, credits, narration: narrationOf(text) };
}

const WORDS =
  'rope tide ledger warden salt bridge quarrel lantern orchard ferry mill parish cellar timber widow beacon'.split(' ');
const VERBS = 'mended counted carried hid sold burned painted lost followed forgot'.split(' ');
const ofEach = <T>(...all: fc.Arbitrary<T>[]) => fc.tuple(...all);
const word = fc.constantFrom(...WORDS);

/** A sentence of twelve words that no other is likely to have. */
export const sentence: fc.Arbitrary<string> = ofEach<string | number>(
  word,
  fc.constantFrom(...VERBS),
  word,
  word,
  fc.constantFrom(...VERBS),
  word,
  fc.integer({ min: 100, max: 99_999 }),
).map(([a, v, b, c, w, d, n]) => `The ${a} of ${n} men ${v} a ${b} while the ${c} ${w} their ${d}.`);
