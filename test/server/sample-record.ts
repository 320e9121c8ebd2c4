import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalyzedArticle, Article, Attribution, Capture, Span } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';

/** A record for the tests of the server and the pages: articles, people and places invented for them. */

const NOTHING: Omit<Article, 'id' | 'text'> = {
  title: null,
  byline: null,
  published: null,
  outlet: null,
  language: 'en',
  url: null,
};

interface Found extends Partial<Omit<Attribution, 'source' | 'cue' | 'content'>> {
  readonly source?: string;
  readonly cue?: string;
  /** Its pieces, as they stand in the text. */
  readonly content: readonly string[];
}

/** An analysed article whose spans are found by their words: a content's pieces in order, source and cue nearest to them. */
export function analyzed(
  article: Partial<Article> & Pick<Article, 'id' | 'text'>,
  found: readonly Found[],
): AnalyzedArticle {
  const spanOf = (words: string, from = 0): Span => {
    const start = article.text.indexOf(words, from);
    if (start < 0) throw new Error(`the fixture ${article.id} does not hold: ${words}`);
    return [start, start + words.length];
  };
  const nearest = (words: string, to: number): Span => {
    const places: Span[] = [];
    for (let at = article.text.indexOf(words); at >= 0; at = article.text.indexOf(words, at + 1)) {
      places.push([at, at + words.length]);
    }
    const away = ([start, end]: Span) => Math.min(Math.abs(start - to), Math.abs(end - to));
    return places.sort((a, b) => away(a) - away(b))[0] ?? spanOf(words);
  };
  const attributions = found.map(({ source, cue, content, ...rest }): Attribution => {
    const spans: Span[] = [];
    for (const words of content) spans.push(spanOf(words, spans.at(-1)?.[1] ?? 0));
    return {
      source: source === undefined ? [] : [nearest(source, spans[0]![1])],
      cue: cue === undefined ? [] : [nearest(cue, spans[0]![1])],
      content: spans,
      type: 'direct',
      mode: 'says',
      speaker: null,
      saidOn: null,
      medium: null,
      confidence: 0.91,
      within: null,
      speakerConfidence: null,
      unresolved: null,
      anonymity: null,
      ...rest,
    };
  });
  return { ...NOTHING, ...article, attributions };
}

const kost = { name: 'Mirela Kost', kind: 'person', role: 'Tarvian transport minister' } as const;
const orlan = { name: 'Davit Orlan', kind: 'person', role: null } as const;
const agency = { name: 'Ostrel Ports Agency', kind: 'organization', role: null } as const;

/** Several pieces, one statement inside another, a quotation over two paragraphs, acts that are no words, doubt. */
export const bridge = analyzed(
  {
    id: 'bridge',
    title: 'Kost: no toll on the northern crossing “while I hold this office”',
    byline: 'By Ilse Marrin',
    published: '2031-10-12T14:05:00+02:00',
    outlet: 'The Marrow Bay Courier',
    url: 'https://courier.example/2031/northern-crossing',
    text: [
      'The northern crossing will stay free of charge, transport minister Mirela Kost told Radio Sarn on Sunday, 12 October.',
      '“There will be no toll,” Kost said, “while I hold this office.”',
      'Davit Orlan, who speaks for the hauliers, said that Kost had promised him “a written guarantee” before the winter.',
      'The Ostrel Ports Agency wants the crossing to carry freight only.',
      '“We counted every lorry for a month.',
      '“Nobody in the capital asked for the figures,” Orlan added.',
      'A report by the agency shows that 4,100 lorries use the crossing each week.',
      'An official close to the talks said the figure was too high. It was called a guess by others.',
    ].join('\n'),
  },
  [
    {
      source: 'transport minister Mirela Kost',
      cue: 'told',
      content: ['The northern crossing will stay free of charge'],
      type: 'indirect',
      speaker: kost,
      medium: 'Radio Sarn',
      saidOn: '2031-10-12',
    },
    {
      source: 'Kost',
      cue: 'said',
      content: ['“There will be no toll,”', '“while I hold this office.”'],
      speaker: kost,
    },
    {
      source: 'Davit Orlan, who speaks for the hauliers,',
      cue: 'said',
      content: ['that Kost had promised him “a written guarantee” before the winter'],
      type: 'mixed',
      speaker: { ...orlan, role: 'speaks for the hauliers' },
    },
    { source: 'Kost', cue: 'promised', content: ['“a written guarantee”'], speaker: kost, confidence: 0.62, within: 2 },
    {
      source: 'The Ostrel Ports Agency',
      cue: 'wants',
      content: ['the crossing to carry freight only'],
      type: 'indirect',
      mode: 'wants',
      speaker: agency,
    },
    {
      source: 'Orlan',
      cue: 'added',
      content: ['“We counted every lorry for a month.', '“Nobody in the capital asked for the figures,”'],
      speaker: orlan,
    },
    {
      source: 'A report by the agency',
      cue: 'shows',
      content: ['that 4,100 lorries use the crossing each week'],
      type: 'indirect',
      mode: 'shows',
      speaker: { name: 'A report by the agency', kind: 'document', role: null },
    },
    {
      source: 'An official close to the talks',
      cue: 'said',
      content: ['the figure was too high'],
      type: 'indirect',
      speaker: { name: 'An official close to the talks', kind: 'unnamed', role: null },
    },
    { cue: 'was called', content: ['a guess'], type: 'indirect', confidence: 0.31 },
  ],
);

