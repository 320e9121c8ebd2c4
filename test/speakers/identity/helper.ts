import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpeakerKind } from '../../../src/model.ts';
import { Identities, type Newcomer } from '../../../src/speakers/index.ts';

const FOLDER = join(import.meta.dirname, 'pairs');

export interface Pair {
  readonly tradition: string;
  readonly kind: SpeakerKind;
  readonly expected: 'same' | 'apart' | 'ask';
  readonly a: string;
  readonly b: string;
  /** Written before the rules, and not run while they were written. */
  readonly heldBack: boolean;
}

/** Reads the pairs of `pairs/`, whose README.md tells how they are written. @throws Error on a line that is none */
export function readPairs(): Pair[] {
  const pairs: Pair[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.txt'))) {
    const tradition = file.slice(0, -'.txt'.length);
    let heldBack = false;
    for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
      if (line === '## held back') heldBack = true;
      else if (line && !line.startsWith('#')) {
        const [expected, a, b] = line.split(' | ');
        if (!/^(?:same|apart|ask)$/.test(expected!) || !a || !b) throw new Error(`${file}: not a pair: ${line}`);
        const kind = tradition === 'organizations' ? 'organization' : 'person';
        pairs.push({ tradition, kind, expected: expected as Pair['expected'], a, b, heldBack });
      }
    }
  }
  return pairs;
}

/** A person as an article gives it. */
export const person = (name: string, role: string | null = null, courtesy?: string): Newcomer => ({
  name,
  kind: 'person',
  role,
  outlet: null,
  ...(courtesy && { courtesy }),
});

export const organization = (name: string): Newcomer => ({ name, kind: 'organization', role: null, outlet: null });

/** Takes speakers in, one an article; gives for each the first of them that is the same speaker, by index. */
export function groupsOf(newcomers: readonly Newcomer[]): number[] {
  const identities = new Identities();
  const first = new Map<object, number>();
  return newcomers.map((newcomer, at) => {
    const { identity } = identities.add(newcomer);
    if (!first.has(identity)) first.set(identity, at);
    return first.get(identity)!;
  });
}

/** One speaker as so many articles give it. */
export const often = (newcomer: Newcomer, articles = 60): Newcomer[] => new Array(articles).fill(newcomer);
