import { type MouseEvent, useCallback, useId, useState } from 'react';
import { bookmarklet } from './bookmarklet.ts';

/** The bookmarklet to drag to the bookmarks bar, and for those who cannot drag, to copy. */
export function Bookmark() {
  const code = bookmarklet(window.location.origin);
  const [said, setSaid] = useState('');
  const help = useId();
  // React lets no address of a script through, and this page's policy runs none: the link is there to be dragged.
  const hold = useCallback((link: HTMLAnchorElement | null) => link?.setAttribute('href', code), [code]);
  const click = (event: MouseEvent) => {
    event.preventDefault();
    setSaid('Drag it to the bookmarks bar; there, a click adds the page you look at.');
  };
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setSaid('Copied. Make a bookmark and paste this as its address.'),
      () => setSaid('The browser did not let it be copied: select the text below and copy it.'),
    );
  return (
    <>
      <p className="bookmark">
        <a ref={hold} href="/capture" className="bookmarklet" onClick={click} aria-describedby={help}>
          Add to Onrecord
        </a>
        <button type="button" onClick={copy}>
          Copy its address
        </button>
      </p>
      <p role="status">{said}</p>
      <ol id={help}>
        <li>Drag “Add to Onrecord” to the bookmarks bar. Or copy its address and make a bookmark of it.</li>
        <li>On an article, press that bookmark. This page opens in a new window and shows what it got.</li>
        <li>
          Press “Add to the record”, or <kbd>Enter</kbd>. Nothing is added before.
        </li>
      </ol>
      <details>
        <summary>What the bookmark does</summary>
        <p>
          It hands the page as your browser shows it to this address, <code>{window.location.origin}</code>, and to
          nobody else. It works while <code>onrecord serve --accept-pages</code> runs at this address.
        </p>
        <textarea className="bookmark-code" readOnly rows={5} value={code} aria-label="The bookmark's address" />
      </details>
    </>
  );
}
