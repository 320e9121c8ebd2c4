import type { AnalyzedArticle } from '../../src/model.ts';
import { analyzed } from '../server/sample-record.ts';

/** Articles of invented outlets that report the same statements, some of them otherwise. */

const kost = { name: 'Mirela Kost', kind: 'person', role: 'Tarvian harbour minister' } as const;
const varro = { name: 'Ilan Varro', kind: 'person', role: null } as const;

const WORDS = 'We will not close the northern harbour before the last grain ship has left';
const DENIED = 'We will close the northern harbour before the last grain ship has left';
const BOATS = 'The storm took 312 fishing boats from the villages of the eastern shore';
const OTHER_BOATS = 'The storm took 321 fishing boats from the villages of the eastern shore';

/** Has it first. */
export const courier = analyzed(
  {
    id: 'courier',
    title: 'Harbour stays open, minister says',
    published: '2031-11-02T08:00:00Z',
    outlet: 'The Marrow Bay Courier',
    url: 'https://courier.example/harbour_(north)',
    text: `“${WORDS},” Mirela Kost, the harbour minister, said on the quay on Sunday.\n“${BOATS},” Ilan Varro said.`,
  },
  [
    { source: 'Mirela Kost, the harbour minister,', cue: 'said', content: [`“${WORDS},”`], speaker: kost },
    { source: 'Ilan Varro', cue: 'said', content: [`“${BOATS},”`], speaker: varro },
  ],
);

/** Has it from the first. */
export const ledger = analyzed(
  {
    id: 'ledger',
    title: 'Kost promises an open harbour',
    published: '2031-11-02T12:30:00Z',
    outlet: 'Sarn Evening Ledger',
    text: `“${WORDS},” Mirela Kost told The Marrow Bay Courier.`,
  },
  [{ source: 'Mirela Kost', cue: 'told', content: [`“${WORDS},”`], speaker: kost, medium: 'The Marrow Bay Courier' }],
);

/** Leaves out the "not", has another number, and names an agency that was not captured. */
export const wire = analyzed(
  {
    id: 'wire',
    title: 'Harbour to close',
    byline: 'Reuters',
    published: '2031-11-03',
    outlet: 'Ostrel Gazette',
    text: `OSTREL, Nov 3 (Reuters) - “${DENIED},” Mirela Kost said.\n“${OTHER_BOATS},” Ilan Varro said.`,
  },
  [
    { source: 'Mirela Kost', cue: 'said', content: [`“${DENIED},”`], speaker: kost },
    { source: 'Ilan Varro', cue: 'said', content: [`“${OTHER_BOATS},”`], speaker: varro },
  ],
);

const SCRIPT = '<script>window.taken = true</script>';
const IMAGE = '<img src=x onerror="window.taken = true">';
/** Turns the order of the letters after it about. */
const OVERRIDE = '\u202e';

const hostileReport = (id: string, words: string, published: string): AnalyzedArticle =>
  analyzed(
    {
      id,
      title: `${SCRIPT} ${OVERRIDE}](javascript:alert(1)) ${id}`,
      published,
      outlet: `Outlet ${id} ${IMAGE}`,
      url: `javascript:window.taken="${id}"`,
      language: '"><script>',
      text: `The editor ${IMAGE} said “${words}.” The rest is ordinary.`,
    },
    [
      {
        source: `The editor ${IMAGE}`,
        cue: 'said',
        content: [`“${words}.”`],
        speaker: { name: `Editor ${IMAGE}${OVERRIDE}`, kind: 'person', role: SCRIPT },
      },
    ],
  );

/** What would run if any page took words for markup: one statement, with other words the second time. */
export const hostileReports = [
  hostileReport(
    'one',
    `${SCRIPT} the keys of the old archive ${IMAGE} were never given to anybody in the town before the flood`,
    '2031-10-11',
  ),
  hostileReport(
    'two',
    `${SCRIPT} the keys of the old archive ${IMAGE} were given to anybody in the town before the flood`,
    '2031-10-12',
  ),
];

const ARABIC = '«لن تكون هناك رسوم على الجسر الشمالي قبل نهاية الشتاء القادم»';

const arabicReport = (id: string, published: string): AnalyzedArticle =>
  analyzed(
    {
      id,
      title: 'الوزيرة: لا رسوم على الجسر',
      published,
      outlet: `صوت الخليج ${id}`,
      language: 'ar',
      text: `وأضافت الوزيرة ميريلا كوست: ${ARABIC}.`,
    },
    [
      {
        source: 'الوزيرة ميريلا كوست',
        cue: 'وأضافت',
        content: [ARABIC],
        speaker: { name: 'ميريلا كوست', kind: 'person', role: 'الوزيرة' },
      },
    ],
  );

/** Right-to-left text. */
export const arabicReports = [arabicReport('أ', '2031-10-10'), arabicReport('ب', '2031-10-11')];

const LANTERN = 'Every lantern on the breakwater was lit by hand that night';

/** Fifty-two outlets with one statement: more than a page of them. */
export const manyReports = Array.from({ length: 52 }, (_, i) =>
  analyzed(
    {
      id: `many-${i}`,
      title: `The lanterns, part ${i + 1}`,
      published: `2031-09-01T${String(Math.floor(i / 10) + 10)}:${String((i % 10) * 5 + 10)}:00Z`,
      outlet: `Shore Paper ${i + 1}`,
      text: `Paper ${i + 1} of the shore. “${LANTERN},” Oda Brin said to paper ${i + 1}.`,
    },
    [
      {
        source: 'Oda Brin',
        cue: 'said',
        content: [`“${LANTERN},”`],
        speaker: { name: 'Oda Brin', kind: 'person', role: null },
      },
    ],
  ),
);

export const reported = [courier, ledger, wire, ...hostileReports, ...arabicReports, ...manyReports];
export const words = { WORDS, DENIED, BOATS, OTHER_BOATS, LANTERN };
