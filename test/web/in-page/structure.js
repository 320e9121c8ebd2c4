// Runs in a page. Gives its landmarks, the levels of its headings, its ids, and what a reader could act on without a name.
(() => {
  const nameOf = (element) =>
    (element.getAttribute('aria-label') ?? '') +
    element.textContent.trim() +
    [...(element.labels ?? [])].map((label) => label.textContent.trim()).join('');
  const actions = [...document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')];
  return {
    mains: document.querySelectorAll('main').length,
    levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map((heading) => Number(heading.localName[1])),
    unnamed: actions.filter((element) => !nameOf(element)).map((element) => element.outerHTML),
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
  };
})();
