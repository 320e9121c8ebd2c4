/** A short article about invented people, as plain text; the number makes each different. */
export function smallArticle(n: number): string {
  return [
    `Harbour report ${n}`,
    '',
    `ORMSBY, 3 March 2031 - Mayor Ilse Quandt said on Monday that pier ${n} would stay closed.`,
    `“We will not reopen pier ${n} before the inspection,” Quandt told reporters.`,
    `Dock union leader Tomas Erribe said his members had expected the closure of pier ${n}.`,
    '',
  ].join('\n');
}

/** The same sort of article as a page with other things around it. */
export function page(title: string, paragraphs: readonly string[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title} | The Ormsby Courant</title>
<meta property="og:site_name" content="The Ormsby Courant">
<meta property="article:published_time" content="2031-03-03T09:30:00+01:00"></head>
<body><nav><a href="/">Home</a> <a href="/harbour">Harbour</a> <a href="/sport">Sport</a></nav>
<article><h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</article>
<aside><h2>Most read</h2><ul><li><a href="/a">Tram line to close for repairs</a></li></ul></aside>
<footer>© The Ormsby Courant</footer></body></html>
`;
}

/** Paragraphs long enough for a page to be recognised as an article. */
export const PARAGRAPHS: readonly string[] = [
  'The harbour of Ormsby will stay closed to large ships until the end of the month, Mayor Ilse Quandt said on Monday after a meeting with the port inspectors, who had found cracks in two of the three piers during the winter.',
  '“We will not reopen the piers before the inspection is over,” Quandt told reporters outside the town hall. “Nobody should have to unload on concrete that may give way under their feet.”',
  'Tomas Erribe, who leads the dock union, said his members had expected the closure for weeks. He accused the port authority of having known about the damage since the autumn, a charge that the authority denied in a short statement.',
  'The port handles about a third of the grain that leaves the region in spring, according to the chamber of commerce, and traders said that a longer closure would push up the price of bread.',
];
