/** Makes Word documents for tests, with what Word writes around the words. */
import { type ZipEntry, zipOf } from './zip.ts';

const escaped = (text: string): string => text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A paragraph in some runs, as Word parts them at spelling marks. */
export function paragraph(text: string, style?: string): string {
  const middle = Math.floor(text.length / 2);
  const runs = [text.slice(0, middle), text.slice(middle)].map(
    (part) => `<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
  );
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
  return `<w:p w:rsidR="00A77B3E">${properties}${runs.join('<w:proofErr w:type="spellStart"/>')}</w:p>`;
}

export interface Properties {
  readonly title?: string;
  readonly creator?: string;
  readonly created?: string;
  readonly modified?: string;
}

/** @param body XML of paragraphs */
export function docxOf(body: string, properties: Properties = {}, more: readonly ZipEntry[] = []): Buffer {
  const dublin = Object.entries(properties).map(([name, value]) =>
    /^(?:created|modified)$/.test(name)
      ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${value}</dcterms:${name}>`
      : `<dc:${name}>${escaped(value)}</dc:${name}>`,
  );
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    {
      name: 'docProps/core.xml',
      content: `<?xml version="1.0"?><cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="t" xmlns:xsi="x">${dublin.join('')}</cp:coreProperties>`,
    },
    { name: 'word/header1.xml', content: '<w:hdr><w:p><w:r><w:t>Confidential</w:t></w:r></w:p></w:hdr>' },
    ...more,
  ]);
}
