import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { isRefusal } from '../../src/capture/index.ts';
import { collect, folderWith, inPieces, onlyCapture, onlyRefusal, outcomes } from './inputs.ts';

const line = (fields: object): string => JSON.stringify(fields);
const fromStdin = (text: string, size = 7) => collect(['-'], { stdin: inPieces(Buffer.from(text), size) });

describe('JSON Lines', () => {
  it('give one article a line, its text verbatim and its snapshot the line', async () => {
    const text = '  First “line”.\r\n\n\tSecond line.\u2028 ';
    const first = line({
      id: 'a',
      text,
      title: 'T',
      published: '2031-05-03',
      outlet: 'O',
      byline: 'B',
      url: 'https://o.example/a',
    });
    const given = await fromStdin(`\ufeff${first}\r\n\n${line({ id: 'b', text: 'Words', title: null, url: '' })}`);
    assert.deepEqual(outcomes(given), ['a', 'b']);
    const [one, two] = given.map((each) => (isRefusal(each) ? assert.fail() : each));
    assert.deepEqual(one!.article, {
      id: 'a',
      text,
      title: 'T',
      published: '2031-05-03',
      outlet: 'O',
      byline: 'B',
      url: 'https://o.example/a',
      language: null,
    });
    assert.equal(Buffer.from(one!.snapshot.bytes).toString(), first);
    assert.equal(one!.snapshot.sha256, createHash('sha256').update(first).digest('hex'));
    assert.deepEqual([one!.snapshot.mediaType, one!.snapshot.location], ['application/x-ndjson', '-:1']);
    assert.deepEqual([two!.article.title, two!.article.url, two!.snapshot.location], [null, null, '-:3']);
  });

  const bad: readonly (readonly [what: string, line: string, reason: RegExp])[] = [
    ['no JSON', '{"id": "x", "text": ', /not JSON/],
    ['a list', '["x"]', /not a JSON object/],
    ['no id', line({ text: 'T' }), /no "id"/],
    ['no text', line({ id: 'x' }), /no "text"/],
    ['an empty text', line({ id: 'x', text: ' \n' }), /"text" is empty/],
    ['a number for id', line({ id: 3, text: 'T' }), /"id" is not a string/],
    ['a list for text', line({ id: 'x', text: ['T'] }), /"text" is not a string/],
    ['a number for title', line({ id: 'x', text: 'T', title: 1 }), /"title" is not a string/],
    ['an object for outlet', line({ id: 'x', text: 'T', outlet: {} }), /"outlet" is not a string/],
    ['a date that is none', line({ id: 'x', text: 'T', published: 'soon' }), /"published" is not a date/],
    ['an uncertain date', line({ id: 'x', text: 'T', published: '03/04/2031' }), /"published" is not a date/],
    ['an address that runs code', line({ id: 'x', text: 'T', url: 'javascript:alert(1)' }), /"url"/],
    ['half a character', '{"id": "x", "text": "\\ud800"}', /surrogate/],
    ['a NUL character', '{"id": "x", "text": "a\\u0000b"}', /NUL/],
    ['an endless id', line({ id: 'x'.repeat(501), text: 'T' }), /longer than 500/],
  ];
  for (const [what, wrong, reason] of bad) {
    it(`with ${what} is a bad line, and those after it go in`, async () => {
      const given = await fromStdin(`${line({ id: 'a', text: 'T' })}\n${wrong}\n${line({ id: 'b', text: 'T' })}\n`);
      assert.deepEqual(outcomes(given), ['a', 'refused: bad line', 'b']);
      const refusal = given.find(isRefusal)!;
      assert.equal(refusal.input, '-:2');
      assert.match(refusal.reason, reason);
    });
  }

  const credits: readonly (readonly [fields: object, credit: string | undefined])[] = [
    [{}, undefined],
    [{ credit: ' h/t:\tThe Vestra ' }, 'h/t: The Vestra'],
    [{ credit: 'h/t: The Vestra', wire: 'AP' }, 'h/t: The Vestra; AP'],
    [{ wire: 'NA', credit: null, agency: '-' }, undefined],
    [{ creditline: 'norta press', agency: 'Norta Press' }, 'Norta Press'],
    [{ infosources: [{ name: 'Norta Press', literal: 'np' }, { name: 3 }, 'AFP'] }, 'Norta Press; AFP'],
    [{ outlet: 'Stavna Times', source: 'The Stavna Times' }, undefined],
    [{ outlet: 'Stavna Times', source: { id: 'norta', name: 'Norta Radio' } }, 'Norta Radio'],
    [{ outlet: 'Stavna Times', copyrightholder: 'Norta Press', provider: 'Norta Press' }, 'Norta Press'],
    // Without an outlet it may be the outlet itself.
    [{ source: 'Norta Radio', provider: 'Norta Radio' }, undefined],
    [{ credit: 7, wire: ['x'.repeat(300)], agency: [[['AP']]] }, undefined],
    [{ credit: 'a\u001b[31mb\ud800', wire: 'A\u001bP' }, 'A P'],
  ];
  for (const [fields, credit] of credits) {
    it(`with ${line(fields)} credit ${credit ?? 'nobody'}`, async () => {
      assert.equal(onlyCapture(await fromStdin(line({ id: 'x', text: 'T', ...fields }))).article.credit, credit);
    });
  }

  it('may give an id more than once: two captures of one article', async () => {
    const given = await fromStdin(
      [
        { id: 'a', text: '1' },
        { id: 'a', text: '2' },
        { id: 'b', text: '3' },
      ]
        .map(line)
        .join('\n'),
    );
    assert.deepEqual(outcomes(given), ['a', 'a', 'b']);
    assert.deepEqual(
      given.map((each) => !isRefusal(each) && each.article.text),
      ['1', '2', '3'],
    );
  });

  it('that are not UTF-8 or hold NUL bytes are refused line by line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${line({ id: 'a', text: 'T' })}\n{"id": "b", "text": "`),
      Buffer.from([0xc3, 0x28]),
      Buffer.from(`"}\n${line({ id: 'c', text: 'T' })}\n`),
    ]);
    assert.deepEqual(outcomes(await collect(['-'], { stdin: inPieces(bytes, 5) })), [
      'a',
      'refused: bad encoding',
      'c',
    ]);
  });

  it('longer than the bound are refused, those after them go in, and memory stays bounded', async (t) => {
    const piece = Buffer.alloc(1 << 20, 0x78);
    async function* stream(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${line({ id: 'a', text: 'T' })}\n{"id": "huge", "text": "`);
      for (let i = 0; i < 300; i++) yield piece;
      yield Buffer.from(`"}\n${line({ id: 'b', text: 'T' })}\n`);
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    async function* watched(): AsyncGenerator<Uint8Array> {
      for await (const each of stream()) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        yield Uint8Array.from(each);
      }
    }
    const given = await collect(['-'], { stdin: watched() });
    assert.deepEqual(outcomes(given), ['a', 'refused: too large', 'b']);
    assert.equal(given.find(isRefusal)!.input, '-:2');
    t.diagnostic(`at most ${Math.round(most / 1e6)} MB held of a line of 314 MB`);
    assert.ok(most < 250e6);
  });

  it('in a file are named by file and line', async (t) => {
    const folder = await folderWith(t, { 'news.jsonl': `${line({ id: 'a', text: 'T' })}\nnonsense\n` });
    const [, refused] = await collect([join(folder, 'news.jsonl')]);
    assert.equal(refused && isRefusal(refused) && refused.input, `${join(folder, 'news.jsonl')}:2`);
  });
});

