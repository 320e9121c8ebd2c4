import type { ArticleDetail, ReportedElsewhere } from '../../src/server/article-schemas.ts';
import { Link } from '../router.tsx';
import { kindsWords, weightOf } from '../statements/change-words.ts';
import { counted, statementAddress } from '../words.ts';

/** Of each attribution of an article, in their order, what other articles report of it; null for what none does. */
export function elsewhereOf({ attributions, elsewhere }: ArticleDetail): (ReportedElsewhere | null)[] {
  const others = new Map(elsewhere.map((each) => [each.attribution, each]));
  return attributions.map(({ key }) => others.get(key) ?? null);
}

/** Whether words that matter differ, here or elsewhere, from the earliest report; spelling and points do not. */
const isDisputed = ({ kinds, ownKinds }: ReportedElsewhere): boolean =>
  [kinds, ownKinds].some((each) => ['grave', 'plain'].includes(weightOf(each) ?? ''));

/** "also in 3 outlets, altered in 1, otherwise here than first captured". */
export function elsewhereWords(others: ReportedElsewhere): string {
  const { outlets, altering, ownKinds } = others;
  return [
    `also in ${counted(outlets, 'outlet')}`,
    altering > 0 ? `altered in ${altering}` : '',
    ownKinds.length > 0 ? 'otherwise here than first captured' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A small mark beside a statement's number: two sheets where others report it, crossed lines where words differ. */
export function ElsewhereMark({ others }: { readonly others: ReportedElsewhere }) {
  const disputed = isDisputed(others);
  return (
    <svg
      className={disputed ? 'elsewhere-mark disputed' : 'elsewhere-mark'}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <path d={disputed ? 'M1.5 4h9M1.5 8h9M8.500 1l-5 10' : 'M1.500 1.500h6v6h-6zM4.500 4.500h6v6h-6z'} />
    </svg>
  );
}

/** Who else reports a statement, and whether the words are the same there and here; with the way to all reports. */
export function Elsewhere({ others }: { readonly others: ReportedElsewhere }) {
  const { statement, outlets, altering, kinds, ownKinds } = others;
  return (
    <p className="elsewhere">
      <ElsewhereMark others={others} />{' '}
      <Link to={statementAddress(statement)}>Also in {counted(outlets, 'outlet')}</Link>
      {altering > 0 && (
        <>
          , altered in {altering}: {kindsWords(kinds)}
        </>
      )}
      {ownKinds.length > 0 && (
        <span className={weightOf(ownKinds) === 'grave' ? 'uncertain-fact' : undefined}>
          . Here otherwise than first captured: {kindsWords(ownKinds)}
        </span>
      )}
    </p>
  );
}