const SCRIPT = '<script>window.taken = true</script>';
const IMAGE = '<img src=x onerror="window.taken = true">';

/** What would run if any page took words for markup. */
export const hostile = analyzed(
  {
    id: '<b>hostile</b>',
    title: `${SCRIPT} says ${IMAGE}`,
    byline: `By ${IMAGE}`,
    published: '2031-10-11',
    outlet: `Outlet ${IMAGE}`,
    url: 'javascript:window.taken=true',
    language: '"><script>',
    text: `${SCRIPT} The editor ${IMAGE} said “${SCRIPT} & &lt;b&gt; are only words.” The rest is ordinary.`,
  },
  [
    {
      source: `The editor ${IMAGE}`,
      cue: 'said',
      content: [`“${SCRIPT} & &lt;b&gt; are only words.”`],
      speaker: { name: `Editor ${IMAGE}`, kind: 'person', role: SCRIPT },
      medium: SCRIPT,
    },
  ],
);

/** Right-to-left text. */
export const arabic = analyzed(
  {
    id: 'arabic',
    title: 'الوزيرة: لا رسوم على الجسر الشمالي',
    published: '2031-10-10',
    outlet: 'صوت الخليج الجديد',
    language: 'ar',
    text: ['قالت الوزيرة ميريلا كوست إن الجسر سيبقى مفتوحا للجميع.', 'وأضافت: «لن تكون هناك رسوم».'].join('\n'),
  },
  [
    {
      source: 'الوزيرة ميريلا كوست',
      cue: 'قالت',
      content: ['إن الجسر سيبقى مفتوحا للجميع'],
      type: 'indirect',
      speaker: { name: 'ميريلا كوست', kind: 'person', role: 'الوزيرة' },
    },
    { cue: 'أضافت', content: ['«لن تكون هناك رسوم»'], speaker: { name: 'ميريلا كوست', kind: 'person', role: null } },
  ],
);

/** Neither title nor outlet nor date, and nobody says anything. */
export const bare = analyzed(
  { id: 'bare', language: null, text: 'A note without a headline.\nNothing is said in it.' },
  [],
);

/** Two hundred statements by fifteen speakers, under a very long title with a word that never breaks. */
export const long = longArticle();

function longArticle(): AnalyzedArticle {
  const names = Array.from({ length: 15 }, (_, i) => `Delegate ${'ABCDEFGHIJKLMNO'[i]} Varrow`);
  const found: Found[] = [];
  const lines: string[] = [];
  for (let i = 0; i < 200; i++) {
    const name = names[(i * 7) % names.length]!;
    const content = `“Point ${i + 1} of the harbour treaty must be read again,”`;
    if (i % 3 === 0) lines.push('');
    lines[lines.length - 1] += `${content} said ${name}. `;
    found.push({ source: name, cue: 'said', content: [content], speaker: { name, kind: 'person', role: 'delegate' } });
  }
  const unbroken = 'Grenzüberschreitungsabgabenverordnungsänderungsausschuss'.repeat(2);
  return analyzed(
    {
      id: 'long',
      title: `Delegates go through the harbour treaty point by point in a sitting that lasts from Thursday morning until long after midnight, and the ${unbroken} is put off once more, as it was in the spring, in the summer and in the autumn before`,
      byline: 'By our own correspondents',
      published: '2031-10-09',
      outlet: 'Sarn Evening Ledger',
      text: lines.map((line) => line.trim()).join('\n'),
    },
    found,
  );
}

const BYTES = Buffer.from('<!doctype html><script>window.taken = true</script><p>The page as it came.</p>');

export function captureOf({ attributions: _, ...article }: AnalyzedArticle, bytes: Uint8Array = BYTES): Capture {
  return {
    article,
    snapshot: {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'text/html',
      location: article.url?.startsWith('https:') ? article.url : `/archive/${article.id}.html`,
      capturedAt: '2031-10-13T06:30:00.000Z',
    },
  };
}

export interface SampleRecord {
  readonly record: RecordStore;
  /** Where it lies. */
  readonly path: string;
  /** The key of an article of the record. */
  keyOf(article: AnalyzedArticle): string;
  /** Closes the record and removes its folder. */
  remove(): void;
}

/** A record of its own in a temporary folder. */
export function sampleRecord(
  articles: readonly AnalyzedArticle[] = [bridge, hostile, arabic, bare, long],
): SampleRecord {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-pages-'));
  const path = join(folder, 'record.db');
  const record = openRecord(path, { create: true });
  for (const article of articles) record.add(captureOf(article), article);
  if (articles.length > 0) {
    const reason = `The file holds no text: ${IMAGE} is all there is.`;
    record.refuse({ input: 'news/blank.html', code: 'no article text', reason }, '2031-10-13T06:31:00.000Z');
    const down = 'The server answered with 404 (not found): check the address.';
    record.refuse(
      { input: 'https://courier.example/gone', code: 'not found', reason: down },
      '2031-10-13T06:32:00.000Z',
    );
  }
  return {
    record,
    path,
    keyOf: ({ id }) => record.articles({ limit: 500 }).items.find((item) => item.id === id)!.key,
    remove: () => {
      record.close();
      rmSync(folder, { recursive: true });
    },
  };
}
