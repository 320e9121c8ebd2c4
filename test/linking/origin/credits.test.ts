import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { creditsAt, creditsOf, sameOutlet } from '../../../src/linking/index.ts';
import type { Attribution, CreditKind } from '../../../src/model.ts';

const OUTLET = 'Norta Courier';
const of = (text: string, more: { byline?: string; credit?: string; outlet?: string } = {}) =>
  creditsOf({ title: null, byline: null, outlet: OUTLET, ...more, text }, []);

/** Text, the outlet as it is written, how it is credited, and whether for the whole article. */
const CREDITED: readonly (readonly [text: string, outlet: string, kind: CreditKind, whole: boolean])[] = [
  ['Malk told Kyodo News that talks were off.', 'Kyodo News', 'told', false],
  ['“Talks are off,” Malk told the Karsk Herald on Monday.', 'Karsk Herald', 'told', false],
  ['Malk told reporters at the Halden Gazette that talks were off.', 'Halden Gazette', 'told', false],
  ["Malk told the Karsk Herald's Ilse Brandt that talks were off.", 'Karsk Herald', 'told', false],
  ['Malk told the Karsk newspaper Vestra that talks were off.', 'Vestra', 'told', false],
  ['Malk, telling CNN he was tired, left.', 'CNN', 'told', false],
  ['In an interview with the Stavna Times, Malk refused.', 'Stavna Times', 'interview', false],
  ['Malk said in an interview on Norta Radio that he refused.', 'Norta Radio', 'interview', false],
  ['Malk was interviewed by the Halden Gazette last week.', 'Halden Gazette', 'interview', false],
  ['In a Karsk Herald interview, Malk refused.', 'Karsk Herald', 'interview', false],
  ['Speaking to Radio Lesovia, Malk refused.', 'Radio Lesovia', 'interview', false],
  ['The ministry said in a statement to the Stavna Times that it knew nothing.', 'Stavna Times', 'statement to', false],
  ['The firm answered in an email to Reuters.', 'Reuters', 'statement to', false],
  ['The move was first reported by the Karsk Herald.', 'Karsk Herald', 'reported', false],
  ['As reported by the Stavna Times, the bridge is shut.', 'Stavna Times', 'reported', false],
  ['The bridge is shut, the Halden Gazette reported.', 'Halden Gazette', 'reported', false],
  ['The bridge is shut, reports the Halden Gazette.', 'Halden Gazette', 'reported', false],
  ['The Guardian reports that the bridge is shut.', 'Guardian', 'reported', false],
  ['According to a report in the Wall Street Journal, the bridge is shut.', 'Wall Street Journal', 'reported', false],
  ['According to the Karsk Herald, the bridge is shut.', 'Karsk Herald', 'reported', false],
  ['According to documents obtained by the Karsk Herald, the bridge was unsafe.', 'Karsk Herald', 'reported', false],
  ['A letter seen by Reuters says that the bridge was unsafe.', 'Reuters', 'source', false],
  ['A Stavna Times investigation found that the bridge was unsafe.', 'Stavna Times', 'reported', false],
  ['Malk wrote in an op-ed in the Stavna Times that he was wrong.', 'Stavna Times', 'reported', false],
  ['Forty percent trust him, according to a Karsk Herald poll.', 'Karsk Herald', 'source', false],
  ['KARSK (AP) — The bridge is shut.', 'AP', 'wire', true],
  ['STAVNA, Lesovia (Reuters) - The bridge is shut.', 'Reuters', 'wire', true],
  ['KARSK, June 3 (UPI) -- The bridge is shut.', 'UPI', 'wire', true],
  ['KARSK, June 3 (SNA) — The bridge is shut.', 'SNA', 'wire', true],
  ['KARSK, June 3. /TASS/. The bridge is shut.', 'TASS', 'wire', true],
  ['The bridge is shut. It opens in May. (AFP)', 'AFP', 'wire', true],
  ['The bridge is shut.\n— Associated Press', 'Associated Press', 'byline', true],
  ['By Ilse Brandt, Associated Press\nThe bridge is shut.', 'Associated Press', 'byline', true],
  ['By The Associated Press\nThe bridge is shut.', 'Associated Press', 'byline', true],
  ['The bridge is shut.\nThe Associated Press contributed to this report.', 'Associated Press', 'byline', true],
  ['Shut. (Reporting by Ilse Brandt in Karsk; Editing by Jan Holm)', 'Reuters', 'byline', true],
  ['The bridge is shut.\nh/t: The Hill', 'Hill', 'hat tip', true],
  ['The bridge is shut.\n(H/T Mediaite)', 'Mediaite', 'hat tip', true],
  ['The bridge is shut.\nVia: Karsk Herald', 'Karsk Herald', 'hat tip', true],
  ['Source: Karsk Herald\nThe bridge is shut.', 'Karsk Herald', 'source', true],
  ['Source: Malk, in an interview with Kyodo News, an agency', 'Kyodo News', 'interview', true],
  ['This article originally appeared in the Halden Gazette.', 'Halden Gazette', 'reprint notice', true],
  ['This story was first published by Fjord Letters.', 'Fjord Letters', 'reprint notice', true],
  ['This article is republished from The Conversation under a licence.', 'Conversation', 'reprint notice', true],
  ['Reprinted with permission from Fjord Letters.', 'Fjord Letters', 'reprint notice', true],
  ['Read the full interview at the Stavna Times.', 'Stavna Times', 'reprint notice', true],
];

