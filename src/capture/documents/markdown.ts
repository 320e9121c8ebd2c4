/** Markdown (CommonMark with tables) as a text of paragraphs: what its readers see, without marks, code and pictures. */
import { Lexer, type Token, type Tokens } from 'marked';
import { sameWords } from '../furniture/index.ts';
import { type PastedArticle, readPasted } from '../pasted/index.ts';
import { Refused } from '../refused.ts';
import { readFrontMatter } from './front-matter.ts';

/** Longer than any article, and more marks: within these, the parser's time stays within some seconds. */
const LONGEST = 2_000_000;
const MOST_MARKS = 10_000;
/** Quotations and lists within each other, each of which the parser reads again. */
const DEEPEST = 40;
/** Forty marks at the beginning of a line, or one that is indented for as many. */
const NESTED = /^(?:(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){40}|[ \t]{80,}(?:[-+*]|\d{1,9}[.)])[ \t])/m;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'" };

/** Character references that the parser leaves as they are. */
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });

/** The words of tokens within a paragraph. */
function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'image' || token.type === 'html') return '';
      if (token.type === 'br') return '\n';
      if ('tokens' in token && token.tokens) return wordsOf(token.tokens);
      if (token.type === 'codespan' || token.type === 'escape') return (token as Tokens.Codespan).text;
      return 'text' in token ? decodeEntities(String(token.text)) : '';
    })
    .join('');
}

/** A paragraph on one line; a break that its writer set stays one. */
const paragraph = (tokens: readonly Token[]): string =>
  wordsOf(tokens)
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .split(/\n/)
    .join(' ')
    .replace(/[ \t]+/g, ' ')
    .trim();

function* blocksOf(tokens: readonly Token[], depth = 0): Generator<string> {
  if (depth > DEEPEST) throw new Refused('too large', `its lists and quotations are nested more than ${DEEPEST} deep`);
  for (const token of tokens) {
    if (token.type === 'blockquote') yield* blocksOf(token.tokens ?? [], depth + 1);
    else if (token.type === 'list') for (const item of token.items) yield* blocksOf(item.tokens, depth + 1);
    else if (token.type === 'table') yield* rowsOf(token as Tokens.Table);
    else if (token.type === 'heading' || token.type === 'paragraph' || token.type === 'text') {
      yield paragraph('tokens' in token && token.tokens ? token.tokens : [token]);
    }
  }
}

function* rowsOf(table: Tokens.Table): Generator<string> {
  for (const row of [table.header, ...table.rows]) yield row.map((cell) => paragraph(cell.tokens)).join(' · ');
}

/** Refuses text on which the parser would work long: its time grows with the square of how many marks of some kinds there are. */
function refuseMarked(text: string): void {
  if (text.length > LONGEST) throw new Refused('too large', `its text is longer than ${LONGEST} characters`);
  const marks = text.match(/[*_~`|[\]<]/g)?.length ?? 0;
  if (marks > MOST_MARKS) throw new Refused('too large', `it has more than ${MOST_MARKS} marks of Markdown`);
  if (NESTED.test(text)) {
    throw new Refused('too large', `its lists and quotations are nested more than ${DEEPEST} deep`);
  }
}

/** An article as a Markdown text tells it, without an id. */
export interface MarkdownArticle extends PastedArticle {
  readonly language: string | null;
}

/**
 * Reads an article in Markdown. What its front matter says goes before what its text shows.
 *
 * @throws Refused 'no article text', 'too large'
 */
export function readMarkdown(text: string): MarkdownArticle {
  refuseMarked(text);
  const { about, end } = readFrontMatter(text);
  const blocks = [...blocksOf(new Lexer({ gfm: true }).lex(text.slice(end)))].filter(Boolean);
  // The headline stands first, so that the lines below it are told apart as they are in any text.
  if (about.title) {
    const again = blocks.findIndex((block) => sameWords(block, about.title!));
    if (again >= 0 && again < 3) blocks.splice(again, 1);
    blocks.unshift(about.title);
  }
  const read = readPasted(blocks.join('\n\n'));
  return {
    title: about.title ?? read.title,
    byline: about.byline ?? read.byline,
    published: about.published ?? read.published,
    outlet: about.outlet ?? read.outlet,
    language: about.language,
    url: about.url ?? read.url,
    text: read.text,
  };
}
