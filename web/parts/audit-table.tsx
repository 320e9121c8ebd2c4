import type { OutletAudit, SourceAudit } from '../../src/server/audit-schemas.ts';
import { Link } from '../router.tsx';
import { counted, figure, outletWords, shareWords, speakerAddress } from '../words.ts';

type Audited = SourceAudit['total'];
type Kind = keyof Audited['kinds'];

const COLUMNS: readonly (readonly [kind: Kind, heading: string])[] = [
  ['person', 'Named persons'],
  ['organization', 'Organi\u00adzations'],
  ['group', 'Groups'],
  ['document', 'Docu\u00adments'],
  ['unnamed', 'Unnamed'],
  ['author', 'Author'],
  ['unknown', 'Not identi\u00adfied'],
];

interface AuditTableProps {
  readonly outlets: readonly OutletAudit[];
  /** All outlets together; null where there is only one. */
  readonly total: Audited | null;
}

/** The figures outlet by outlet. On a narrow screen each outlet is a list, its figures named one by one. */
export function AuditTable({ outlets, total }: AuditTableProps) {
  return (
    <table className="audit">
      <caption className="visually-hidden">Statements by kind of source, outlet by outlet</caption>
      <thead>
        <tr>
          <th scope="col">Outlet</th>
          <th scope="col">Articles</th>
          <th scope="col">Statements</th>
          {COLUMNS.map(([kind, heading]) => (
            <th scope="col" key={kind}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {outlets.map(({ outlet, ...audit }) => (
        <Rows key={outlet} name={outletWords(outlet)} audit={audit} />
      ))}
      {total && <Rows name="All outlets" audit={total} />}
    </table>
  );
}

function Rows({ name, audit }: { readonly name: string; readonly audit: Audited }) {
  const { person, unnamed } = audit.kinds;
  return (
    <tbody>
      <tr>
        <th scope="row">
          <bdi>{name}</bdi>
        </th>
        <td data-label="Articles">{figure(audit.articles)}</td>
        <td data-label="Statements">{figure(audit.attributions)}</td>
        {COLUMNS.map(([kind, heading]) => (
          <td
            key={kind}
            data-label={heading.replace('\u00ad', '')}
            className={kind === 'unnamed' ? 'unnamed' : undefined}
          >
            <span>
              {shareWords(audit.kinds[kind].share)} <small>{figure(audit.kinds[kind].attributions)}</small>
            </span>
          </td>
        ))}
      </tr>
      <tr className="remarks">
        <td colSpan={COLUMNS.length + 3}>
          {audit.sources > 0 && (
            <p>
              Sources: {figure(audit.sources)}, of them named persons {figure(person.sources)} (
              {shareWords(person.sourcesShare)}), unnamed {figure(unnamed.sources)} ({shareWords(unnamed.sourcesShare)}
              ).
            </p>
          )}
          {audit.inQuotationMarks > 0 && (
            <p>
              In quotation marks: {counted(audit.inQuotationMarks, 'statement')}, by unnamed sources{' '}
              {figure(unnamed.inQuotationMarks)} ({shareWords(unnamed.inQuotationMarksShare)}).
            </p>
          )}
          {audit.onlyUnnamed > 0 && (
            <p className="uncertain-fact">
              {counted(audit.onlyUnnamed, 'article rests', 'articles rest')} on unnamed sources alone,{' '}
              {figure(audit.oneUnnamed)} on a single one.
            </p>
          )}
          {audit.mostQuoted.length > 0 && <MostQuoted audit={audit} />}
        </td>
      </tr>
    </tbody>
  );
}

function MostQuoted({ audit: { mostQuoted, concentration } }: { readonly audit: Audited }) {
  return (
    <>
      <p>
        Quoted most:{' '}
        {mostQuoted.map(({ key, name, attributions }, i) => (
          <span key={key}>
            {i > 0 && ', '}
            <Link to={speakerAddress(key)} dir="auto">
              {name}
            </Link>{' '}
            <small>({figure(attributions)})</small>
          </span>
        ))}
      </p>
      <p>
        Of what persons, organizations, groups and documents say, the first says {shareWords(concentration.one)}
        {mostQuoted.length > 1 && (
          <>
            , the first {mostQuoted.length === 5 ? 'five' : figure(mostQuoted.length)} {shareWords(concentration.five)}
          </>
        )}
        .
      </p>
    </>
  );
}
