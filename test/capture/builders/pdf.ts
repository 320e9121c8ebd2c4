/** Makes PDFs for tests: lines of Helvetica where they are put (ISO 32000-1). */
import { deflateSync } from 'node:zlib';

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  /** From the page's lower edge, in points. */
  readonly y: number;
  readonly size?: number;
  /** Marks the line as an artifact, as tagged PDFs mark heads and feet. */
  readonly artifact?: boolean;
  /** Turned by 90 degrees. */
  readonly upright?: boolean;
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** Locks the file with a password that nobody knows. */
  readonly locked?: boolean;
}

const escaped = (text: string): string => text.replace(/[\\()]/g, (mark) => `\\${mark}`);
/** Marks of WinAnsiEncoding beside those of Latin-1. */
const MARKS: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '‘': 0x91, '’': 0x92, '–': 0x96, '—': 0x97 };

const encode = (text: string): Buffer =>
  Buffer.from(
    text.replace(/[^\0-\xff]/g, (mark) => String.fromCharCode(MARKS[mark]!)),
    'latin1',
  );

function contentOf(lines: readonly PdfLine[]): Buffer {
  const parts = lines.map(({ text, x, y, size = 10, artifact, upright }) => {
    const matrix = upright ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`;
    const shown = `BT /F1 ${size} Tf ${matrix} Tm (${escaped(text)}) Tj ET`;
    return artifact ? `/Artifact <</Type /Pagination>> BDC ${shown} EMC` : shown;
  });
  return deflateSync(encode(parts.join('\n')));
}

export function pdfOf(pages: readonly (readonly PdfLine[])[], { info = {}, locked = false }: PdfOptions = {}): Buffer {
  const objects: Buffer[] = [];
  const add = (head: string, stream?: Buffer): number => {
    const body = stream ? [Buffer.from('\nstream\n'), stream, Buffer.from('\nendstream')] : [];
    objects.push(Buffer.concat([Buffer.from(head, 'latin1'), ...body]));
    return objects.length;
  };
  // 1: the catalog, 2: the pages, 3: the font.
  const kids = pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  add('<</Type /Catalog /Pages 2 0 R>>');
  add(`<</Type /Pages /Kids [${kids}] /Count ${pages.length}>>`);
  add('<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>');
  for (const lines of pages) {
    const content = contentOf(lines);
    const next = objects.length + 2;
    add(
      `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>> /Contents ${next} 0 R>>`,
    );
    add(`<</Length ${content.length} /Filter /FlateDecode>>`, content);
  }
  const about = add(
    `<<${Object.entries(info)
      .map(([name, value]) => `/${name} (${escaped(value)})`)
      .join(' ')}>>`,
  );
  const lock = locked
    ? add(`<</Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4>>`)
    : null;
  return assemble(objects, about, lock);
}

function assemble(objects: readonly Buffer[], about: number, lock: number | null): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(length);
    parts.push(whole);
    length += whole.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const encrypt = lock === null ? '' : `/Encrypt ${lock} 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;
  const trailer = `trailer\n<</Size ${objects.length + 1} /Root 1 0 R /Info ${about} 0 R ${encrypt}>>\n`;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}startxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table)]);
}

/** About how wide a letter of Helvetica is, in sizes of the type. */
const LETTER = 0.5;

/**
 * Breaks words into lines of a column, as a typesetter would, and puts them below each other. A stroke in a word parts it
 * there: it ends its line with a hyphen.
 */
export function setColumn(
  paragraphs: readonly string[],
  { x = 60, y = 760, width = 470, size = 10, leading = 12, indent = 0, apart = 0 },
): { readonly lines: PdfLine[]; readonly y: number } {
  const lines: PdfLine[] = [];
  for (const paragraph of paragraphs) {
    let [words, left] = [[] as string[], x + indent];
    const flush = (): void => {
      if (words.length > 0) lines.push({ text: words.join(' '), x: left, y, size });
      y -= leading;
      [words, left] = [[], x];
    };
    for (const word of paragraph.split(' ')) {
      const room = (width - (left - x)) / (size * LETTER);
      const used = words.join(' ').length + (words.length > 0 ? 1 : 0);
      const [first, second] = word.split('|');
      if (used + word.length > room) flush();
      words.push(second === undefined || first!.endsWith('-') ? first! : `${first}-`);
      if (second === undefined) continue;
      flush();
      words.push(second);
    }
    flush();
    y -= apart;
  }
  return { lines, y };
}
