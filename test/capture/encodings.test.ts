import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { decodePage, decodeText } from '../../src/capture/decode.ts';
import { countUtf8, guessEncoding } from '../../src/capture/encoding.ts';
import { type Notice, recapture } from '../../src/capture/index.ts';
import { encode } from './builders/encode.ts';
import { httpAnswer, warcRecord } from './builders/warc.ts';
import { collect, folderWith, onlyCapture, onlyRefusal, pageOf } from './inputs.ts';

const ENGLISH = [
  'Kalvia won’t hand the harbour back until a new ferry pact is signed, Prime Minister Ilona Varga told parliament.',
  '“We have waited eleven years – and we are not going to wait a twelfth,” she told deputies in the café of the house.',
  'José Peña, the foreign minister of Merrow, called the remarks a “step back” from what was agreed in März.',
];
const RUSSIAN = [
  'Премьер-министр Илона Варга заявила в парламенте, что гавань не будет возвращена, пока не подписано новое соглашение о паромах.',
  '«Мы ждали одиннадцать лет и не будем ждать двенадцатый», — сказала она депутатам в Норте в пятницу вечером, отвечая на вопросы.',
];
const JAPANESE = [
  '首相は金曜日、議会で新しい協定が署名されるまで港を返還しないと述べた。「私たちは十一年待った。もう待つつもりはない」と彼女は議員たちに語った。',
  '外相はこの発言を三月の合意からの後退だと呼び、それでも協議を続けると述べた。港の当局は、船はこれまで通り入港できると説明している。',
];
const CHINESE = [
  '总理周五在议会表示，在新的渡轮协议签署之前不会归还港口。她对议员们说：“我们已经等了十一年，不会再等第十二年。”会场里没有人站起来回答。',
  '外交部长称这番话是对三月协议的倒退，但表示政府仍将继续谈判。港务局发言人周六说，无论部长们怎么说，船只都可以照常进港。',
];
/** KOI8-R has no quotation marks and dashes of this sort. */
const PLAIN_RUSSIAN = RUSSIAN.map((text) => text.replace(/[«»]/g, '"').replaceAll('—', '-'));

interface Case {
  readonly what: string;
  readonly texts: readonly string[];
  readonly encoding: string;
  /** What the server says, and what the page says of itself. */
  readonly header?: string;
  readonly meta?: string;
  readonly guessed: string | null;
}

const CASES: readonly Case[] = [
  {
    what: 'windows-1252 declared as UTF-8',
    texts: ENGLISH,
    encoding: 'windows-1252',
    meta: 'utf-8',
    guessed: 'windows-1252',
  },
  {
    what: 'windows-1252 served as UTF-8',
    texts: ENGLISH,
    encoding: 'windows-1252',
    header: 'utf-8',
    guessed: 'windows-1252',
  },
  {
    what: 'windows-1252 declared as ISO-8859-1',
    texts: ENGLISH,
    encoding: 'windows-1252',
    meta: 'iso-8859-1',
    guessed: null,
  },
  { what: 'windows-1252 of no declaration', texts: ENGLISH, encoding: 'windows-1252', guessed: 'windows-1252' },
  { what: 'UTF-8 declared as ISO-8859-1', texts: ENGLISH, encoding: 'utf-8', meta: 'iso-8859-1', guessed: 'utf-8' },
  {
    what: 'UTF-8 served as ISO-8859-1, and right by itself',
    texts: ENGLISH,
    encoding: 'utf-8',
    header: 'iso-8859-1',
    meta: 'utf-8',
    guessed: null,
  },
  { what: 'UTF-8 declared as windows-1251', texts: RUSSIAN, encoding: 'utf-8', meta: 'windows-1251', guessed: 'utf-8' },
  { what: 'UTF-8 declared as Shift_JIS', texts: JAPANESE, encoding: 'utf-8', meta: 'shift_jis', guessed: 'utf-8' },
  { what: 'windows-1251 as declared', texts: RUSSIAN, encoding: 'windows-1251', meta: 'windows-1251', guessed: null },
  {
    what: 'windows-1251 as served, and wrong by itself',
    texts: RUSSIAN,
    encoding: 'windows-1251',
    header: 'windows-1251',
    meta: 'utf-8',
    guessed: null,
  },
  {
    what: 'windows-1251 served as UTF-8, and right by itself',
    texts: RUSSIAN,
    encoding: 'windows-1251',
    header: 'utf-8',
    meta: 'windows-1251',
    guessed: null,
  },
  { what: 'windows-1251 of no declaration', texts: RUSSIAN, encoding: 'windows-1251', guessed: 'windows-1251' },
  { what: 'KOI8-R as declared', texts: PLAIN_RUSSIAN, encoding: 'koi8-r', meta: 'koi8-r', guessed: null },
  { what: 'KOI8-R declared as UTF-8', texts: PLAIN_RUSSIAN, encoding: 'koi8-r', meta: 'utf-8', guessed: 'koi8-r' },
  { what: 'Shift_JIS as declared', texts: JAPANESE, encoding: 'shift_jis', meta: 'Shift_JIS', guessed: null },
  { what: 'Shift_JIS declared as UTF-8', texts: JAPANESE, encoding: 'shift_jis', meta: 'utf-8', guessed: 'shift_jis' },
  { what: 'GB18030 as served', texts: CHINESE, encoding: 'gb18030', header: 'gb18030', guessed: null },
  { what: 'GB18030 as GB2312 declared', texts: CHINESE, encoding: 'gb18030', meta: 'gb2312', guessed: null },
  { what: 'GB18030 of no declaration', texts: CHINESE, encoding: 'gb18030', guessed: 'gb18030' },
  {
    what: 'UTF-16 with its mark',
    texts: ENGLISH,
    encoding: 'utf-16le',
    meta: 'utf-16',
    guessed: null,
  },
  { what: 'UTF-16, little end first, without its mark', texts: ENGLISH, encoding: 'utf-16le', guessed: 'utf-16le' },
  { what: 'UTF-16, big end first, without its mark', texts: ENGLISH, encoding: 'utf-16be', guessed: 'utf-16be' },
  { what: 'UTF-16 as served', texts: ENGLISH, encoding: 'utf-16be', header: 'utf-16be', guessed: null },
  { what: 'UTF-8 that says it is UTF-16', texts: ENGLISH, encoding: 'utf-8', meta: 'utf-16', guessed: null },
];

