import type { SpeakerKind } from '../../model.ts';
import type { Audited } from '../types.ts';
import type { AuditCount } from './types.ts';

export const KINDS: readonly SpeakerKind[] = [
  'person',
  'organization',
  'group',
  'document',
  'unnamed',
  'author',
  'unknown',
];

/** Those who are the same in every article that names them: only of these can be said how much one of them says. */
export const KNOWN: readonly SpeakerKind[] = ['person', 'organization', 'group', 'document'];

/** What is counted, before any share is taken of it; figures of several outlets add up. */
export interface Counts
  extends Pick<Audited, 'articles' | 'quoting' | 'undated' | 'onlyUnnamed' | 'oneUnnamed' | 'reported' | 'notInWords'> {
  /** In the order of `KINDS`. */
  readonly kinds: readonly Pick<AuditCount, 'attributions' | 'inQuotationMarks' | 'sources'>[];
}

export const NONE: Counts = {
  articles: 0,
  quoting: 0,
  undated: 0,
  onlyUnnamed: 0,
  oneUnnamed: 0,
  reported: 0,
  notInWords: 0,
  kinds: KINDS.map(() => ({ attributions: 0, inQuotationMarks: 0, sources: 0 })),
};

/** Figures of a row that has those of each kind side by side. */
export function toCounts(
  row: Pick<Counts, 'quoting' | 'onlyUnnamed' | 'oneUnnamed' | 'reported' | 'notInWords'>,
): Counts {
  const figure = (name: string) => (row as unknown as Record<string, number>)[name]!;
  const { quoting, onlyUnnamed, oneUnnamed, reported, notInWords } = row;
  const kinds = KINDS.map((kind) => ({
    attributions: figure(`${kind}_attributions`),
    inQuotationMarks: figure(`${kind}_marked`),
    sources: figure(`${kind}_sources`),
  }));
  return { ...NONE, quoting, onlyUnnamed, oneUnnamed, reported, notInWords, kinds };
}

/** All figures added up. */
export function sumOf(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, counts) => ({
      articles: sum.articles + counts.articles,
      quoting: sum.quoting + counts.quoting,
      undated: sum.undated + counts.undated,
      onlyUnnamed: sum.onlyUnnamed + counts.onlyUnnamed,
      oneUnnamed: sum.oneUnnamed + counts.oneUnnamed,
      reported: sum.reported + counts.reported,
      notInWords: sum.notInWords + counts.notInWords,
      kinds: sum.kinds.map((kind, i) => ({
        attributions: kind.attributions + counts.kinds[i]!.attributions,
        inQuotationMarks: kind.inQuotationMarks + counts.kinds[i]!.inQuotationMarks,
        sources: kind.sources + counts.kinds[i]!.sources,
      })),
    }),
    NONE,
  );
}

/** The audit that the figures give. */
export function auditOf({ kinds, ...counts }: Counts, mostQuoted: Audited['mostQuoted']): Audited {
  const total = (figure: keyof Counts['kinds'][number]) => kinds.reduce((sum, kind) => sum + kind[figure], 0);
  const all = {
    attributions: total('attributions'),
    inQuotationMarks: total('inQuotationMarks'),
    sources: total('sources'),
  };
  const withShares = kinds.map((kind) => ({
    attributions: kind.attributions,
    share: shareOf(kind.attributions, all.attributions),
    inQuotationMarks: kind.inQuotationMarks,
    inQuotationMarksShare: shareOf(kind.inQuotationMarks, all.inQuotationMarks),
    sources: kind.sources,
    sourcesShare: shareOf(kind.sources, all.sources),
  }));
  const byKnown = KNOWN.reduce((sum, kind) => sum + kinds[KINDS.indexOf(kind)]!.attributions, 0);
  const first = (n: number) => mostQuoted.slice(0, n).reduce((sum, { attributions }) => sum + attributions, 0);
  return {
    ...counts,
    ...all,
    kinds: Object.fromEntries(KINDS.map((kind, i) => [kind, withShares[i]!])) as unknown as Audited['kinds'],
    mostQuoted,
    concentration: { one: shareOf(first(1), byKnown), five: shareOf(first(5), byKnown) },
  };
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
