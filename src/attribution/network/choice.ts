import type { Role, RoleSpan } from './labels.ts';

/** A span that may be there. */
export interface Likely extends RoleSpan {
  /** The probability that this very span is there, 0 to 1. */
  readonly exact: number;
}

/** A span that was chosen. */
export interface Chosen extends Likely {
  /**
   * The probability that some span is there that would pass for this one, 0 to 1: of a source or cue one that overlaps,
   * of a content one that shares half of its tokens.
   */
  readonly present: number;
}

/** What a span is worth: `edges * (exact - exactly) + present - somehow`. */
interface Worth {
  /** How much right edges count, against a span of the role being there at all. */
  readonly edges: number;
  /** What is about as often wrong as right for F1, of edges, */
  readonly exactly: number;
  /** and of being there. */
  readonly somehow: number;
}

/**
 * Among the best both on dev and on train articles as networks read them that had not seen them (docs/experiments.md). A
 * source that is not there costs little, since a cue need not take it; a content that is not there is given as an
 * attribution.
 */
const WORTH: Readonly<Record<Role, Worth>> = {
  source: { edges: 2, exactly: 0.38, somehow: 0.15 },
  cue: { edges: 1, exactly: 0.35, somehow: 0.3 },
  content: { edges: 1.5, exactly: 0.36, somehow: 0.35 },
};

function passesFor(a: RoleSpan, b: RoleSpan): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.first, b.first);
  if (shared <= 0 || a.role !== b.role) return false;
  return a.role !== 'content' || 2 * shared >= Math.max(a.end, b.end) - Math.min(a.first, b.first);
}

/** Adds up, for each span, the probabilities of those that would pass for it. @param likely in the order of the text */
function presences(likely: readonly Likely[]): Float64Array {
  const present = Float64Array.from(likely, ({ exact }) => exact);
  for (let i = 0; i < likely.length; i++) {
    const one = likely[i]!;
    for (let j = i + 1; j < likely.length && likely[j]!.first < one.end; j++) {
      const other = likely[j]!;
      if (!passesFor(one, other)) continue;
      present[i]! += other.exact;
      present[j]! += one.exact;
    }
  }
  return present;
}

/** How many of the spans, sorted by their ends, end at or before a token. */
function endedBy(sorted: readonly RoleSpan[], token: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.end <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those spans of which none overlaps another and which are worth most together, in the order of the text. */
function worthMost<S extends RoleSpan>(spans: readonly S[], worth: (span: S) => number): S[] {
  const sorted = spans.filter((span) => worth(span) > 0).sort((a, b) => a.end - b.end || a.first - b.first);
  /** Of the first so many spans: what the best choice among them is worth, */
  const best = new Float64Array(sorted.length + 1);
  /** and how many end before the last one begins. */
  const before = sorted.map(({ first }) => endedBy(sorted, first));
  sorted.forEach((span, i) => {
    best[i + 1] = Math.max(best[i]!, best[before[i]!]! + worth(span));
  });
  const chosen: S[] = [];
  for (let i = sorted.length; i > 0; ) {
    if (best[i] === best[i - 1]) i--;
    else {
      chosen.push(sorted[i - 1]!);
      i = before[i - 1]!;
    }
  }
  return chosen.reverse();
}

/**
 * Chooses among spans that may be there, of all roles at once, by what is to be expected of each and not by the one
 * sequence that is likeliest as a whole: minimum Bayes risk (Goodman, ACL 1996).
 *
 * @param likely in the order of the text, those that begin together in any order
 * @returns spans of which none overlaps another, in the order of the text
 */
export function chooseSpans(likely: readonly Likely[]): Chosen[] {
  const present = presences(likely);
  const spans = likely.map((span, i): Chosen => ({ ...span, present: Math.min(1, present[i]!) }));
  return worthMost(spans, ({ role, exact, present }) => {
    const { edges, exactly, somehow } = WORTH[role];
    return edges * (exact - exactly) + present - somehow;
  });
}
