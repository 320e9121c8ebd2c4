import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvHeader, csvRow } from '../../src/store/csv.ts';
import type { RecordedAttribution } from '../../src/store/index.ts';

function attribution(words: string, title: string | null): RecordedAttribution {
  return {
    key: '0123456789ab-0',
    source: [],
    cue: [],
    content: [],
    type: 'direct',
    mode: 'says',
    speaker: null,
    saidOn: null,
    medium: null,
    confidence: 0.5,
    within: null,
    speakerConfidence: null,
    unresolved: null,
    statement: null,
    anonymity: null,
    reportedBy: null,
    corrections: [],
    words,
    sourceWords: '',
    cueWords: '',
    anonymityWords: '',
    stance: null,
    about: null,
    condition: null,
    conditionStatus: null,
    polarity: null,
    modality: null,
    hedged: null,
    time: null,
    stanceConfidence: null,
    evidence: [],
    aboutWords: '',
    conditionWords: '',
    article: {
      key: '0123456789ab',
      id: 'a',
      title,
      byline: null,
      published: null,
      outlet: null,
      language: null,
      credit: null,
      url: null,
      capturedAt: '2031-01-01T00:00:00.000Z',
      location: 'a.txt',
      sha256: '00',
      revision: 1,
      revisions: 1,
      newest: '',
      attributions: 1,
    },
  };
}

/** Reads one row as RFC 4180, section 2, has it. */
function readRow(row: string): string[] {
  const cells: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy;
  for (let match = cell.exec(row); match; match = cell.exec(row)) {
    const [, raw, end] = match;
    cells.push(raw!.startsWith('"') ? raw!.slice(1, -1).replaceAll('""', '"') : raw!);
    if (end !== ',') {
      assert.equal(cell.lastIndex, row.length, 'a row ends once');
      break;
    }
  }
  return cells;
}

describe('CSV', () => {
  const columns = readRow(csvHeader());
  const words = columns.indexOf('words');
  const title = columns.indexOf('title');

  it('gives back any text, cell by cell', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', ';', '“', 'é', '=', '-', '\t') });
    fc.assert(
      fc.property(text, fc.option(text), (said, headline) => {
        const cells = readRow(csvRow(attribution(said, headline)));
        assert.equal(cells.length, columns.length);
        assert.equal(cells[words]!.replace(/^'(?=[=+\-@\t\r])/, ''), said);
        assert.equal(cells[title]!.replace(/^'(?=[=+\-@\t\r])/, ''), headline ?? '');
      }),
    );
  });

  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1']) {
    it(`puts an apostrophe before ${JSON.stringify(formula)}`, () => {
      assert.equal(readRow(csvRow(attribution(formula, null)))[words], `'${formula}`);
    });
  }
});
