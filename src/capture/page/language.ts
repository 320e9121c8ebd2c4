/** Which language an article is in, by what its page says and by its words. */
import { francAll } from 'franc-min';

/** Fewer characters do not tell languages apart well enough to contradict a page, or to say it in its place. */
const ENOUGH_TO_SAY = 200;
const ENOUGH_TO_CONTRADICT = 400;
/** franc looks at so many characters of a text. */
const LOOKED_AT = 4_000;
/** A language that fits worse than this, beside the best at 1, is not the text's. Close ones (Danish, Norwegian) lie above 0.9. */
const UNLIKE = 0.8;

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

/**
 * The language of a text. What the page says holds unless the words plainly contradict it: many sites declare the
 * language of their software. Without a declaration the words decide, when there are enough of them.
 *
 * @param declared a canonical BCP 47 tag, or null
 */
export function languageOf(declared: string | null, text: string): string | null {
  if (text.length < (declared ? ENOUGH_TO_CONTRADICT : ENOUGH_TO_SAY)) return declared;
  const ranked = francAll(text.slice(0, LOOKED_AT)).map(([code, fit]) => [languageTag([code]), fit] as const);
  const [best, fit] = ranked[0] ?? [null, 0];
  if (!best || fit === 0) return declared;
  if (!declared) return best;
  const language = new Intl.Locale(declared).language;
  // A language that franc does not know cannot be judged, and is believed.
  const known = KNOWN.has(language) || ranked.some(([tag]) => tag === language);
  const own = ranked.find(([tag]) => tag === language)?.[1] ?? 0;
  return known && best !== language && own < UNLIKE ? best : declared;
}

/** Languages written in scripts of their own are not ranked at all beside others; franc knows these. */
const KNOWN = new Set('en de fr es pt it nl pl ru uk tr ar zh ja ko hi id sv ro hu cs el bg sr vi th fa bn'.split(' '));