/** Texts that credit nobody. */
const NOT_CREDITED: readonly string[] = [
  'Photo: Ilse Brandt, Reuters',
  'The bridge on Monday. Photo: Ilse Brandt / Karsk Herald',
  'Malk speaks in Karsk. (Photo by Ilse Brandt/Getty Images)',
  'Ilse Brandt / Reuters.',
  'Image source: Karsk Herald',
  'Video by Karsk Herald',
  'VIDEO: Stavna Times',
  'Ilse Brandt is a reporter for the Karsk Herald.',
  'Jan Holm is the Karsk Herald’s political editor, and a columnist for Reuters.',
  'Follow us on Twitter and Facebook.',
  'Follow Ilse Brandt of the Karsk Herald on Twitter.',
  'Subscribe to the Karsk Herald newsletter.',
  'Malk told parliament that talks were off.',
  'Malk told Holm that talks were off.',
  'Malk told the Defence Ministry that talks were off.',
  'Malk told NATO that talks were off.',
  'Malk told the Guardian Council that talks were off.',
  'Malk told President Holm in a call that talks were off.',
  'Malk wrote on Telegram that talks were off.',
  'Malk said on Twitter that talks were off.',
  'The Karsk Herald dismissed forty people on Monday.',
  'Brandt worked at Reuters for nine years before she stood for mayor.',
  'Holm, a former Karsk Herald editor, is the new mayor.',
  'The Stavna Times building burnt down on Friday.',
  'Reuters shares rose by two percent.',
  'The ministry sued the Halden Gazette over its headlines.',
  'According to Malk, the bridge is shut.',
  'According to the ministry, the bridge is shut.',
  'The ministry reported a loss.',
  'Sen. Tomas Malk (R-Norta) — a member since May — refused.',
  'The committee (KRC) — set up in May — refused.',
  'The bridge was built by the Karsk Works Agency.',
  'Malk (54) — a father of two — refused.',
  'Malk told the Norta Courier that talks were off.',
  'In an interview with the Courier, Malk refused.',
  'Malk quoted a song on the radio.',
  'Source: Ministry of Defence of Lesovia',
  'A post office on the Hill was shut.',
  'He reads the daily news at the globe theatre.',
  'The report was published by the Institute of Roads.',
  'Malk spoke to the Lesovia Action Network.',
  'He told Time and again the same story.',
  'Malk dismissed a report in the Karsk Herald.',
  'Malk continued to refute a Stavna Times story.',
  'The college found no record of a Karsk Herald article.',
];

