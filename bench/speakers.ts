import { Identities, type Newcomer } from '../src/speakers/index.ts';
import { compare } from './measure.ts';
import { people } from './speaker-names.ts';

const FEW = 1000;
const MANY = 1_000_000;
/** One measurement adds so many speakers to each, so that a thousand do not become much more. */
const ADDED = 200;
const ROUNDS = 9;

/** A record in memory that holds so many speakers. */
function grown(count: number): Identities {
  const identities = new Identities();
  let seed = 1;
  while (identities.all.length < count)
    for (const newcomer of people(seed++, 1000)) if (identities.all.length < count) identities.add(newcomer);
  return identities;
}

/** Measures what one more speaker costs among a thousand and among a million. */
export async function measureSpeakers(): Promise<void> {
  console.error(`filling: ${MANY.toLocaleString('en')} speakers`);
  const [few, many] = [grown(FEW), grown(MANY)];
  let seed = 1_000_000;
  // Both get the same newcomers, new in every round: what was read before is remembered.
  const lists: Newcomer[][] = Array.from({ length: ROUNDS + 1 }, () => [...people(seed++, ADDED)]);
  const adding = (identities: Identities) => {
    let at = 0;
    return () => {
      for (const newcomer of lists[at++]!) identities.add(newcomer);
    };
  };
  const [one, other] = await compare([adding(few), adding(many)], ROUNDS, 'processor');
  const each = (processor: number): string => `${((processor / ADDED) * 1e6).toFixed(0)} µs`;
  console.log(`one more speaker among ${FEW.toLocaleString('en')}: ${each(one.processor)}`);
  console.log(`one more speaker among ${MANY.toLocaleString('en')}: ${each(other.processor)}`);
  console.log(`ratio: ${(other.processor / one.processor).toFixed(2)} (the aim is 2 at most)`);
}

if (import.meta.main) await measureSpeakers();
