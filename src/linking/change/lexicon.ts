const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that turn a clause into its contrary. */
export const NEGATIONS = words('not never no nobody nothing none nowhere neither nor hardly scarcely barely noone');
/** Words whose meaning holds a negation: with another they come to none ("not without", "never denied"). */
export const NEGATIVES = words(
  'without deny denies denied denying denial refuse refuses refused refusing refusal reject rejects rejected rejecting rejection ' +
    'oppose opposes opposed opposing fail fails failed failing lack lacks lacked lacking unable impossible doubt doubts doubted ' +
    'against few little rarely seldom',
);
/** Only with an "a" before them they are not negative: "a few", "a little". */
export const WITH_ARTICLE = words('few little');
/** Verbs of the opposite meaning of another that is not built on the same stem. */
const PREFIX = /^(?:un|in|im|ir|il|dis|non|mis)/;

/** Whether one word is the other with a prefix that negates it ("likely", "unlikely"). */
export function negatesByPrefix(negative: string, word: string): boolean {
  return (
    word.length > 2 && negative.endsWith(word) && PREFIX.exec(negative)?.[0].length === negative.length - word.length
  );
}

/** Modal verbs, and what stands for them, by what they say. `'d` may be "had": then it is no modal. */
export const MODALS: Readonly<Record<string, string>> = {
  must: 'must',
  should: 'should',
  ought: 'should',
  may: 'may',
  might: 'might',
  can: 'can',
  could: 'could',
  will: 'will',
  would: 'would',
  shall: 'shall',
};
/** With "to" behind them they are modals. */
export const SEMI_MODALS: Readonly<Record<string, string>> = {
  have: 'must',
  has: 'must',
  had: 'must',
  need: 'must',
  needs: 'must',
  needed: 'must',
  ought: 'should',
  got: 'must',
  going: 'will',
};
/** What a modal becomes in indirect speech, so that both are one there. */
export const SHIFTED_MODALS: Readonly<Record<string, string>> = {
  would: 'will',
  shall: 'will',
  could: 'can',
  might: 'may',
};

export const AUXILIARIES = words("am is are was were be been being have has had do does did will would shall 'd");

/** How many, without saying it in figures. */
export const VAGUE_NUMBERS = words(
  'dozen dozens score scores hundred hundreds thousand thousands million millions billion billions trillion trillions half quarter ' +
    'double doubled triple tripled halved quadrupled twice thrice couple several many most all some few every both none third thirds quarters tens majority minority',
);
/** Of these the ones that hedge: without them the claim is a wider one. */
export const HEDGING_QUANTITIES = words('some most many several few');
/** Days and months: another one is another date. */
export const DATES = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december spring summer autumn fall winter today yesterday tomorrow tonight',
);
/** Told from another day, a day has another name. */
export const DEICTIC = words('today yesterday tomorrow tonight now here');
/** What is counted in: another one is another figure. */
export const MEASURES = words(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries ' +
    'inch inches foot feet yard yards mile miles metre metres meter meters kilometer kilometers centimeter centimeters millimeter ' +
    'millimeters acre acres hectare hectares ounce ounces pound pounds ton tons tonne tonnes gram grams kilogram kilograms kilo kilos ' +
    'liter liters gallon gallons barrel barrels watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts ' +
    'dollar dollars euro euros cent cents yen percent point points degree degrees thousand million billion trillion daily weekly ' +
    'monthly annually yearly',
);
/** Before a figure they say that it is not exact, or a bound. */
export const APPROXIMATE = words(
  'about around roughly approximately nearly almost some over under above below exactly only least most than up just within',
);

/** Words that open a condition, and what must follow where the word alone does not. Null: nothing must. */
export const CONDITIONS: Readonly<Record<string, readonly (readonly string[])[] | null>> = {
  if: null,
  unless: null,
  until: null,
  till: null,
  except: null,
  without: null,
  provided: null,
  providing: null,
  assuming: null,
  while: null,
  pending: null,
  lest: null,
  as: [['long', 'as']],
  so: [['long', 'as']],
  only: [['if'], ['after'], ['when'], ['once'], ['with'], ['by'], ['until'], ['on'], ['under'], ['in']],
  but: [['not'], ['only'], ['never']],
  not: [['only'], ['until'], ['before'], ['unless']],
  on: [['condition'], ['the', 'condition'], ['one', 'condition']],
  in: [['case'], ['exchange'], ['return'], ['the', 'event']],
  subject: [['to']],
  depending: [['on']],
  even: [['if']],
  once: ['the', 'a', 'they', 'we', 'he', 'she', 'it', 'you', 'i', 'all'].map((word) => [word]),
};
/** Words that take a claim back in part. "I think" is none: what a speaker says is what the speaker thinks. */
export const HEDGES = words(
  'probably perhaps maybe possibly likely presumably apparently allegedly reportedly supposedly seemingly almost nearly mostly ' +
    'largely partly partially somewhat sometimes often usually generally potentially arguably only unlikely practically virtually',
);
/** Verbs whose clause is the claim: where they are negated, it is. */
export const OPINIONS = words(
  'think thought believe believed say said claim claimed know knew expect expected suggest suggested mean meant accept accepted ' +
    'true case suppose agree agreed admit admitted see saw hope',
);
/** What joins two claims that each stand alone. */
export const COORDINATORS = words('and but so or yet because');
/** What a claim begins with, or is told by. */
export const FINITE = words(
  "am is are was were has have had do does did will would can could may might must should shall 's 'd i we he she they it you there",
);
/** Keys that are one: names of countries and bodies in full and short, and words written in one or two. */
export const ONE_NAME = new Map([
  ['unitedstates', 'u.s'],
  ['unitedstatesofamerica', 'u.s'],
  ['unitedkingdom', 'uk'],
  ['unitednations', 'un'],
  ['europeanunion', 'eu'],
  ['allright', 'alright'],
  ['noone', 'nobody'],
]);
