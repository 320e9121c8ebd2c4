/** Word documents (Office Open XML, ISO/IEC 29500): paragraphs and properties out of their ZIP. */
import { Parser } from 'htmlparser2';
import type { Entry, ZipFile } from 'yauzl';
import { readByline, toIsoDate } from '../furniture/index.ts';
import { type PastedArticle, readPasted } from '../pasted/index.ts';
import { Refused } from '../refused.ts';
import { entriesOf, openZip, readEntry } from '../zip.ts';

const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docprops/core.xml';
const LARGEST_PROPERTIES = 1_000_000;
const DEEPEST = 500;
const LONGEST_TEXT = 2_000_000;

interface Paragraph {
  readonly text: string;
  readonly isTitle: boolean;
}

/** What is not to be read: taken out by a reviewer, said twice for old programs, or no words of the text. */
const UNREAD = new Set(['w:del', 'w:movefrom', 'mc:fallback', 'w:instrtext', 'w:deltext', 'w:pict', 'w:rt']);
const BREAKS: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:nobreakhyphen': '\u2011',
};
const isOff = (value: string | undefined): boolean => /^(?:0|false|off)$/i.test(value ?? '');

/** Collects the paragraphs of a document; one within another (a text box) stands behind it. */
class Paragraphs {
  readonly done: Paragraph[] = [];
  readonly #open: { text: string; isTitle: boolean; readonly place: number }[] = [];
  #unread = 0;
  #depth = 0;
  #length = 0;
  #hidden = false;
  #inText = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.#depth > DEEPEST) throw new Refused('too large', `its parts are nested more than ${DEEPEST} deep`);
    if (UNREAD.has(name)) this.#unread++;
    if (name === 'w:p') {
      this.#open.push({ text: '', isTitle: false, place: this.done.length });
      this.done.push({ text: '', isTitle: false });
    } else if (name === 'w:r') this.#hidden = false;
    else if (name === 'w:vanish') this.#hidden = !isOff(attributes['w:val']);
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:pstyle' && /^(?:title|headline)$/i.test(attributes['w:val'] ?? '')) this.#markTitle();
    else if (BREAKS[name]) this.#add(BREAKS[name]);
  }

  text(text: string): void {
    if (this.#inText) this.#add(text);
  }

  close(name: string): void {
    this.#depth--;
    if (UNREAD.has(name)) this.#unread--;
    if (name === 'w:t') this.#inText = false;
    const last = name === 'w:p' ? this.#open.pop() : undefined;
    if (last) this.done[last.place] = { text: last.text, isTitle: last.isTitle };
  }

  #markTitle(): void {
    const current = this.#open.at(-1);
    if (current) current.isTitle = true;
  }

  #add(text: string): void {
    const current = this.#open.at(-1);
    if (!current || this.#unread > 0 || this.#hidden) return;
    this.#length += text.length;
    if (this.#length > LONGEST_TEXT)
      throw new Refused('too large', `its text is longer than ${LONGEST_TEXT} characters`);
    current.text += text;
  }
}

function readParagraphs(xml: string): Paragraph[] {
  const paragraphs = new Paragraphs();
  // XML in a reader that knows no DTD: entities of the document's own, which can be made to explode, stay unread.
  const parser = new Parser(
    {
      onopentag: (name, attributes) => paragraphs.open(name.toLowerCase(), attributes),
      ontext: (text) => paragraphs.text(text),
      onclosetag: (name) => paragraphs.close(name.toLowerCase()),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return paragraphs.done.filter(({ text }) => text.trim());
}

/** Core properties (Dublin Core) by their local names. */
function readProperties(xml: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  let name = '';
  const parser = new Parser(
    {
      onopentagname: (tag) => {
        name = tag.replace(/^.*:/, '').toLowerCase();
      },
      ontext: (text) => {
        if (name && text.trim()) properties.set(name, `${properties.get(name) ?? ''}${text}`.slice(0, 1000));
      },
      onclosetag: () => {
        name = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return properties;
}

/** A day on which a document was both begun and last saved: any other may be that of a template or of an old draft. */
function dayOf(properties: ReadonlyMap<string, string>): string | null {
  const [created, modified] = ['created', 'modified'].map((name) =>
    toIsoDate(properties.get(name) ?? '')?.slice(0, 10),
  );
  return created && created === modified ? created : null;
}

/** Programs name whoever they were installed for; a byline is names. */
function authorOf(properties: ReadonlyMap<string, string>): string | null {
  const creator = properties.get('creator')?.trim() ?? '';
  if (!/\p{L}+[\s.]+\p{L}{2,}/u.test(creator) || /\b(?:user|admin|office|microsoft|author|pc)\b/i.test(creator))
    return null;
  return readByline(`By ${creator}`)?.names ?? null;
}

async function textOf(zip: ZipFile, entry: Entry | undefined, most: number): Promise<string> {
  if (!entry) return '';
  const bytes = await readEntry(zip, entry, most);
  try {
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refused('bad encoding', `its ${entry.fileName} is not valid in its encoding`);
  }
}

/**
 * Reads a Word document's article: what stands in its body, without headers, footnotes, comments and what a reviewer
 * took out. Its properties serve where the text itself gives no title, author or date.
 *
 * @param most how many bytes its parts may unpack to
 * @throws Refused 'wrong type', 'encrypted', 'damaged', 'too large', 'no article text'
 */
export async function readDocx(bytes: Uint8Array, most: number): Promise<PastedArticle> {
  refuseOld(bytes);
  const zip = await openZip(bytes);
  const entries = new Map<string, Entry>();
  for await (const entry of entriesOf(zip)) entries.set(entry.fileName.toLowerCase(), entry);
  const document = entries.get(DOCUMENT);
  if (!document) throw new Refused('wrong type', 'it is a ZIP archive, but no Word document (.docx)');
  const paragraphs = readParagraphs(await textOf(zip, document, most));
  if (paragraphs.length === 0) throw new Refused('no article text', 'the document holds no text');
  const properties = readProperties(await textOf(zip, entries.get(PROPERTIES), LARGEST_PROPERTIES));
  const titled = paragraphs.find(({ isTitle }) => isTitle);
  const first = titled ? [titled, ...paragraphs.filter((each) => each !== titled)] : paragraphs;
  const read = readPasted(first.map(({ text }) => text.trim()).join('\n\n'));
  return {
    ...read,
    title: titled?.text.replace(/\s+/g, ' ').trim() ?? read.title ?? properties.get('title')?.trim() ?? null,
    byline: read.byline ?? authorOf(properties),
    published: read.published ?? dayOf(properties),
  };
}

/** The container of old office files, which also holds documents that are locked with a password. */
function refuseOld(bytes: Uint8Array): void {
  if (Buffer.from(bytes.subarray(0, 4)).toString('hex') !== 'd0cf11e0') return;
  if (Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new Refused('encrypted', 'it is locked with a password: save it without one');
  }
  throw new Refused('wrong type', 'it is a document of the old kind (.doc): save it as .docx');
}
