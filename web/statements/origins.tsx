import type { CreditKind } from '../../src/model.ts';
import type { Occurrence, Origins as Traced } from '../../src/server/statement-schemas.ts';
import { Link as PageLink } from '../router.tsx';
import { counted, dateWords, figure, outletWords, placeOfKey } from '../words.ts';
import { type Link, linksOf } from './chain.ts';

/** So many origins are drawn before the rest is folded. */
const ORIGINS_DRAWN = 8;
/** So many places of one chain are drawn before the rest is folded. */
const DRAWN = 30;
/** Deeper steps are drawn as deep as this: a narrow window holds no more. */
const DEEPEST = 5;
/** How far the record is traced: see `src/pipeline/origins.ts`. */
const MOST_TRACED = 500;

interface OriginsProps {
  readonly traced: Traced;
  /** Occurrences on the page, whose dates are known. */
  readonly shown: readonly Occurrence[];
  readonly total: number;
}

/** Who had a statement, and who has it from whom: a chain for each independent origin. */
export function Origins({ traced: { origins, first }, shown, total }: OriginsProps) {
  const dates = new Map(shown.map(({ attribution: { key, article } }) => [key, article.published]));
  const origin = (each: Traced['origins'][number], i: number) => (
    <div key={i} className="origin">
      {origins.length > 1 && <h3>Origin {figure(i + 1)}</h3>}
      <Chain links={linksOf(each)} dates={dates} first={String(first)} />
    </div>
  );
  return (
    <section className="origins" aria-labelledby="origins">
      <h2 id="origins">Where it comes from</h2>
      <p>{countWords(origins.length, Math.min(total, MOST_TRACED), total)}</p>
      {origins.slice(0, ORIGINS_DRAWN).map(origin)}
      {origins.length > ORIGINS_DRAWN && (
        <details>
          <summary>{counted(origins.length - ORIGINS_DRAWN, 'more origin')}</summary>
          {origins.slice(ORIGINS_DRAWN).map((each, i) => origin(each, i + ORIGINS_DRAWN))}
        </details>
      )}
      <details>
        <summary>How origins are counted</summary>
        <p>
          An article that reprints another, credits it, repeats its own outlet or itself counts as one with it. An
          outlet that is credited and whose own report was not captured is an origin of its own, to which all who credit
          it belong. What is left over is independent, as far as the articles tell: nobody has captured everything.
        </p>
      </details>
    </section>
  );
}

function countWords(origins: number, traced: number, total: number): string {
  const some =
    traced < total ? `The first ${figure(traced)} of ${counted(total, 'occurrence')}` : counted(total, 'occurrence');
  if (total === 1) return 'One occurrence was captured.';
  if (origins === 1) return `${some} with one origin: nothing shows that anybody has it independently.`;
  return `${some} with ${figure(origins)} independent origins.`;
}

interface ChainProps {
  readonly links: readonly Link[];
  readonly dates: ReadonlyMap<string, string | null>;
  /** The key of the occurrence that was captured with the earliest date. */
  readonly first: string;
}

function Chain({ links, dates, first }: ChainProps) {
  const item = (link: Link) => (
    <Place key={link.id} link={link} published={dates.get(link.id)} isFirst={link.id === first} />
  );
  return (
    <>
      <ol className="chain plain">{links.slice(0, DRAWN).map(item)}</ol>
      {links.length > DRAWN && (
        <details>
          <summary>{counted(links.length - DRAWN, 'more place')}</summary>
          <ol className="chain plain" start={DRAWN + 1}>
            {links.slice(DRAWN).map(item)}
          </ol>
        </details>
      )}
    </>
  );
}

interface PlaceProps {
  readonly link: Link;
  readonly published: string | null | undefined;
  readonly isFirst: boolean;
}

function Place({ link, published, isFirst }: PlaceProps) {
  const { end, step } = link;
  return (
    <li className="chain-place">
      <Rails link={link} />
      <div>
        <p className="chain-outlet">
          {end.occurrence === null ? (
            <bdi>{end.outlet}</bdi>
          ) : (
            <PageLink to={placeOfKey(String(end.occurrence))} dir="auto">
              {outletWords(end.outlet)}
            </PageLink>
          )}
          {published && (
            <>
              {' '}
              <small>
                <time dateTime={published}>{dateWords(published)}</time>
              </small>
            </>
          )}
        </p>
        {isFirst && <p className="chain-note">captured with the earliest date</p>}
        {end.occurrence === null && (
          <p className="chain-note not-captured">credited; its own report was not captured</p>
        )}
        {step && (
          <p className="chain-note">
            <Why step={step} />
          </p>
        )}
      </div>
    </li>
  );
}

/** How an article names whom it credits. */
const creditWords: Record<CreditKind, string> = {
  wire: 'in its dateline or at its end',
  byline: 'in its byline',
  told: 'as the one the speaker told',
  interview: 'as the one that interviewed the speaker',
  'statement to': 'as the one the statement was made to',
  reported: 'as the one that reported it',
  source: 'as its source',
  'hat tip': 'with a hat tip',
  'reprint notice': 'in a notice that it reprints it',
  publisher: 'beside the text',
};

/** What leads from one place to the one above it. Evidence is in the words of the record, with names of outlets in it. */
function Why({ step: { why, to, credit, evidence } }: { readonly step: NonNullable<Link['step']> }) {
  const outlet = <bdi>{outletWords(to.outlet)}</bdi>;
  if (why === 'within') return <>the same article as above</>;
  if (why === 'same outlet') return <>{outlet} again: one outlet is one origin</>;
  if (credit) {
    return (
      <>
        credits {outlet} {creditWords[credit.kind]}
      </>
    );
  }
  return (
    <>
      {why === 'reprint' ? 'reprints' : 'credits'} {outlet}: {evidence}
    </>
  );
}

const COLUMN = 18;
const MIDDLE = 11;
const columnOf = (depth: number): number => Math.min(depth, DEEPEST) * COLUMN + 7;

/** The lines that lead down to a place, and the place: a disc, or a broken ring where it was not captured. The words say the same. */
function Rails({ link: { end, step, depth, goesOn, leads } }: { readonly link: Link }) {
  const at = columnOf(depth);
  return (
    <svg className="rails" width={at + 9} aria-hidden="true" focusable="false">
      {goesOn.map((more, i) => {
        const above = columnOf(i);
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a depth is what the line is of.
        if (i < depth - 1) return more && <line key={i} x1={above} x2={above} y1="0" y2="100%" />;
        return (
          <g key={i} className={`by-${step!.why.replace(' ', '-')}`}>
            <line x1={above} x2={above} y1="0" y2={more ? '100%' : MIDDLE} />
            {at > above && <line x1={above} x2={at} y1={MIDDLE} y2={MIDDLE} />}
          </g>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: a depth is what the line is of.
      })}
      {leads && depth < DEEPEST && <line x1={at} x2={at} y1={MIDDLE} y2="100%" />}
      <circle cx={at} cy={MIDDLE} r="5" className={end.occurrence === null ? 'not-captured' : 'captured'} />
    </svg>
  );
}
