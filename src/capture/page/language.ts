/** Which language an article is in, by what its page says and by its words. */
import { franc } from 'franc-min';

/** Fewer characters do not tell languages apart well enough to say it in the page's place, or to contradict it. */
const ENOUGH_TO_SAY = 200;
const ENOUGH_TO_CONTRADICT = 400;
/** The beginning of a text says enough. */
const LOOKED_AT = 600;

/**
 * Languages that news are written in, as ISO 639-3 has them; those of one line are so close that a page's own word counts
 * for more than what a few hundred characters look like.
 */
const GROUPS = [
  'eng',
  'deu nld afr',
  'dan nob nno swe',
  'fra',
  'spa por glg cat ita',
  'ron',
  'ces slk pol',
  'hrv srp bos slv',
  'rus ukr bel bul mkd kaz',
  'ell',
  'hun',
  'fin est',
  'lit lav',
  'tur azj',
  'arb pes urd',
  'heb',
  'hin mar npi',
  'ben',
  'tam',
  'tel',
  'tha',
  'vie',
  'ind zlm jav sun',
  'tgl ceb',
  'cmn',
  'jpn',
  'kor',
  'swh',
].map((line) => line.split(' '));

/** The first of the values that is a BCP 47 tag, in its canonical form; of one with a wrong ending its language alone. */
export function languageTag(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const tag = value?.split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? '';
    for (const attempt of [tag, tag.split('-')[0]!]) {
      try {
        const locale = attempt ? new Intl.Locale(attempt) : null;
        if (locale?.language && locale.language !== 'und') return locale.toString();
      } catch {
        // Not a language tag: the next may be one.
      }
    }
  }
  return null;
}

/** "deu" → "de", "arb" → "ar". */
const languageOfCode = (code: string): string => new Intl.Locale(code).language;
const KNOWN = new Map(GROUPS.flatMap((group) => group.map((code) => [languageOfCode(code), group] as const)));

/**
 * The language of a text. What the page says holds unless the words plainly contradict it: many sites declare the
 * language of their software. Without a declaration the words decide, when there are enough of them (character trigrams
 * of Cavnar and Trenkle 1994, by franc).
 *
 * @param declared a canonical BCP 47 tag, or null
 */
export function languageOf(declared: string | null, text: string): string | null {
  if (text.length < (declared ? ENOUGH_TO_CONTRADICT : ENOUGH_TO_SAY)) return declared;
  const code = franc(text.slice(0, LOOKED_AT), { only: GROUPS.flat() });
  if (code === 'und') return declared;
  const best = languageOfCode(code);
  if (!declared) return best;
  const group = KNOWN.get(new Intl.Locale(declared).language);
  // A language that is not among those compared cannot be judged, and is believed.
  return group && !group.includes(code) ? best : declared;
}
