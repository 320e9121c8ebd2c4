import type { CheckedDraft } from '../../src/server/check-schemas.ts';
import { counted, figure } from '../words.ts';
import { VERDICTS, VerdictMark, verdictClass, verdicts } from './verdicts.tsx';

/** How many quotations got which verdict, and in how many articles they were looked for. */
export function Summary({ checked: { quotations, articles, total } }: { readonly checked: CheckedDraft }) {
  const counts = VERDICTS.map((verdict) => ({
    verdict,
    count: quotations.filter((quotation) => quotation.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  const looked =
    articles < total
      ? `Time ran out: looked in ${figure(articles)} of ${counted(total, 'article')}. What was not found may stand in the others.`
      : `Looked in ${counted(articles, 'article')}.`;
  return (
    <div className="check-summary">
      <p>
        {counted(quotations.length, 'quotation')}.{' '}
        <span className={articles < total ? 'uncertain-fact' : ''}>{looked}</span>
      </p>
      <ul className="plain verdict-counts">
        {counts.map(({ verdict, count }) => (
          <li key={verdict} className={verdictClass(verdict)} title={verdicts[verdict].meaning}>
            <VerdictMark verdict={verdict} /> {figure(count)} {verdicts[verdict].label}
          </li>
        ))}
      </ul>
    </div>
  );
}
