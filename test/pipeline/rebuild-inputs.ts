import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analyzer, addToRecord, openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { docxOf, paragraph } from '../capture/builders/docx.ts';
import { savedByChrome } from '../capture/builders/mhtml.ts';
import { pdfOf, setColumn } from '../capture/builders/pdf.ts';
import { httpAnswer, packedEach, warcRecord } from '../capture/builders/warc.ts';
import { ROOT } from '../cli/onrecord.ts';
import { correctAtRandom } from '../store/random-corrections.ts';
import { randomFrom } from '../store/synthetic.ts';

/** Inputs of every sort that can be captured without the network; some of them give no article. */
export function inputsIn(folder: string): string[] {
  const lines = Array.from({ length: 6 }, (_, n) =>
    JSON.stringify({
      id: `line-${n}`,
      outlet: 'Ormsby Courant',
      published: '2031-03-03',
      title: `Pier ${n}`,
      text: `Mayor Ilse Quandt said pier ${n} would stay closed. “We wait,” Tomas Erribe told Radio Ardal.`,
    }),
  );
  writeFileSync(join(folder, 'lines.jsonl'), `\ufeff${lines.join('\r\n')}\nno json\n`);
  const heading = '# Pier reopens\n\nMayor Ilse Quandt said on Monday that the pier was safe again.\n';
  writeFileSync(join(folder, 'note.md'), heading);
  writeFileSync(join(folder, 'utf16.txt'), Buffer.from(`\ufeffTomas Erribe said the crane “is unsafe”.\n`, 'utf16le'));
  const sentences = [
    'Mayor Ilse Quandt said on Monday that the pier was safe again and that ships would be let in.',
    'Tomas Erribe said the crane was unsafe, and that nobody in the town hall had asked him about it.',
  ];
  writeFileSync(join(folder, 'release.pdf'), pdfOf([setColumn(sentences, { apart: 8 }).lines]));
  writeFileSync(join(folder, 'release.docx'), docxOf(sentences.map((each) => paragraph(each)).join('')));
  writeFileSync(join(folder, 'front.md'), `---\ntitle: Pier\ndate: 2031-03-04\n---\n\n${sentences.join('\n\n')}\n`);
  const page = `<html><body><h1>Pier</h1><p>${sentences.join('</p><p>')}</p></body></html>`;
  writeFileSync(join(folder, 'saved.mhtml'), savedByChrome(page, 'https://ormsby.example/pier'));
  writeFileSync(
    join(folder, 'crawl.warc.gz'),
    packedEach([warcRecord({ uri: 'https://ormsby.example/crane', block: httpAnswer(page) })]),
  );
  const revised = [page, page.replace('<p>', '<p> '), page.replace('Monday', 'Friday'), page].map((each, hour) =>
    warcRecord({
      uri: 'https://ormsby.example/revised',
      block: httpAnswer(each),
      date: `2031-03-04T0${hour}:00:00Z`,
    }),
  );
  writeFileSync(join(folder, 'revised.warc.gz'), packedEach(revised));
  writeFileSync(join(folder, 'empty.txt'), '');
  const fixtures = join(ROOT, 'test/fixtures/capture');
  return [folder, join(ROOT, 'samples/articles'), join(fixtures, 'pages'), join(fixtures, 'pasted')];
}

/** A record of all of these, with so many random corrections between and after them. */
export async function correctedRecord(
  path: string,
  folder: string,
  analyzer: Analyzer,
  corrections: number,
): Promise<void> {
  const record = openRecord(path);
  const random = randomFrom(corrections);
  const inputs = inputsIn(folder);
  try {
    for (const input of inputs) {
      for await (const _ of addToRecord(record, analyzer, [input]));
      correctAtRandom(record, random, Math.floor(corrections / inputs.length));
    }
  } finally {
    record.close();
  }
}

/** What a command would show of a record. */
export function answersOf(record: RecordStore): unknown {
  const articles = record.articles({ limit: 500 }).items;
  const speakers = record.speakers({ limit: 500 });
  return {
    counts: record.counts(),
    outlets: record.outlets(),
    speakers,
    pages: speakers.items.map(({ key }) => record.speaker(key, { limit: 500 })),
    articles: articles.map(({ key }) => record.article(key)),
    revisions: articles.map(({ key }) => record.revisions(key)),
    searches: ['said', 'pier', 'talks', 'Danvar'].map((words) => record.search({ words, limit: 500 })),
    all: [...record.everyAttribution()],
    refusals: record.refusals({ limit: 500 }),
    corrections: record.corrections({ limit: 500 }),
    learned: [[...record.correctedArticles()], [...record.correctedNames()]],
  };
}
