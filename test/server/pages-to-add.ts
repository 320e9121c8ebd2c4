/** A page as a browser holds it, for the tests of what is handed over: places, people and outlet are invented. */

export const WORDS = 'that the night ferry would run again from the first of March';

/** @param head more of what stands in its head */
export function ferryPage(title = 'Night ferry to run again', head = ''): string {
  const paragraphs = [
    `Harbour master Odile Varnay said on Monday ${WORDS}.`,
    'After two winters without a service this is late. The boats of the Quillan line had been laid up since a storm broke the northern mole, and the islanders had to take the road round the bay, which is four hours longer in good weather and closed in bad.',
    '“We have waited long enough,” said Bram Tesselaar, who runs the bakery on Low Island and sends his bread across each morning.',
    'The council of the three islands will look at the new timetable on Thursday, when it also has to agree on who pays for the second crew and for the light on the mole.',
  ];
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}
