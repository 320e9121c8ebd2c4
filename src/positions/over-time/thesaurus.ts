/**
 * Words that mean one thing where positions are compared, each line one concept named by its first word: general English
 * of diplomacy, war, labour, courts, economy and elections, in dictionary form. Nouns and verbs of one act stand together
 * ("negotiate", "talks").
 */
const CONCEPTS = `
talk negotiation negotiate dialogue dialog parley discussion diplomacy
truce ceasefire armistice ceasefires
peace
meeting meet summit
deal agreement accord pact treaty compact
troop soldier serviceman servicewoman
kill killed kills death dead die slay fatality victim toll
wound wounded injure injured injury
withdraw withdrawal pullout retreat evacuate
occupy occupation occupier
attack strike shell shelling bomb bombing bombard raid assault airstrike
invade invasion incursion
weapon arm arms weaponry armament munition
aid assistance relief
sanction embargo
tariff duty
tax taxation levy
wage pay salary
price cost
job post worker employee staff workforce
layoff redundancy
worker-strike walkout stoppage
election poll vote ballot referendum
resign resignation quit
run candidacy candidate
budget spending spend expenditure
deficit shortfall
debt loan borrowing
privatise privatize privatisation privatization
merger takeover merge acquisition acquire
dam reservoir
reactor nuclear
protest demonstrator demonstration protester protestor rally marcher march
prisoner captive detainee hostage
refugee migrant immigrant asylum
border frontier
port harbour harbor
mine pit colliery
plant factory mill works
school classroom
hospital clinic
homeless displaced
police policeman officer
parliament legislature assembly
inquiry investigation probe investigate
bribe bribery kickback corruption graft
steal theft embezzle
evidence proof
apologise apologize apology
compensation reparation damages
subsidy subsidise subsidize grant
fishing fishery fish
pipeline
gas
oil petroleum crude
coal
grain wheat cereal
vaccine vaccination jab
mandate
law bill legislation act statute
constitution
amendment
pension retirement
rent
fare ticket
road highway motorway
railway rail train
bridge
flood flooding
fire blaze wildfire
crash collision
resident inhabitant villager townspeople
child children pupil
house home housing
ship vessel boat freighter
plane aircraft jet airliner
hectare acre
`;

/** Words that are so common that sharing them says little. */
const WEAK = new Set(
  (
    'be have do say make get go take give come see know think want use find tell ask work seem feel try call need become ' +
    'leave put mean keep let begin show hear play move like live believe hold bring happen write provide sit stand ' +
    'lose pay meet include continue set learn change lead understand watch follow speak read add spend grow walk offer ' +
    'remember consider appear serve expect stay fall reach remain suggest raise pass sell require report decide pull ' +
    'thing time year people way day man woman life world country part place case week company system program question ' +
    'number group problem fact lot right point end side kind head area money story issue month word business result ' +
    'reason moment month today tomorrow yesterday morning night matter position plan decision step action effort ' +
    'good new first last long great little own other old big high different small large next early young important few ' +
    'public bad same able many much more most such real best sure true whole free government state city minister president ' +
    'official leader authority party campaign nation member person everybody everyone somebody someone anything something ' +
    'nothing everything one two would could should certain just only also very now then there here always ever still ' +
    'again back well even really so too all any some each every both several country possible going future situation term ' +
    'statement claim report news media interview peace full part form order hand face opportunity chance idea view future'
  ).split(' '),
);

const CONCEPT_OF: ReadonlyMap<string, string> = new Map(
  CONCEPTS.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.trim().split(/\s+/);
      return words.map((word) => [word, words[0]!] as const);
    }),
);

/** "-ing" and "-s" forms that the reader of parts of speech left as they are. */
function* forms(lemma: string): Generator<string> {
  yield lemma;
  if (lemma.endsWith('ies')) yield `${lemma.slice(0, -3)}y`;
  if (lemma.endsWith('es')) yield lemma.slice(0, -2);
  if (lemma.endsWith('s') && !lemma.endsWith('ss')) yield lemma.slice(0, -1);
  if (lemma.endsWith('ing')) {
    yield lemma.slice(0, -3);
    yield `${lemma.slice(0, -3)}e`;
  }
  if (lemma.endsWith('ed')) {
    yield lemma.slice(0, -2);
    yield lemma.slice(0, -1);
  }
}

/** Endings that make a noun of a verb, so that "investment" meets "invest". */
const NOMINAL = /(?:ments?|ations?|ions?|ers?|ors?|als?|ings?|ed|es|e|s)$/;

/** A word's concept: that of the thesaurus, or its stem. @param lemma dictionary form, lower case */
export function conceptOf(lemma: string): string {
  for (const form of forms(lemma)) {
    const concept = CONCEPT_OF.get(form);
    if (concept) return concept;
  }
  const stem = lemma.replace(NOMINAL, '');
  return stem.length >= 4 ? stem : lemma;
}

/**
 * How words of a concept begin: those that the thesaurus puts together, or the stem.
 * @param concept as `conceptOf` gives it
 */
export function beginningsOf(concept: string): string[] {
  const together = [...CONCEPT_OF].flatMap(([word, first]) => (first === concept ? [word] : []));
  // A word that ends in "e" or "y" loses that before an ending.
  return (together.length > 0 ? together : [concept]).map((word) =>
    word.length > 4 ? word.replace(/[ey]$/, '') : word,
  );
}

export const isKnownConcept = (lemma: string): boolean => CONCEPT_OF.has(lemma);

/** What sides agree on or not: one such word is a matter by itself. */
const ACTS = new Set(['talk', 'truce', 'sanction', 'resign', 'referendum', 'invade', 'merger']);

export const isAct = (concept: string): boolean => ACTS.has(concept);

export const isWeak = (lemma: string): boolean => WEAK.has(lemma);
