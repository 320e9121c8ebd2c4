/** JSON as pages write it. */
import { parse as parseTolerantly } from 'jsonc-parser';

/** Longer scripts are read only when they are JSON as it should be. */
const LONGEST_REPAIRED = 300_000;

/** Takes off what pages wrap scripts in: comments for old browsers, CDATA marks, a semicolon. */
const unwrap = (script: string): string =>
  script
    .replace(/^\s*(?:<!--|(?:\/\*\s*)?<!\[CDATA\[(?:\s*\*\/)?|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\*\s*)?\]\]>(?:\s*\*\/)?)\s*$/, '')
    .replace(/(?:\/\/|;)\s*$/, '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

/** Some systems escape a script as if it were an attribute: then no quotation mark is left in it. */
const withoutEntities = (text: string): string =>
  text.includes('"') ? text : text.replace(/&(?:quot|#34|amp|lt|gt);/g, (entity) => ENTITIES[entity]!);

/**
 * Reads JSON with the slips that pages make: wrapped in comments, escaped as HTML, bare line breaks in strings, commas
 * before brackets, comments, quotation marks within strings. What cannot be made out is left out; nothing is thrown.
 *
 * @returns null when nothing can be made out
 */
export function parsePageJson(script: string): unknown {
  const text = withoutEntities(unwrap(script));
  for (const attempt of [text, text.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Broken metadata is common, and no reason to refuse the page.
    }
  }
  if (text.length > LONGEST_REPAIRED) return null;
  try {
    // A comment ends with its line, so that line breaks stay where a comment may be.
    const lines = /(?:^|[\s,{[])\/\//.test(text) ? text : text.replace(/\p{Cc}+/gu, ' ');
    return parseTolerantly(lines, [], { allowTrailingComma: true }) ?? null;
  } catch {
    // It recurses over what is nested, and a hostile script nests more than the stack holds.
    return null;
  }
}
