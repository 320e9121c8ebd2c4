import type { Credit, Origin, OriginEnd, OriginOccurrence, OriginStep, Origins } from '../../model.ts';
import { outletKey } from './outlet-names.ts';
import { compareIds } from './reprint.ts';

type Id = number | string;

/** An occurrence, or an outlet that is credited and has none. */
interface Node {
  readonly end: OriginEnd;
  /** Its place in time; outlets without an occurrence stand last, in the order of their keys. */
  readonly place: number;
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly step: Omit<OriginStep, 'from' | 'to'>;
}

/** Without a date last; a day and a moment of that day are compared as days. */
function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const days = a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0;
  if (days !== 0) return days;
  // A day alone tells nothing of the hour: it is taken as the end of that day, so that this stays an order.
  const moment = (date: string): number => (date.length > 10 ? Date.parse(date) : Number.POSITIVE_INFINITY);
  const [first, second] = [moment(a), moment(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

const byTime = (a: OriginOccurrence, b: OriginOccurrence): number =>
  compareDates(a.published, b.published) ||
  compareDates(a.captured, b.captured) ||
  compareIds(a.article, b.article) ||
  compareIds(a.id, b.id);

/** Who comes from whom, each node from one at most; a step that would close a circle is left out. */
class Steps {
  readonly #parents = new Map<Node, Edge>();

  root(node: Node): Node {
    let at = node;
    for (let edge = this.#parents.get(at); edge; edge = this.#parents.get(at)) at = edge.to;
    return at;
  }

  stepOf(node: Node): Edge | undefined {
    return this.#parents.get(node);
  }

  add(edge: Edge): void {
    if (this.#parents.has(edge.from) || this.root(edge.to) === edge.from) return;
    this.#parents.set(edge.from, edge);
  }
}

/** The occurrences of one statement, in time order, and the outlets that are credited for it. */
class Constellation {
  readonly nodes: readonly Node[];
  readonly #byId = new Map<Id, Node>();
  readonly #byArticle = new Map<Id, Node>();
  readonly #byOutlet = new Map<string, Node[]>();
  readonly #credited = new Map<string, Node>();

  constructor(ordered: readonly OriginOccurrence[]) {
    this.nodes = ordered.map(({ id, article, outlet }, place) => {
      const node: Node = { end: { occurrence: id, outlet }, place };
      this.#byId.set(id, node);
      if (!this.#byArticle.has(article)) this.#byArticle.set(article, node);
      const key = outlet === null ? '' : outletKey(outlet);
      if (key !== '') this.#byOutlet.set(key, [...(this.#byOutlet.get(key) ?? []), node]);
      return node;
    });
  }

  get outlets(): readonly Node[] {
    return [...this.#credited.values()];
  }

  node(id: Id): Node | undefined {
    return this.#byId.get(id);
  }

  /** The first occurrence in an article. */
  inArticle(article: Id): Node | undefined {
    return this.#byArticle.get(article);
  }

  /** The first occurrence of an outlet; null for one without a name. */
  firstOf(outlet: string | null): Node | null {
    return outlet === null ? null : (this.#byOutlet.get(outletKey(outlet))?.[0] ?? null);
  }

  /** The first occurrence of a credited outlet, or the outlet itself where it has none. */
  credited({ outlet, name }: Credit): Node | null {
    const key = outletKey(name ?? outlet);
    if (key === '') return null;
    const first = this.#byOutlet.get(key)?.[0];
    if (first !== undefined) return first;
    const known = this.#credited.get(key);
    if (known !== undefined) return known;
    const node: Node = {
      end: { occurrence: null, outlet: name ?? outlet },
      place: Number.POSITIVE_INFINITY,
    };
    this.#credited.set(key, node);
    return node;
  }
}

const described = ({ outlet, name, kind }: Credit): string =>
  kind === 'publisher' ? `the publisher credits ${name ?? outlet}` : `${kind}: ${name ?? outlet}`;

/** Adds who an article credits: it has it from the first, that one from the next. */
function addCredits(steps: Steps, all: Constellation, occurrence: OriginOccurrence, node: Node): void {
  let from = node;
  for (const credit of occurrence.credits) {
    const to = all.credited(credit);
    if (to === null || to === from) continue;
    steps.add({ from, to, step: { why: 'credit', evidence: described(credit), by: occurrence.id, credit } });
    from = to;
  }
}

/** Adds the articles that an article reprints, the one it shares most with first. */
function addReprints(steps: Steps, all: Constellation, { id, reprints }: OriginOccurrence, node: Node): void {
  const ranked = [...reprints].sort((a, b) => b.share - a.share || compareIds(a.of, b.of));
  for (const { of, kind, why } of ranked) {
    const to = all.inArticle(of);
    if (to === undefined || to === node) continue;
    steps.add({
      from: node,
      to,
      step: { why: kind === 'update' ? 'same outlet' : 'reprint', evidence: why, by: id, credit: null },
    });
  }
}

/** Adds the occurrence of the same article that reports one. */
function addReporting(steps: Steps, all: Constellation, { id, within }: OriginOccurrence, node: Node): void {
  const to = within === null ? undefined : all.node(within);
  if (to === undefined || to === node) return;
  const evidence = 'the same article reports it as part of another statement';
  steps.add({ from: node, to, step: { why: 'within', evidence, by: id, credit: null } });
}

/** Adds the first occurrence of the same article. */
function addRepeated(steps: Steps, all: Constellation, { id, article }: OriginOccurrence, node: Node): void {
  const to = all.inArticle(article)!;
  if (to === node) return;
  steps.add({
    from: node,
    to,
    step: { why: 'within', evidence: 'the same article has it twice', by: id, credit: null },
  });
}

/** Adds the first occurrence of the same outlet. */
function addOutlet(steps: Steps, all: Constellation, { id, outlet }: OriginOccurrence, node: Node): void {
  const to = all.firstOf(outlet);
  if (to === null || to === node) return;
  const evidence = `${outlet} had it before`;
  steps.add({ from: node, to, step: { why: 'same outlet', evidence, by: id, credit: null } });
}

/** What makes one come from another, the surest first. */
const TIES = [addReporting, addRepeated, addReprints, addCredits, addOutlet] as const;

function originOf(
  root: Node,
  nodes: readonly Node[],
  steps: Steps,
  earliestCapture: (outlet: string) => string | null,
): Origin {
  const { end: lead } = root;
  const members = nodes.filter(({ end }) => end.occurrence !== null).sort((a, b) => a.place - b.place);
  return {
    lead,
    members: members.map(({ end }) => end.occurrence!),
    steps: nodes.flatMap((node) => {
      const edge = steps.stepOf(node);
      return edge ? { from: node.end, to: edge.to.end, ...edge.step } : [];
    }),
    before: lead.occurrence === null ? earliestCapture(lead.outlet) : null,
  };
}

/**
 * Where a statement comes from: the occurrence captured with the earliest date, and the independent origins. An article
 * that reprints another, credits it, repeats its own outlet or itself counts as one with it; an outlet that is credited
 * and whose own report was not captured is an origin of its own, to which those who credit it belong. Each occurrence is
 * in one origin, and comes from one other at most: by its own article, else a reprint, else a credit, else its outlet. The
 * later ones are traced first, so that where two credit each other the later one has it from the earlier.
 *
 * @param occurrences those of one statement, each once, in any order: at least one
 * @param earliestCapture since when an outlet is captured at all: ISO 8601, or null for never; null when left out
 * @throws RangeError when there are none, or two bear one id
 */
export function originsOf(
  occurrences: readonly OriginOccurrence[],
  earliestCapture: (outlet: string) => string | null = () => null,
): Origins {
  const ordered = [...occurrences].sort(byTime);
  const [first] = ordered;
  if (first === undefined) throw new RangeError('a statement without an occurrence has no origin');
  if (new Set(ordered.map(({ id }) => id)).size < ordered.length) throw new RangeError('two occurrences bear one id');
  const all = new Constellation(ordered);
  const steps = new Steps();
  const latestFirst = ordered.map((occurrence, i) => ({ occurrence, node: all.nodes[i]! })).reverse();
  for (const add of TIES) for (const { occurrence, node } of latestFirst) add(steps, all, occurrence, node);
  const groups = new Map<Node, Node[]>();
  for (const node of [...all.nodes, ...all.outlets]) {
    const root = steps.root(node);
    groups.set(root, [...(groups.get(root) ?? []), node]);
  }
  return {
    first: first.id,
    by: first.published === null ? 'captured' : 'published',
    // In the order of their first occurrences; an outlet has none only where all who credit it lead elsewhere.
    origins: [...groups]
      .filter(([, nodes]) => nodes.some(({ end }) => end.occurrence !== null))
      .map(([root, nodes]) => originOf(root, nodes, steps, earliestCapture)),
  };
}
