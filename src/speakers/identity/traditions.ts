import { GIVEN_NAMES } from '../lexicon/given-names.ts';
import { NAME_TRADITIONS, type Tradition } from '../lexicon/name-forms.ts';
import { VIETNAMESE_FAMILIES } from '../lexicon/romanised.ts';
import type { PersonName } from './person-name.ts';

/** Endings and beginnings of names by tradition. */
const ENDINGS: readonly (readonly [Tradition, RegExp])[] = [
  [
    'slavic',
    /.{2}(?:ov|ev|off|eff|ova|eva|yov|yova|sk[iy]+|sk[iy]j|skoi|skaya|skaia|ska|enko|chuk|czuk|shuk|inchuk|yuk|iuk|[vsktrlnm]in|[vsktrlnm]ina|yn|yna|[ei]tsky[iy]?|ich|itch|vic|kic|yak|iak|chak|ryk|yk|ets|yshyn|skii)$/,
  ],
  ['arabic', /.{2}(?:oui|awi|awy|ani|zadeh|zade|pour|oglu|uddin|eddin|ullah|ollah)$/],
  ['persian', /q(?![iu])|^gh[aou]|^abd[aeou]|.{2}(?:zada|zai|khel|nejad|nezhad)$/],
  ['indic', /.{2}(?:swamy|swami|raman|esan|singh|pakshe|paksa|jee|rji|wala|dhary|dhury)$/],
  ['greek', /.{2}(?:idis|idou|akis|aki|opoulos|opoulou|eas|atos|akos|ellis|iadis|oglou)$/],
  ['hebrew', /.{2}(?:zur|tzur|stein|man|berg|shvili)$/],
  ['germanic', /.{2}(?:sen|sson|son|dottir|mann|bach|berg|kopf|burg|gaard|lund|strom|huis|stra|sma)$/],
];
const PARTICLES: Readonly<Record<string, Tradition>> = {
  al: 'arabic',
  el: 'arabic',
  bin: 'arabic',
  ibn: 'arabic',
  bint: 'arabic',
  abu: 'arabic',
  ben: 'hebrew',
  van: 'germanic',
  von: 'germanic',
  zu: 'germanic',
  af: 'germanic',
  y: 'iberian',
  dos: 'iberian',
  das: 'iberian',
  da: 'iberian',
  do: 'iberian',
};
const MORA = /^(?:(?:[kstnhmrgzdbpfjyw]|ch|sh|ts|[kgnhbpmrj]y|sy|ty|jy)?(?:oh(?![aeiou])|[aeiou])|n(?![aeiouy]))+$/;
/** Letters that only some ways of writing have. */
const LETTERS: readonly (readonly [Tradition, RegExp])[] = [
  ['germanic', /[äöüßøåþðæ]/iu],
  ['slavic', /[čćđłśżźžšěřńęą]/iu],
  ['arabic', /[ışğ]/iu],
];

/** Whether every word of a name can be Japanese, and the two are not given names of the West. */
function mayBeJapanese({ parts }: PersonName): boolean {
  return (
    parts.length === 2 &&
    parts.every(({ spellings }) => spellings[0]!.length >= 3 && MORA.test(spellings[0]!)) &&
    parts.some(({ spellings }) => !GIVEN_NAMES.has(spellings[0]!))
  );
}

const known = new WeakMap<PersonName, ReadonlySet<Tradition>>();

/** The traditions that a name may come from, as its given names, endings, particles and letters tell. */
export function traditionsOf(name: PersonName): ReadonlySet<Tradition> {
  const found = known.get(name);
  if (found) return found;
  const traditions = new Set<Tradition>();
  for (const { spellings, written } of name.parts) {
    for (const tradition of NAME_TRADITIONS.get(spellings[0]!) ?? []) traditions.add(tradition);
    for (const [tradition, ending] of ENDINGS) if (ending.test(spellings[0]!)) traditions.add(tradition);
    for (const [tradition, letters] of LETTERS) if (letters.test(written)) traditions.add(tradition);
  }
  for (const particle of name.particles) if (PARTICLES[particle]) traditions.add(PARTICLES[particle]);
  if (mayBeJapanese(name)) traditions.add('japanese');
  if (name.parts.some(({ spellings }) => VIETNAMESE_FAMILIES.has(spellings[0]!))) traditions.add('vietnamese');
  // From Turkey to Bengal, names that are Arabic are written as they are said there.
  if (traditions.has('arabic')) traditions.add('persian');
  traditions.delete('other');
  known.set(name, traditions);
  return traditions;
}

/** Traditions whose names newspapers print with the family name first or last. */
export const FREE_ORDER: readonly Tradition[] = ['japanese', 'hungarian', 'vietnamese'];
