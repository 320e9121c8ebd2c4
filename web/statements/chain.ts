import type { Origins } from '../../src/server/statement-schemas.ts';

type Origin = Origins['origins'][number];
type End = Origin['lead'];
type Step = Origin['steps'][number];

/** One place of a chain: who has the statement, and from whom. */
export interface Link {
  readonly id: string;
  readonly end: End;
  /** How it leads to the one above it; null for the lead. */
  readonly step: Step | null;
  /** How many steps it is from the lead. */
  readonly depth: number;
  /** Of each depth from 1 to its own: whether another place of that depth follows below, under the same one. */
  readonly goesOn: readonly boolean[];
  /** Whether any has it from here. */
  readonly leads: boolean;
}

const idOf = ({ occurrence, outlet }: End): string => (occurrence === null ? `outlet ${outlet}` : String(occurrence));

/** An origin as a tree, from the lead down, what comes from one below it in time: a row of the drawing each. */
export function linksOf({ lead, members, steps }: Origin): Link[] {
  const time = new Map(members.map((id, i) => [String(id), i]));
  const from = Map.groupBy(steps, ({ to }) => idOf(to));
  for (const below of from.values()) below.sort((a, b) => timeOf(a.from) - timeOf(b.from));
  function timeOf(end: End): number {
    return time.get(idOf(end)) ?? -1;
  }
  const links: Link[] = [];
  const seen = new Set<string>();
  // A stack of its own: a chain may be as long as there are occurrences.
  const waiting: Omit<Link, 'id' | 'leads'>[] = [{ end: lead, step: null, depth: 0, goesOn: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const id = idOf(next.end);
    if (seen.has(id)) continue;
    seen.add(id);
    const { depth, goesOn } = next;
    const below = from.get(id) ?? [];
    links.push({ id, ...next, leads: below.length > 0 });
    const all = below.map((step, i) => ({
      end: step.from,
      step,
      depth: depth + 1,
      goesOn: [...goesOn, i < below.length - 1],
    }));
    waiting.push(...all.reverse());
  }
  return links;
}
