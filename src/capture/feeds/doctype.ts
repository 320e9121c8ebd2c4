/** What XML parsers do with more trouble than use. */
import type { Problems } from './problems.ts';

/** Where the document type declaration ends that begins at `start`, behind its ">"; the text's length when it does not. */
function doctypeEnd(xml: string, start: number): number {
  let quote = '';
  let within = false;
  for (let at = start; at < xml.length; at++) {
    const char = xml[at]!;
    if (quote) {
      if (char === quote) quote = '';
    } else if (within && xml.startsWith('<!--', at)) {
      const end = xml.indexOf('-->', at);
      if (end < 0) break;
      at = end + 2;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '[') within = true;
    else if (char === ']') within = false;
    else if (char === '>' && !within) return at + 1;
  }
  return xml.length;
}

/**
 * The text without its document type declaration: entities that it declares are not expanded, nothing that it names is
 * fetched, and markup in it is no markup of the feed.
 */
export function withoutDoctype(xml: string, problems: Problems): string {
  const start = /<!doctype\b/i.exec(xml.slice(0, 100_000))?.index ?? -1;
  if (start < 0) return xml;
  const end = doctypeEnd(xml, start + '<!doctype'.length);
  if (/<!entity/i.test(xml.slice(start, end))) problems.say('it declares entities of its own, which are not expanded');
  return xml.slice(0, start) + xml.slice(end);
}

/** The text with signs of "less than" that begin no tag ("I <3 it") as references, outside of CDATA. */
export function withoutBareSigns(xml: string): string {
  const parts: string[] = [];
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf('<![CDATA[', at);
    const end = start < 0 ? -1 : xml.indexOf(']]>', start);
    parts.push(xml.slice(at, start < 0 ? undefined : start).replace(/<(?![\p{L}_:/!?])/gu, '&lt;'));
    if (start >= 0) parts.push(xml.slice(start, end < 0 ? undefined : end));
    at = end < 0 ? xml.length : end;
  }
  return parts.join('');
}