describe('credits', () => {
  for (const [text, outlet, kind, whole] of CREDITED) {
    it(`finds ${kind} in: ${text.replaceAll('\n', ' ⏎ ')}`, () => {
      const found = of(text);
      assert.deepEqual(
        found.map((one) => [one.outlet, one.kind, one.whole]),
        [[outlet, kind, whole]],
      );
      const [start, end] = found[0]!.span!;
      if (!/Reporting by/.test(text)) assert.ok(text.slice(start, end).includes(outlet), text.slice(start, end));
    });
  }

  for (const text of NOT_CREDITED) {
    it(`finds none in: ${text}`, () => {
      assert.deepEqual(
        of(text).map(({ kind, outlet }) => `${kind} ${outlet}`),
        [],
      );
    });
  }

  it('reads the byline, and whom the publisher credits', () => {
    const found = of('The bridge is shut.', { byline: 'Ilse Brandt, Associated Press', credit: 'h/t: The Hill' });
    assert.deepEqual(
      found.map(({ outlet, name, kind, span, whole }) => [outlet, name, kind, span, whole]),
      [
        ['Associated Press', 'Associated Press', 'byline', null, true],
        ['Hill', null, 'publisher', null, true],
      ],
    );
    assert.deepEqual(of('Shut.', { byline: 'Ilse Brandt and Jan Holm' }), []);
    assert.equal(of('Shut.', { credit: 'Vestra' })[0]!.kind, 'publisher');
    assert.deepEqual(of('Shut.', { credit: OUTLET }), []);
  });

  const fields: readonly (readonly [credit: string, outlets: readonly string[]])[] = [
    ['AP', ['AP']],
    ['AP; h/t: The Vestra', ['AP', 'Vestra']],
    ['Credit: Norta Radio / AFP', ['Norta Radio', 'AFP']],
    ['Fox and Friends', ['Fox and Friends']],
    ['h/t: Twitter', ['Twitter']],
    ['Twitter', []],
    ['norta-radio.example', ['norta-radio.example']],
    ['; ;', []],
  ];
  for (const [credit, outlets] of fields) {
    it(`reads whom “${credit}” credits`, () => {
      const found = of('The bridge is shut.', { credit });
      assert.deepEqual(
        found.map(({ outlet }) => outlet),
        outlets,
      );
      assert.ok(found.every(({ kind, whole, span }) => kind === 'publisher' && whole && span === null));
    });
  }

  it('takes the host of an outlet for the outlet', () => {
    assert.ok(sameOutlet('nortaherald.example', 'The Norta Herald'));
    assert.deepEqual(of('Shut.', { credit: 'nortaherald.example', outlet: 'Norta Herald' }), []);
  });

  it('knows one outlet by its names, and “the Times” by what was named before', () => {
    const text = 'The Stavna Times had it first, Malk told the Stavna Times. “No,” he told the Times.';
    assert.deepEqual(
      of(text).map(({ outlet, name }) => name ?? outlet),
      ['Stavna Times', 'Stavna Times', 'Stavna Times'].slice(0, of(text).length),
    );
    assert.ok(of(text).length >= 2);
    assert.equal(of('He told the AP so.')[0]!.name, 'Associated Press');
    assert.deepEqual(of('He told the Times so.', { outlet: 'nyt' }), []);
  });

  it('ties a credit to its attribution, and follows who reports whom', () => {
    const text = 'The Stavna Times reported that Malk had told Kyodo News: “Talks are off.” Holm was silent.';
    const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
    const made = (source: string, cue: string, content: string, within: number | null): Attribution => ({
      source: [span(source)],
      cue: [span(cue)],
      content: [span(content)],
      type: 'indirect',
      mode: 'says',
      speaker: null,
      saidOn: null,
      medium: within === null ? null : 'Kyodo News',
      confidence: 1,
      within,
      speakerConfidence: null,
      unresolved: null,
      anonymity: null,
    });
    const attributions = [
      made('The Stavna Times', 'reported', 'Malk had told Kyodo News: “Talks are off.”', null),
      made('Malk', 'told', 'Talks are off.', 0),
    ];
    const credits = creditsOf({ title: null, byline: null, outlet: OUTLET, text }, attributions);
    assert.deepEqual(
      credits.map(({ outlet, attribution }) => [outlet, attribution]),
      [
        ['Stavna Times', 0],
        ['Kyodo News', 1],
      ],
    );
    assert.deepEqual(
      creditsAt(credits, attributions, 1).map(({ outlet }) => outlet),
      ['Stavna Times', 'Kyodo News'],
    );
    assert.deepEqual(
      creditsAt(credits, attributions, 0).map(({ outlet }) => outlet),
      ['Stavna Times'],
    );
  });

  it('gives spans that slice to words with the outlet, whatever stands around', () => {
    const pieces = [...CREDITED.map(([text]) => text), ...NOT_CREDITED, 'Ж “', '— (', '\n\n', '’s', '😀', 'the The'];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
        fc.constantFrom(' ', '\n', ''),
        (parts, by) => {
          const text = parts.join(by);
          for (const { span, outlet } of of(text)) {
            assert.ok(span !== null && span[0] >= 0 && span[0] < span[1] && span[1] <= text.length);
            const words = text.slice(...span);
            assert.equal(words, words.trim());
            assert.ok(words.includes(outlet) || /[Rr]eporting by|[Ww]riting/.test(words), words);
          }
        },
      ),
    );
  });

  it('stays quick on hostile text', () => {
    const texts = [
      'A '.repeat(50_000),
      '('.repeat(100_000),
      'told the '.repeat(20_000),
      `${'Ab'.repeat(50_000)}`,
      'Source: '.repeat(20_000),
      '“A, '.repeat(30_000),
      'By A. B. '.repeat(10_000),
    ];
    for (const text of texts) assert.ok(of(text).length <= 200);
  });
});