describe('standard input', () => {
  const words = 'The minister said on Monday that the talks would go on, whatever the other side did.';

  it('is read as a page when it begins like one, else as a text', async () => {
    const page = await fromStdin(`\n<!DOCTYPE html><html><body><p>${words}</p><nav>Home</nav></body></html>`);
    const text = await fromStdin(`Share\n\n${words}\n`);
    for (const [given, type] of [
      [page, 'text/html'],
      [text, 'text/plain'],
    ] as const) {
      const [only] = given;
      assert.ok(only && !isRefusal(only));
      assert.deepEqual(
        [only.article.id, only.article.text, only.snapshot.mediaType, only.snapshot.location],
        ['stdin', words, type, '-'],
      );
    }
  });

  it('is read as Markdown when its first line is a headline so marked', async () => {
    const { article, snapshot } = onlyCapture(await fromStdin(`# Harbour talks go on\n\n${words}\n`));
    assert.deepEqual(
      [article.title, article.text, snapshot.mediaType],
      ['Harbour talks go on', words, 'text/markdown'],
    );
  });

  it('that is empty, binary, too large or JSON of another shape is refused', async () => {
    assert.equal(onlyRefusal(await fromStdin('')).code, 'empty');
    assert.equal(onlyRefusal(await fromStdin('%PDF-1.4 x')).code, 'damaged');
    assert.equal(onlyRefusal(await fromStdin('GIF89a x')).code, 'binary');
    assert.equal(onlyRefusal(await fromStdin('[{"id": "a", "text": "T"}]')).code, 'wrong type');
    assert.equal(onlyRefusal(await fromStdin('{\n  "id": "a"\n}')).code, 'wrong type');
    const large = await collect(['-'], {
      stdin: inPieces(Buffer.from(`${words}\n`.repeat(5_000)), 65_536),
      maxBytes: 100_000,
    });
    assert.equal(onlyRefusal(large).code, 'too large');
  });
});
