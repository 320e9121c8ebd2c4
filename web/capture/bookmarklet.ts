/**
 * What the bookmarklet does, on the page that the reader looks at: it opens the page /capture of a server and hands the
 * page's markup over whenever that asks. A page may forbid itself every connection, and may not speak from https to http;
 * a window that it opened it may always speak to.
 *
 * Only the text of this function reaches that page, so that it must stand by itself.
 *
 * @param home the origin of the server
 */
export function handOver(home: string): void {
  const opened = window.open(`${home}/capture?handed`);
  if (!opened) {
    window.alert('Onrecord: your browser did not let this page open a window. Allow it to, and try again.');
    return;
  }
  window.addEventListener('message', (event) => {
    if (event.source !== opened || event.origin !== home || event.data !== 'onrecord:ready') return;
    const html = document.documentElement.outerHTML;
    opened.postMessage({ url: window.location.href, title: document.title, html }, home);
  });
}

/** The address of the bookmark, for the server at an origin. */
export function bookmarklet(home: string): string {
  return `javascript:${encodeURI(`(${handOver})(${JSON.stringify(home)})`)}`;
}
