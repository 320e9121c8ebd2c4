import type { AnalyzedArticle } from '../../src/model.ts';
import { analyzed } from '../server/sample-record.ts';

/** Articles of invented outlets on one event, whose statements they carry whole, cut, altered, retold or not at all. */

const kost = { name: 'Mirela Kost', kind: 'person', role: 'Tarvian harbour minister' } as const;
const varro = { name: 'Ilan Varro', kind: 'person', role: null } as const;
const brin = { name: 'Oda Brin', kind: 'person', role: 'harbour pilot' } as const;

export const OPEN = 'We will not close the northern harbour before the last grain ship has left';
const CLOSED = 'We will close the northern harbour before the last grain ship has left';
export const BOATS = 'The storm took 312 fishing boats from the villages of the eastern shore';
const OTHER_BOATS = 'The storm took 321 fishing boats from the villages of the eastern shore';
export const PILOT = 'Nobody asked the pilots whether a deep ship can turn at low water';

/** What happened, in each outlet's own order, so that the articles are on one event. */
const EVENT = [
  'Harbour minister Mirela Kost spoke on the quay of Ostrel on Sunday, two days after the storm that broke the breakwater of the northern harbour.',
  'Grain ships wait off Ostrel since Friday; the harbour office counts nineteen of them, and the pilots bring in four a day.',
  'The breakwater, built by the Tarvian navy, lost ninety metres of stone in the storm, and the lighthouse keeper was brought ashore.',
];

interface Report {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly said: readonly (readonly [words: string, speaker: typeof kost | typeof varro | typeof brin])[];
}

function report({ id, title, outlet, published, said }: Report): AnalyzedArticle {
  return analyzed(
    {
      id,
      title,
      outlet,
      published,
      text: [...EVENT, ...said.map(([words, { name }]) => `“${words},” ${name} said.`)].join('\n'),
    },
    said.map(([words, speaker]) => ({ source: speaker.name, cue: 'said', content: [`“${words},”`], speaker })),
  );
}

export const courier = report({
  id: 'courier',
  title: 'Northern harbour of Ostrel stays open, Kost says',
  outlet: 'The Marrow Bay Courier',
  published: '2031-11-02T08:00:00Z',
  said: [
    [OPEN, kost],
    [BOATS, varro],
  ],
});
export const ledger = report({
  id: 'ledger',
  title: 'Kost promises an open harbour at Ostrel',
  outlet: 'Sarn Evening Ledger',
  published: '2031-11-02T12:30:00Z',
  said: [
    [OPEN, kost],
    [PILOT, brin],
  ],
});
export const gazette = report({
  id: 'gazette',
  title: 'Northern harbour of Ostrel to close',
  outlet: 'Ostrel Gazette',
  published: '2031-11-03',
  said: [
    [CLOSED, kost],
    [OTHER_BOATS, varro],
  ],
});

export const radio = report({
  id: 'radio',
  title: 'Ostrel pilots were not asked about the harbour',
  outlet: 'Radio Sarn',
  published: '2031-11-03T18:00:00Z',
  said: [['We will not close the northern harbour before the last grain ship', kost]],
});

const SCRIPT = '<script>window.taken = true</script>';
/** Turns the order of the letters after it about. */
const OVERRIDE = '\u202e';
const MILL = 'The keys of the old mill were never given to anybody in the town before the flood';
const mill = (id: string, published: string): AnalyzedArticle =>
  analyzed(
    {
      id,
      title: `${SCRIPT} ${OVERRIDE}](javascript:alert(1)) the mill of Varn`,
      published,
      outlet: `Outlet ${id} <img src=x onerror="window.taken = true">`,
      language: '"><script>',
      text: `The old mill of Varn burnt down in the flood, and the miller of Varn lost his keys to the weir.\n“${MILL},” Editor ${SCRIPT} said.`,
    },
    [
      {
        source: `Editor ${SCRIPT}`,
        cue: 'said',
        content: [`“${MILL},”`],
        speaker: { name: `Editor ${SCRIPT}`, kind: 'person', role: SCRIPT },
      },
    ],
  );
/** What would run if any page took words for markup. */
export const hostileStory = [mill('one', '2031-10-11'), mill('two', '2031-10-12')];

export const told = [courier, ledger, gazette, radio, ...hostileStory];