/** A page as a server would have given it, from an archive, where it stands with the server's own words. */
async function read(t: TestContext, { texts, encoding, header, meta, what }: Case) {
  const mark = what.endsWith('with its mark') ? '\ufeff' : '';
  const declared = meta ? `<meta http-equiv="Content-Type" content="text/html; charset=${meta}">` : '';
  const body = encode(mark + pageOf(texts, `${declared}<title>Harbour talks</title>`), encoding);
  const type = header ? `text/html; charset=${header}` : 'text/html';
  const record = warcRecord({ uri: 'https://norta.example/a', block: httpAnswer(body, { 'Content-Type': type }) });
  const folder = await folderWith(t, { 'a.warc': record });
  const notices: Notice[] = [];
  const given = await collect([join(folder, 'a.warc')], { notice: (notice) => notices.push(notice) });
  return { given, notices };
}

describe('a page in', () => {
  for (const each of CASES) {
    it(`${each.what} gives its words${each.guessed ? ', and the encoding as a guess' : ''}`, async (t) => {
      const { given, notices } = await read(t, each);
      const capture = onlyCapture(given);
      assert.deepEqual(capture.article.text.split('\n\n'), each.texts);
      assert.equal(capture.guessedEncoding ?? null, each.guessed);
      assert.equal(notices.length, each.guessed ? 1 : 0);
      if (each.guessed) assert.match(notices[0]!.words, new RegExp(`read as ${each.guessed}\\b`));
      assert.deepEqual(await recapture(capture.snapshot, capture.article.id), capture, 'a rebuild reads it so again');
    });
  }

  it('an encoding that cannot be told is refused, as are flaws in the words of UTF-8', async (t) => {
    const stray = Buffer.concat([
      Buffer.from(pageOf(ENGLISH.map((text) => text.replace(/[^\0-\x7f]/g, '-')))),
      Buffer.from([0xff]),
    ]);
    const flawed = Buffer.from(pageOf([...ENGLISH, ...RUSSIAN], '<meta charset="utf-8">'));
    flawed[flawed.indexOf('café') + 3] = 0xff;
    for (const bytes of [stray, flawed]) {
      const folder = await folderWith(t, { 'a.html': bytes });
      assert.equal(onlyRefusal(await collect([join(folder, 'a.html')])).code, 'bad encoding');
    }
  });
});

describe('a text in', () => {
  const files: readonly (readonly [encoding: string, texts: readonly string[], guessed: string | null])[] = [
    ['utf-8', ENGLISH, null],
    ['windows-1252', ENGLISH, 'windows-1252'],
    ['windows-1251', RUSSIAN, 'windows-1251'],
    ['koi8-r', PLAIN_RUSSIAN, 'koi8-r'],
    ['shift_jis', JAPANESE, 'shift_jis'],
    ['gb18030', CHINESE, 'gb18030'],
    ['utf-16le', ENGLISH, 'utf-16le'],
    ['utf-16be', ENGLISH, 'utf-16be'],
  ];
  for (const [encoding, texts, guessed] of files) {
    it(`${encoding} is read`, async (t) => {
      const folder = await folderWith(t, { 'a.txt': encode(texts.join('\n\n'), encoding) });
      const capture = onlyCapture(await collect([join(folder, 'a.txt')]));
      assert.deepEqual(capture.article.text.split('\n\n'), texts);
      assert.equal(capture.guessedEncoding ?? null, guessed);
    });
  }
});

describe('guessing', () => {
  it('takes the marks of the West for windows-1252, however few', () => {
    for (const text of ['He said “no”.', 'José said so.', 'It’s over.', '€ 40 – more than last year']) {
      assert.equal(guessEncoding(encode(text, 'windows-1252')), 'windows-1252', text);
    }
  });

  it('takes nothing where bytes make no words', () => {
    for (const bytes of [[0xff], [0x41, 0x20, 0xff, 0x20, 0xfe], [0x81, 0x8d, 0x8f], [0x20, 0xd0, 0x20, 0xf0, 0x20]]) {
      assert.equal(guessEncoding(Uint8Array.from(bytes)), null, bytes.join(' '));
    }
  });

  it('never takes UTF-8 for anything else, and counts its characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/^\ufeff|\0/.test(text)),
        (text) => {
          const bytes = Buffer.from(text);
          const others = [...text].filter((character) => character.codePointAt(0)! > 0x7f).length;
          assert.deepEqual(countUtf8(bytes), { good: others, bad: 0 });
          for (const decoded of [decodePage(bytes, null), decodeText(bytes)])
            assert.deepEqual([decoded.text, decoded.guessed], [text, null]);
        },
      ),
    );
  });

  it('of any bytes gives an encoding in which they are valid, or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const label = guessEncoding(bytes);
        if (label !== null) assert.doesNotThrow(() => new TextDecoder(label, { fatal: true }).decode(bytes));
      }),
    );
  });
});
