/** From a text pasted from a site to its article. */
import { NAME, wordsOf } from '../furniture/index.ts';
import { Refused } from '../refused.ts';
import { readBody } from './end.ts';
import { readHead } from './head.ts';
import { joinLines, splitLines } from './lines.ts';
import { readOutlet } from './outlet.ts';

/** An article as a pasted text tells it, without an id. */
export interface PastedArticle {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly text: string;
}

/** A browser's title, pasted with the outlet's name behind a bar: "Talks fail | The Kalvin Post". */
function partTitle(title: string): [title: string, outlet: string | null] {
  const match = new RegExp(String.raw`^(.+?) \| (${NAME})$`, 'u').exec(title);
  return match && wordsOf(match[1]!).length >= 3 ? [match[1]!, match[2]!] : [title, null];
}

/**
 * Reads an article that somebody pasted from a site: its paragraphs as they are, without headline, furniture, captions
 * and what stands below it; a text that has none of these comes out unchanged but for the white space around its lines.
 *
 * @throws Refused 'no article text' when nothing but furniture is left
 */
export function readPasted(text: string): PastedArticle {
  const lines = splitLines(text);
  const head = readHead(lines);
  const body = readBody(lines.slice(head.bodyAt), head);
  const whole = joinLines([...head.kept, ...body]);
  if (!whole) throw new Refused('no article text', 'it holds no article text, only menus, buttons or captions');
  const [title, suffix] = head.title ? partTitle(head.title) : [null, null];
  return {
    title,
    byline: head.byline,
    published: head.published,
    outlet: readOutlet(lines, suffix, body.at(-1)?.text ?? ''),
    url: head.url,
    text: whole,
  };
}
