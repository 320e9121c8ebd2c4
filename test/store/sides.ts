import type { AnalyzedArticle, Span, Speaker, StanceFound } from '../../src/model.ts';
import { articleOf, attributionOf } from './synthetic.ts';
import { person } from './talks.ts';

export const MARRO = person('Ilan Marro', 'Tarnish foreign minister');
export const VESK = person('Oda Vesk', 'Osmaran foreign minister');

/** What was found of a stance, where a test says nothing else. */
const STATES: StanceFound = {
  stance: 'states',
  about: null,
  condition: null,
  conditionStatus: null,
  polarity: 'positive',
  modality: null,
  hedged: false,
  time: null,
  stanceConfidence: 0.8,
  evidence: [],
};

/** An article in which speakers say a sentence each; `condition` are words of it. */
export function report(
  id: string,
  said: readonly (readonly [speaker: Speaker, words: string, found?: Partial<StanceFound>, condition?: string])[],
  rest: Partial<AnalyzedArticle> = {},
): AnalyzedArticle {
  let text = '';
  const write = (words: string): Span => {
    text += words;
    return [text.length - words.length, text.length];
  };
  const attributions = said.map(([speaker, words, found, condition]) => {
    const source = write(speaker.name);
    write(' ');
    const cue = write('said');
    write(' ');
    const content = write(words);
    write('.\n');
    const at = content[0] + words.indexOf(condition ?? '');
    const span: Span | null = condition === undefined ? null : [at, at + condition.length];
    const status = span ? ({ condition: span, conditionStatus: 'in force' } as const) : {};
    const places = { source: [source], cue: [cue], content: [content], confidence: 0.95 };
    return attributionOf(text, { content: words }, speaker, { ...places, ...STATES, ...status, ...found });
  });
  return articleOf(id, text, { outlet: 'The Vesland Courier', published: '2031-05-04', attributions, ...rest });
}

/** Articles on talks about a bridge: a condition that changes, accounts that collide, and numbers of one thing. */
export const BRIDGE: readonly AnalyzedArticle[] = [
  report('may', [
    [
      MARRO,
      'that Tarn will open talks on the bridge if trucks pass freely',
      { stance: 'accepts' },
      'if trucks pass freely',
    ],
    [VESK, 'that Osmara has closed the Orra bridge to grain trucks'],
    [VESK, 'that Osmara will not open talks on the bridge', { stance: 'rejects', polarity: 'negative' }],
  ]),
  report(
    'june',
    [
      [MARRO, 'that Tarn will not open talks on the bridge', { stance: 'rejects', polarity: 'negative' }],
      [MARRO, 'that Osmara has not closed the Orra bridge to grain trucks'],
      [VESK, '=SUM that 212 trucks crossed the bridge during the talks'],
    ],
    { outlet: 'Radio Ardal', published: '2031-06-11', title: '=1+1', url: 'https://ardal.example/june' },
  ),
];
