import type { SourceList } from '../../src/server/watch-schemas.ts';
import { counted, dateWords, webAddress } from '../words.ts';

type Watched = SourceList[number];

/** What is watched: what fails first, then in the order in which it was added. */
export function WatchedList({ sources }: { readonly sources: SourceList }) {
  const ordered = sources.toSorted((a, b) => Number(b.failingSince !== null) - Number(a.failingSince !== null));
  return (
    <ul className="watched plain">
      {ordered.map((source) => (
        <li key={source.id}>
          <WatchedSource {...source} />
        </li>
      ))}
    </ul>
  );
}

function WatchedSource(source: Watched) {
  const { title, outlet, url, kind, folders, announced, okAt, askedAt, nextAt } = source;
  const address = webAddress(url);
  return (
    <>
      <h3 dir="auto">{title?.trim() || outlet}</h3>
      <p className="watched-url" dir="auto">
        {address ? (
          <a className="plain-link" href={address} rel="noreferrer noopener external" target="_blank">
            {url}
          </a>
        ) : (
          url
        )}
      </p>
      <p className="meta">
        <span>
          {kind} of <bdi>{outlet}</bdi>
        </span>
        {folders.length > 0 && <bdi>{folders.join(' / ')}</bdi>}
        <span>{counted(announced, 'article')} announced</span>
        {okAt && (
          <span>
            last there <time dateTime={okAt}>{dateWords(okAt)}</time>
          </span>
        )}
        {nextAt && (
          <span>
            {askedAt === null ? 'not asked so far, due' : 'asked again'}{' '}
            <time dateTime={nextAt}>{dateWords(nextAt)}</time>
          </span>
        )}
      </p>
      <Failing {...source} />
    </>
  );
}

function Failing({ failingSince, failures, reason }: Watched) {
  if (failingSince === null) return null;
  return (
    <p className="failing" dir="auto">
      Fails since <time dateTime={failingSince}>{dateWords(failingSince)}</time> ({counted(failures, 'attempt')}):{' '}
      {reason ?? 'the record does not say why'}
    </p>
  );
}
