/** The meta elements of a page. */
import { plainText } from './elements.ts';
import { type Survey, tagged } from './survey.ts';

/** Contents by name, property or itemprop, in lower case; several elements may bear one name. */
export type Meta = ReadonlyMap<string, readonly string[]>;

const MOST = 300;

const META = new Set(['META']);

export function readMeta(survey: Survey): Meta {
  const { page } = survey;
  const meta = new Map<string, string[]>();
  for (const element of tagged(survey, META).slice(0, MOST)) {
    const content = plainText(page, element.getAttribute('content'));
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.trim().toLowerCase();
      if (key) meta.set(key, [...(meta.get(key) ?? []), content]);
    }
  }
  return meta;
}

/** The first content of each of the names, in the order of the names. @param keys parted by spaces */
export const first = (meta: Meta, keys: string): string[] => keys.split(' ').flatMap((key) => meta.get(key)?.[0] ?? []);

/** All contents of the first of the names that is there. @param keys parted by spaces */
export const allOfFirst = (meta: Meta, keys: string): readonly string[] =>
  keys
    .split(' ')
    .map((key) => meta.get(key))
    .find((contents) => contents !== undefined) ?? [];
