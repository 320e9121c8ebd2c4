/** Names of places and those who act for them, in one form: "Blarnian", "Blarn's", and "Blarn" are one side. */

/** Adjectives that are not their country's name with an ending, and seats of government that stand for theirs. General knowledge. */
const SAME = new Map(
  Object.entries({
    france: 'french',
    britain: 'british uk u.k london england english',
    spain: 'spanish madrid',
    netherlands: 'dutch hague',
    greece: 'greek athens',
    denmark: 'danish copenhagen',
    sweden: 'swedish stockholm',
    poland: 'polish warsaw',
    turkey: 'turkish ankara türkiye',
    ireland: 'irish dublin',
    wales: 'welsh',
    thailand: 'thai bangkok',
    philippines: 'filipino philippine manila',
    switzerland: 'swiss bern',
    ukraine: 'kyiv kiev',
    russia: 'moscow kremlin',
    china: 'beijing',
    germany: 'berlin',
    italy: 'rome',
    japan: 'tokyo',
    iran: 'tehran',
    iraq: 'baghdad',
    syria: 'damascus',
    egypt: 'cairo',
    israel: 'jerusalem',
    lebanon: 'beirut',
    pakistan: 'islamabad',
    india: 'delhi',
    hungary: 'budapest',
    austria: 'vienna',
    serbia: 'belgrade',
    belarus: 'minsk',
    georgia: 'tbilisi',
    armenia: 'yerevan',
    azerbaijan: 'baku',
    finland: 'finnish helsinki',
    norway: 'oslo',
    venezuela: 'caracas',
    colombia: 'bogota',
    cuba: 'havana',
    taiwan: 'taipei',
    vietnam: 'hanoi',
    kenya: 'nairobi',
    america: 'american americans us u.s usa u.s.a washington',
    republican: 'republicans gop',
    democrat: 'democrats democratic',
  }).flatMap(([name, others]) => others.split(' ').map((other) => [other, name] as const)),
);

const ENDING = /(?:ians?|eans?|ans?|ish|ese|i|ic|ia|ea|a|e|o|y|s)$/;

/**
 * A name's word in the form that its adjective shares: "Blarn", "Blarnian" and "Blarnians" give "blarn". Two endings at
 * most are cut ("Sudanese"), and three letters stay.
 */
export function stemOfName(word: string): string {
  let stem = word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/\.$/, '');
  stem = SAME.get(stem) ?? stem;
  for (let cut = 0; cut < 2; cut++) {
    const shorter = stem.replace(ENDING, '');
    if (shorter.length < 3 || shorter === stem) break;
    stem = shorter;
  }
  return stem;
}

/** Parts of names that tell nobody from another. */
const EMPTY =
  /^(?:the|of|and|for|in|president|prime|minister|ministry|secretary|senator|sen|rep|governor|gov|chief|leader|general|foreign|defen[cs]e|state|national|party|department|council|committee|government|house|white|senate|congress|mayor|spokes(?:man|woman|person)|campaign|union|university|court|supreme|united|new|security|interior|finance|health|justice|transport|energy|education|trade|labou?r|agriculture|economy|information|environment|treasury|police|army|director|office|former|deputy|vice|mr|mrs|ms|dr|street|city|county|north|south|east|west|northern|southern|eastern|western)$/i;

/** The telling words of a name or a role. */
export const stemsOf = (name: string): string[] =>
  (name.match(/\p{Lu}[\p{L}\p{M}'’.-]*/gu) ?? [])
    .filter((word) => !EMPTY.test(word.replace(/\.$/, '')))
    .map(stemOfName);

export const isTelling = (word: string): boolean => !EMPTY.test(word);
