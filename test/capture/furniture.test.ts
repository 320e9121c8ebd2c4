import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as furniture from '../../src/capture/furniture/index.ts';

const {
  findDate,
  isAboutAuthor,
  isCall,
  isCommentsLabel,
  isControl,
  isCredit,
  isFeedHeading,
  isPointer,
  isPressName,
  isProse,
} = furniture;
const { isReportingCredit, isRights, isTagLine, nameAtEnd, readByline, readDateLine, toIsoDate } = furniture;

/** Lines that a rule finds, and lines of articles that look like them and are none. */
const rules: readonly (readonly [name: string, rule: (line: string) => boolean, found: string[], left: string[]])[] = [
  [
    'controls',
    isControl,
    [
      'Share',
      'Print',
      '12 Comments',
      '1.2K shares',
      '1 min read',
      'Reading time: 3 minutes',
      'Image 2 of 5',
      '2 hours ago',
      'Home | World | Politics',
      'Home News Sport Weather',
      'Facebook Twitter Telegram',
      'icon-mail icon-print icon-user',
      '(Updated:  )',
      '***',
      'Advertisement',
      'Lesezeit: 3 Min.',
      '•',
    ],
    [
      'Home is where the harbour is',
      'Politics',
      'He printed 12 comments',
      'A share of the catch',
      'Yes, minister',
      'War and peace',
    ],
  ],
  [
    'calls',
    isCall,
    [
      'Support Us',
      'Support The Norta Herald',
      'Support NH or become our patron!',
      'Sign up to our newsletter',
      'Follow us on Telegram',
      'Follow Ana Kessler on Twitter @akessler',
      'Got a tip?',
      'CLICK HERE TO GET THE TORCH APP',
      'We have no owner. Become a friend of the Digest!',
      'Have a story? Email us',
    ],
    [
      'Support for the bill fell in March.',
      'Follow the money, she said.',
      '“Follow us on Telegram,” the minister told the crowd.',
      'Join the army or leave, they were told.',
      'Donations fell last year, the party said.',
      'Subscribers to the theory say otherwise.',
      'To get started, write down what you eat.',
    ],
  ],
  [
    'notes on authors',
    isAboutAuthor,
    [
      'Ana Kessler is a reporter for The Norta Herald.',
      'Ana Kessler is the Herald’s chief political correspondent.',
      'The Strait Observer news desk',
      'We are the news team of the Strait Observer.',
      'Ana can be reached at ana@herald.example',
      'Something to add? Write to letters@herald.example.',
    ],
    [
      'Ana Kessler is a minister in the government.',
      'He is a friend of the mediator, they say.',
      'The news desk was empty when the letter came, she said.',
    ],
  ],
  [
    'rights',
    isRights,
    [
      '© 2031 The Norta Herald',
      'Copyright 2031 Strait Wire',
      'All rights reserved.',
      'This material may not be published or rewritten.',
    ],
    ['He holds the copyright to the song.', 'The deal may not be ready by May, she said.'],
  ],
  [
    'reporting credits',
    isReportingCredit,
    [
      '(Reporting by Ilse Brandt in Norta; Editing by Mara Quist)',
      'Additional reporting by Owen Pryce',
      'Owen Pryce contributed to this report.',
      'R.S./K.T.',
    ],
    [
      'Reporting by the commission showed losses.'.replace('by the', 'of the'),
      'She contributed to the report of the inquiry.',
    ],
  ],
  [
    'credits',
    isCredit,
    [
      'Photo: Ida Brandt',
      'Oleks Daniv. Photo: Ida Brandt, Strait Wire',
      'The quay at dusk (Image: HARBOUR AUTHORITY)',
      'where they were treatedCredit: Strait Wire',
      'Photo by Ida Brandt',
      'Ida Brandt/AFP',
      'REUTERS/Ida Brandt',
      'Ida Brandt via Getty Images',
      '© Strait Wire',
      'FILE PHOTO: The quay',
      'On the quay. Photo: press service of the ministry',
    ],
    [
      'He has a photo of the map.',
      'The minister said: “No photo.”',
      'Photographs of the map were published on Monday.',
      'The image: a ferry at anchor, and nobody aboard.',
      'Credit to the mediator, he said.',
    ],
  ],
  [
    'pointers',
    isPointer,
    [
      'READ MORE: Inside the hotel on Hest',
      'Related: Storm shuts schools',
      'See also | The long winter',
      'Lesen Sie auch: Der Hafen',
      'Watch: Ferries stand idle',
    ],
    [
      'Read the letter, he told them.',
      'Watch: the word he used was “closed”.”',
      'More than 140 boats: that is the fleet.',
    ],
  ],
  [
    'headings of feeds',
    isFeedHeading,
    [
      'Related coverage:',
      'Most read',
      'You may also like...',
      'More from Politics',
      'Latest news',
      'Trending',
      'Read next',
      'Recommended for you',
      'Читайте также',
    ],
    [
      'Latest talks end without a date.',
      'More than he asked for',
      'The most read law in the land',
      'Popular anger grows on the quay',
    ],
  ],
  [
    'lines of topics',
    isTagLine,
    ['Tags: Kalvia, Merrow', 'Filed under: Politics', '#ferrypact #Kalvia'],
    ['Tags were cut from the nets.', '# 1 on the list'],
  ],
  [
    'labels of comments',
    isCommentsLabel,
    ['Comments', 'Comments (14)', '14 comments', 'Leave a comment', 'Kommentare'],
    ['Comments by the minister', 'He would not comment'],
  ],
  [
    'names of the press',
    isPressName,
    ['The Norta Herald', 'Strait Wire', 'Daily Lantern', 'Radio Norta', 'Voice of Kalvia'],
    [
      'Ana Kessler',
      'Press',
      'The minister’s post',
      'Clinton’s Poll Numbers Jump Post-Convention',
      'the long record',
    ].filter((name) => name !== 'Press'),
  ],
  [
    'prose',
    isProse,
    [
      'The minister said on Monday that the talks would go on.',
      'Die Gespräche am Hafen gehen am Montag in Norta weiter.',
      '大臣は月曜日、ノルタでの協議を続けると議会で述べた。',
    ],
    ['Talks go on', 'Who pays for the lights?', 'Kalvia, Merrow to resume ferry talks on May 12 - mediator'],
  ],
];
for (const [name, rule, found, left] of rules) {
  describe(name, () => {
    for (const line of found) it(`are found: ${line}`, () => assert.ok(rule(line)));
    for (const line of left) it(`are not found: ${line}`, () => assert.ok(!rule(line)));
  });
}

