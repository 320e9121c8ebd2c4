/** From elements to paragraphs: block elements become paragraphs of their own, inline markup vanishes. */
import { INVISIBLE } from '../furniture/index.ts';
import { type DomElement, type DomNode, isElement, isText, tagOf } from './dom.ts';

/** One paragraph of a page. */
export interface Block {
  /** Its words, white space collapsed; a line break where the page breaks the line. */
  readonly text: string;
  /** The nearest block element it stands in. */
  readonly element: DomElement;
  /** The share of its characters that are words of links, 0 to 1. */
  readonly linked: number;
  readonly heading: boolean;
  readonly listed: boolean;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BLOCK = set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE ' +
    'FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SEARCH SECTION SUMMARY ' +
    'TABLE TBODY TD TFOOT TH THEAD TR UL',
);
/** What cells hold where a table lays out a page instead of giving data. */
const LAYOUT_CELLS = 'br, p, div, table, ul, ol, h1, h2, h3, h4, hr, blockquote, center';
/** Elements whose words are no words of the article. */
const UNREAD = set(
  'APPLET AUDIO BUTTON CANVAS DATALIST EMBED FRAMESET HEAD IFRAME INPUT MAP METER NOEMBED NOFRAMES NOSCRIPT OBJECT ' +
    'OPTION PROGRESS RP RT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA TITLE VIDEO',
);

/** Where a walk over the tree stands: what of the present paragraph it has read. */
interface Walk {
  readonly blocks: Block[];
  text: string;
  linked: number;
  inLink: boolean;
  listed: boolean;
  /** Whether the cells read now are those of one row of data. */
  row: boolean;
}

/** Ends the present paragraph; two line breaks within one end it as well. */
function end(walk: Walk, element: DomElement): void {
  const linked = walk.text.length ? walk.linked / walk.text.length : 0;
  for (const part of walk.text.split(/\n\s*\n/)) {
    const text = part
      .split('\n')
      .map((line) => line.replace(/\s+/gu, ' ').trim())
      .filter(Boolean)
      .join('\n');
    if (text)
      walk.blocks.push({ text, element, linked, heading: /^H[1-6]$/.test(tagOf(element)), listed: walk.listed });
  }
  walk.text = '';
  walk.linked = 0;
}

function visit(walk: Walk, parent: DomElement, block: DomElement): void {
  for (let node: DomNode | null = parent.firstChild; node; node = node.nextSibling) {
    if (isText(node)) {
      const text = (node.textContent ?? '').replace(INVISIBLE, '').replace(/[\s\u0085]+/gu, ' ');
      walk.text += text;
      if (walk.inLink) walk.linked += text.length;
    } else if (isElement(node)) {
      enter(walk, node, block);
    }
  }
}

function enter(walk: Walk, element: DomElement, block: DomElement): void {
  const tag = tagOf(element);
  if (UNREAD.has(tag)) return;
  if (tag === 'BR') {
    walk.text += '\n';
  } else if (tag === 'A') {
    const outer = walk.inLink;
    walk.inLink = true;
    visit(walk, element, block);
    walk.inLink = outer;
  } else if ((tag === 'TD' || tag === 'TH') && walk.row) {
    if (walk.text.trim()) walk.text += ' | ';
    visit(walk, element, element);
  } else if (BLOCK.has(tag)) {
    const { listed, row } = walk;
    end(walk, block);
    walk.listed ||= tag === 'LI';
    walk.row = tag === 'TR' && !element.querySelector(LAYOUT_CELLS);
    visit(walk, element, element);
    end(walk, element);
    walk.listed = listed;
    walk.row = row;
  } else {
    visit(walk, element, block);
  }
}

/**
 * Reads the paragraphs of an element in the order of the page. Cells of one row of data stay in one paragraph,
 * parted by " | "; cells that lay out a page are blocks like others.
 */
export function readBlocks(root: DomElement): Block[] {
  const walk: Walk = { blocks: [], text: '', linked: 0, inLink: false, listed: false, row: false };
  visit(walk, root, root);
  end(walk, root);
  return walk.blocks;
}
