import { useTitle } from '../parts/use-title.ts';
import { Bookmark } from './bookmark.tsx';
import { HandedPage } from './handed-page.tsx';
import { token } from './send-page.ts';
import { SourceForm } from './source-form.tsx';
import { type Handing, useHanded } from './use-handed.ts';

/** Adds what the reader's own browser shows: a page behind a login, or one that scripts make. */
export function CapturePage() {
  const accepts = token() !== null;
  const handing = useHanded(accepts);
  useTitle('Add a page');
  if (!accepts) return <Closed />;
  const handed = typeof handing === 'object' && 'html' in handing;
  return (
    <div className="capture-page" aria-busy={handing === 'asked'}>
      <h1>Add a page</h1>
      {handed ? <HandedPage page={handing} /> : <Ways handing={handing} />}
    </div>
  );
}

function Closed() {
  return (
    <div className="capture-page">
      <h1>Add a page</h1>
      <div className="state">
        <p>This server only reads. To add pages that your browser shows, end it and run:</p>
        <pre>onrecord serve --accept-pages</pre>
        <p>Pages that anybody can read are added by their address: onrecord add URL.</p>
      </div>
    </div>
  );
}

/** Why there is no page, where one was to come. */
function whyNone(handing: Handing): string | null {
  if (handing === 'cut') {
    return 'The page you were looking at does not let the windows that it opens speak to it. Save it or copy its source, and give it here.';
  }
  if (handing === 'silent') {
    return 'The page that opened this window hands nothing over. Press the bookmark on it again, or save it and give it here.';
  }
  return typeof handing === 'object' && 'problem' in handing ? `Not taken. ${handing.problem}` : null;
}

function Ways({ handing }: { readonly handing: Handing }) {
  const why = whyNone(handing);
  if (handing === 'asked') {
    return (
      <p className="state" role="status">
        Waiting for the page …
      </p>
    );
  }
  const bookmark = (
    <section aria-labelledby="bookmark-title">
      <h2 id="bookmark-title">From the page itself</h2>
      <p>For pages behind a login, and pages that only scripts fill: your own browser has them as you see them.</p>
      <Bookmark />
    </section>
  );
  const source = (
    <section aria-labelledby="source-title">
      <h2 id="source-title">From its source, or a saved page</h2>
      <p>Where the bookmark does nothing: save the page (Ctrl-S), or copy its source (Ctrl-U).</p>
      <SourceForm />
    </section>
  );
  return (
    <>
      {why !== null && (
        <div className="state" role="alert">
          <p>{why}</p>
        </div>
      )}
      {why === null ? bookmark : source}
      {why === null ? source : bookmark}
    </>
  );
}
