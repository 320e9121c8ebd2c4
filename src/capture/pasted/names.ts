/** Whether two pieces of text speak of the same. */

/** Common words of more than three letters: two texts share them whatever they are about. */
const COMMON = new Set(
  (
    'about above after again against ahead along already also although always among amid another around away back became ' +
    'because been before began being below between both came cannot come could despite does doing done down during each ' +
    'either enough even ever every first five former found four from gave give given goes going good have having held her ' +
    'here hers herself himself hour hours however into itself just keep kept knew know known last later least less like ' +
    'likely long made make making many might month months more most much must near nearly need never next none nothing ' +
    'often once only other others ours over part past people perhaps place quite rather really right said same says seen ' +
    'seven several shall should since some still such sure take taken tell than that their them then there these they ' +
    'thing things think third this those though three through time times today together told took toward under unless ' +
    'until upon used very want wants week weeks well went were what when where whether which while whole whom whose will ' +
    'with within without would year years yesterday your monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

const stem = (word: string): string => word.slice(0, 6);
const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !COMMON.has(word)).map(stem);

/** Capitalised words that do not begin a sentence: names, mostly. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/(?<=[\p{Ll}\p{N},;:)’'"”] ["“‘(]?)\p{Lu}[\p{L}\p{M}]{2,}/gu)].map((match) =>
    match[0].toLowerCase(),
  );

function share(words: readonly string[], others: ReadonlySet<string>): number {
  const different = [...new Set(words)];
  return different.length ? different.filter((word) => others.has(word)).length / different.length : 0;
}

/** Which share of the words of a text, common ones and endings aside, another text has as well, 0 to 1. */
export const sharedWords = (text: string, other: string): number =>
  share(contentWords(text), new Set(contentWords(other)));

/** Which share of the names in a text another text has as well, 0 to 1; 0 when it has none. */
export const sharedNames = (text: string, other: string): number =>
  share(namesIn(text), new Set(other.toLowerCase().match(/\p{L}{3,}/gu) ?? []));