describe('dates', () => {
  const lines: readonly (readonly [line: string, date: string | null])[] = [
    ['Saturday, 21 October 2023, 16:55', '2023-10-21'],
    ['11 Sep, 2023 13:58', '2023-09-11'],
    ['Published November 20th, 2019 - 07:29 GMT', '2019-11-20T07:29:00Z'],
    ['PUBLISHED: 10:48, 3 May 2031 | UPDATED: 11:05, 4 May 2031', '2031-05-03'],
    ['Updated May 4, 9:41 AM; Posted May 3, 2031, 8:19 PM', '2031-05-03'],
    ['Last updated: 6 May 2031 09:12 CEST', '2031-05-06T09:12:00+02:00'],
    ['May 3, 2031 6:00 a.m. ET', '2031-05-03'],
    ['21.10.2031 14:00', '2031-10-21'],
    ['25/10/2031', '2031-10-25'],
    ['05/10/2031', null],
    ['2031-05-03T13:58:00+02:00', '2031-05-03T13:58:00+02:00'],
    ['3 de mayo de 2031', '2031-05-03'],
    ['Freitag, 3. Mai 2031', '2031-05-03'],
    ['3 мая 2031', '2031-05-03'],
  ];
  for (const [line, date] of lines)
    it(`stand in lines of their own: ${line}`, () => assert.equal(readDateLine(line)?.date, date));

  it('in sentences are no date lines, and days without a year no dates', () => {
    for (const line of [
      'The pact was signed on 3 May 2031.',
      '3 May',
      'Monday',
      '2031',
      'In May 2031',
      'Decree 3/2031 was signed',
    ]) {
      assert.equal(readDateLine(line), null, line);
    }
    assert.equal(findDate('on 31 February 2031'), null);
  });

  it('of metadata become ISO 8601, with a time only when its zone is known', () => {
    const values: readonly (readonly [value: string, date: string | null])[] = [
      ['2031-05-03', '2031-05-03'],
      ['20310503', '2031-05-03'],
      ['2031-05-03T10:00:00', '2031-05-03'],
      ['2031-05-03T10:00:00Z', '2031-05-03T10:00:00Z'],
      ['2031-05-03T10:00:00.123+0200', '2031-05-03T10:00:00+02:00'],
      ['2031-05-03 10:00 +02', '2031-05-03T10:00:00+02:00'],
      ['2031-05-03T10:00:00+00:00', '2031-05-03T10:00:00Z'],
      ['Sat, 03 May 2031 10:00:00 GMT', '2031-05-03T10:00:00Z'],
      ['1935650400', '2031-05-04T08:40:00Z'],
      ['1935650400000', '2031-05-04T08:40:00Z'],
      ['3 May 2031', '2031-05-03'],
      ['2031-05-03T10:00:60Z', '2031-05-03'],
      ['2031-10-21T10:00:99+99:99', '2031-10-21'],
      ['2031-10-21T10:00:00+14:30', '2031-10-21'],
      ['2031-10-21T10:00:00-0930', '2031-10-21T10:00:00-09:30'],
      ['2023-10-111', null],
      ['20311021999', null],
      ['0000-00-00', null],
      ['2031-13-01', null],
      ['soon', null],
      ['', null],
    ];
    for (const [value, date] of values) assert.equal(toIsoDate(value), date, value);
  });
});

describe('bylines', () => {
  const lines: readonly (readonly [line: string, names: string | undefined, rest?: readonly string[]])[] = [
    ['By Ana Kessler', 'Ana Kessler', []],
    ['By Ana Kessler and Tom Reed, Political Correspondent', 'Ana Kessler and Tom Reed', ['Political Correspondent']],
    ['Written by Ana Kessler | The Norta Herald', 'Ana Kessler', ['The Norta Herald']],
    ['By Ana Kessler, Norta', 'Ana Kessler', ['Norta']],
    ['By Ana Kessler in Norta', 'Ana Kessler', ['in Norta']],
    ['By Ana Kessler, Tom Reed and Ida Brandt', 'Ana Kessler, Tom Reed and Ida Brandt', []],
    ['Von Ida Brandt', 'Ida Brandt', []],
    ['By the time he left, the ferry was gone', undefined],
    ['By Monday they were gone', undefined],
    ['by all accounts', undefined],
  ];
  for (const [line, names, rest] of lines) {
    it(`give names and the rest: ${line}`, () => {
      const byline = readByline(line);
      assert.equal(byline?.names, names);
      if (rest) assert.deepEqual(byline?.rest, rest);
    });
  }

  it('in brackets at the end of a paragraph name an agency', () => {
    assert.equal(nameAtEnd('The minister speaks in Norta on May 3, 2031. (Strait Wire)'), 'Strait Wire');
    assert.equal(nameAtEnd('He spoke of the quay (and of the lights).'), null);
  });
});
