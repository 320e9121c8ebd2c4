import type { ReactNode } from 'react';
import type { RecordedSpeaker, SpeakerDetail } from '../../src/server/schemas.ts';
import { Link } from '../router.tsx';
import {
  counted,
  daysWords,
  dayWords,
  figure,
  modeWords,
  outletWords,
  placeOfKey,
  typeWords,
  wikidataAddress,
} from '../words.ts';

/** How many of a list are shown before the rest is folded. */
const LISTED = 6;

type Seen = Pick<SpeakerDetail['roles'][number], 'attributions' | 'first' | 'last'>;

/** Who a speaker is said to be: its names, its roles over time, the outlets that quote it, and when. */
export function SpeakerFacts({ detail }: { readonly detail: SpeakerDetail }) {
  const { speaker, roles, outlets, first, last, undated, reported } = detail;
  const others = detail.aliases.filter(({ name }) => name !== speaker.name);
  return (
    <dl className="about">
      <Listed
        term="Also called"
        items={others.map((alias) => [alias.name, alias, alias.attributions === 0 ? 'by a correction' : null])}
      />
      <Listed term="Given as" items={roles.map((role) => [role.role, role, null])} />
      <Listed term="Reported by" items={outlets.map((outlet) => [outletWords(outlet.outlet), outlet, null])} />
      <div>
        <dt>When</dt>
        <dd>
          {first && last ? <Between first={first} last={last} /> : 'no article gives a date'}
          {undated > 0 && first && <small>; {counted(undated, 'article')} without a date</small>}
        </dd>
      </div>
      <div>
        <dt>How</dt>
        <dd>
          <Tally counts={detail.modes} labels={modeWords} />
          <small>; </small>
          <Tally counts={detail.types} labels={typeWords} />
          {reported > 0 && <small>; {figure(reported)} reported by another speaker</small>}
        </dd>
      </div>
      {speaker.wikidata && <InWikidata item={speaker.wikidata} />}
    </dl>
  );
}

/** The item of Wikidata that the speaker is. Its label and description are anybody's words. */
function InWikidata({ item: { id, label, description } }: { readonly item: NonNullable<RecordedSpeaker['wikidata']> }) {
  return (
    <div>
      <dt>Wikidata</dt>
      <dd>
        <a className="plain-link" href={wikidataAddress(id)} rel="noreferrer noopener external" target="_blank">
          {label !== null && <bdi>{label}</bdi>} <small>({id})</small>
        </a>
        {description !== null && (
          <>
            {': '}
            <bdi>{description}</bdi>
          </>
        )}
      </dd>
    </div>
  );
}

function Between({ first, last }: { readonly [Key in 'first' | 'last']: NonNullable<SpeakerDetail['first']> }) {
  if (first.attribution === last.attribution) return <Moment {...first} />;
  return (
    <>
      first <Moment {...first} />, last <Moment {...last} />
    </>
  );
}

/** A date that leads to the statement. */
function Moment({ published, attribution }: NonNullable<SpeakerDetail['first']>) {
  return (
    <Link to={placeOfKey(attribution)}>
      <time dateTime={published}>{dayWords(published)}</time>
    </Link>
  );
}

/** Each act or manner that occurs, with how often. */
function Tally<Key extends string>({
  counts,
  labels,
}: {
  readonly counts: Readonly<Record<Key, number>>;
  readonly labels: Readonly<Record<Key, { readonly label: string; readonly meaning: string }>>;
}) {
  const present = (Object.keys(labels) as Key[]).filter((key) => counts[key] > 0);
  return present.map((key, i) => (
    <span key={key} title={labels[key].meaning}>
      {i > 0 && ', '}
      {labels[key].label} <small>({figure(counts[key])})</small>
    </span>
  ));
}

interface ListedProps {
  readonly term: string;
  /** What it is, how often and when, and what is said instead of that. */
  readonly items: readonly (readonly [words: string, seen: Seen, instead: string | null])[];
}

/** A term and its items, one a line; nothing where there are none. */
function Listed({ term, items }: ListedProps) {
  if (items.length === 0) return null;
  const list = (some: ListedProps['items']): ReactNode => (
    <ul className="plain">
      {some.map(([words, seen, instead]) => (
        <li key={words}>
          <bdi>{words}</bdi> <small>({instead ?? <SeenWords {...seen} />})</small>
        </li>
      ))}
    </ul>
  );
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {list(items.slice(0, LISTED))}
        {items.length > LISTED && (
          <details>
            <summary>{counted(items.length - LISTED, 'more', 'more')}</summary>
            {list(items.slice(LISTED))}
          </details>
        )}
      </dd>
    </div>
  );
}

function SeenWords({ attributions, first, last }: Seen) {
  const when = first === null || last === null ? 'date not given' : daysWords(first, last);
  return `${counted(attributions, 'statement')}, ${when}`;
}
