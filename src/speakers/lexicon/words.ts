/** Function words and a few verbs of English by which names, mentions and sentences are told apart; lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Words that never belong to a name, though a sentence may open with them in a capital. */
export const FUNCTION_WORDS = words(`
  a an the this that these those he she it they we you i me him them us my your his her its our their mine yours hers ours
  theirs who whom whose which what when where why how if although though while because since as after before until
  unless whether once in on at by for from with without about against between into through during above below to up down
  of off over under again then here there all any both each few more most other others some such no nor not only own same
  so than too very can could may might must shall should would do does did doing done has have had having is are was
  were be been being am and or but yet also even still just now never ever always often perhaps maybe however meanwhile
  moreover furthermore nevertheless nonetheless instead besides indeed thus hence therefore otherwise according asked
  among despite like unlike amid amidst upon within throughout toward towards given regarding concerning following
  including excluding except per via yes no oh well let one two three four five six seven eight nine ten many several
  every another either neither much less least rather quite almost nearly about around today yesterday tomorrow tonight
  earlier later last next recently currently finally eventually ultimately additionally similarly specifically
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december jan feb aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat
  source details quote read photo photos image video related update updated breaking exclusive
  that's it's he's she's there's what's let's
`);

/** Function words that open some names in mid-sentence: "Our Common Ground", "One Harbour". */
export const OPENS_NAMES = words('our one all no my every some two three four five six seven new just');

/** Function words that may stand within a name with a capital: "Fair Rents Right Now". */
export const INSIDE_NAMES = words(
  'all no one our my now up over out under before after first today more next every two three four oh',
);

/** Months and given names in one ("April said"): part of a name only where another name word follows. */
export const DOUBTFUL_OPENERS = words(
  'april august jan june may will mark grant bill rob pat sue art jack hope grace faith',
);

/** Small words inside a family name. */
export const PARTICLES = words(
  "de da do das dos del della di du des la le van von der den ter ten bin bint ibn al el abu ben y e zu zur af av ap o'",
);

export const SUFFIXES = words('jr sr ii iii iv esq phd md');

/** Verbs whose subject is a speaker. */
export const SPEECH_VERBS = words(`
  said says say saying told tells tell telling added adds add asked asks ask argued argues argue insisted insists claimed
  claims stated states announced announces declared declares noted notes wrote writes tweeted tweets posted explained
  explains warned warns called calls suggested suggests acknowledged admitted admits denied denies promised vowed vows
  replied responded responds continued continues concluded concludes recalled recalls predicted predicts believes thinks
  believed thought wants wanted hopes hoped urged urges praised praises criticized criticised slammed defended pledged
  reported reports revealed mentioned stressed emphasized emphasised underscored reiterated maintained maintains accused
  quipped joked tells complained demanded demands proposed proposes agreed agrees rejected rejects
`);

/** Subject pronouns of the third person singular, and forms of them. */
export const SHE = words('she her hers herself');
export const HE = words('he him his himself');
export const IT = words('it its itself this');
export const THEY = words('they them their theirs themselves these those');
export const WE = words('we us our ours ourselves');
export const I = words('i me my mine myself');
export const YOU = words('you your yours yourself yourselves');
export const WHO = words('who whom whose which that');

/** Determiners that say the reader knows which one is meant. */
export const DEFINITE = words('the this that these those his her its their our my your');
export const INDEFINITE = words(
  'a an one another some any many several most few two three four five six seven eight nine ten no every each',
);
