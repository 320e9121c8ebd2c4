import type { Story } from '../story.ts';
import { items } from '../topics/topic.ts';
import { agree, before, type Constructions, capital, first } from './construction.ts';

const COUNTS = ['', '', 'two', 'three', 'four'];
const GOALS =
  items(`a public apology|an independent inquiry|higher pay|shorter hours|safe working conditions|a seat at the table|
  the release of the files|compensation for the families|an end to night shifts|a written guarantee|free travel for pupils|
  a new director|an extra week of holiday|clean drinking water|better lighting|a ban on weekend deliveries|full access to the data|
  the return of the money|a freeze on rents|the resignation of the chairman|a date for the election`);

const enumerate = (parts: readonly string[], last = 'and'): string =>
  `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;

function goals(s: Story, count: number): string[] {
  return s.random.sample(GOALS, count);
}

function acts(s: Story, count: number): string[] {
  return Array.from({ length: count }, () => s.act());
}

/** Several things demanded, offered or promised at once. */
export const DEMANDS: Constructions = {
  'demand three things'(s) {
    const who = s.group();
    const count = s.random.between(2, 4);
    const verb = s.random.pick([
      'demanded',
      'asked for',
      'called for',
      'are demanding',
      'want',
      'insisted on',
      'demand',
    ]);
    const mode = verb === 'want' ? 'wants' : 'says';
    if (s.random.chance(0.4))
      return s.mark(
        mode,
        `${first(who)} {${verb}} <${COUNTS[count] || 'four'} things: ${enumerate(goals(s, count))}>.`,
      );
    return s.mark(mode, `${first(who)} {${verb}} <${enumerate(goals(s, count))}>.`);
  },
  'that … must: a, b and c'(s) {
    const who = s.speaker();
    const verb = s.random.pick(['demanded', 'urged', 'called on', 'asked', agree(who, 'demands', 'demand')]);
    const content = verb.startsWith('demand')
      ? `that ${s.target(who.before)} ${enumerate(acts(s, 3))}`
      : `${s.target(who.before)} to ${enumerate(acts(s, s.random.between(2, 3)))}`;
    return s.say(`${first(who)} {${verb}} <${content}>.`);
  },
  'among the demands are'(s) {
    const who = s.random.chance(0.6) ? capital(s.group().possessive) : 'The strikers’';
    const start = s.random.pick(['Among', 'Among']);
    if (s.random.chance(0.5))
      return s.say(
        `${start} the {demands} of ${before(s.group())} {are} <${enumerate(goals(s, s.random.between(2, 4)))}>.`,
      );
    return s.say(`[${who}] {demands include} <${enumerate(goals(s, s.random.between(2, 4)))}>.`);
  },
  'numbered paragraphs'(s) {
    const who = s.speaker();
    const intro = s.random
      .pick([`{made these demands:}`, `{listed the conditions:}`, `{set out what must happen:}`, `{is asking for:}`])
      .replace('is', who.plural ? 'are' : 'is');
    const sign = s.random.pick([
      (i: number) => `${i}. `,
      (i: number) => `${i}) `,
      (i: number) => `(${i}) `,
      () => '• ',
      () => '- ',
      () => '– ',
      () => '* ',
    ]);
    const end = s.random.chance(0.5) ? '.' : '';
    const lines = goals(s, s.random.between(2, 4)).map((goal, i) => `${sign(i + 1)}<${capital(goal)}>${end}`);
    return s.say([`${first(who)} ${intro}`, ...lines].join('\n\n'));
  },
  'numbered in a row'(s) {
    const who = s.speaker();
    const [a, b, c] = acts(s, 3);
    return s.say(
      `${first(who)} {${s.random.pick(['promised', 'offered', 'agreed', 'pledged', 'vowed'])}} <to (1) ${a}, (2) ${b} and (3) ${c}>.`,
    );
  },
  'first, second, finally'(s) {
    const who = s.speaker();
    const again = who.pronoun;
    const [a, b, c] = acts(s, 3);
    return [
      s.say(`${first(who)} {${s.random.pick(['urged', 'called on'])}} <${s.target(who.before)} to ${a}>.`),
      s.say(
        `${s.random.pick(['Second', 'Secondly', 'In addition', 'Next'])}, [${again}] {${s.random.pick(['asked', 'said', 'insisted'])}} <that they ${b}>.`,
      ),
      s.random.chance(0.6)
        ? s.say(`${s.random.pick(['Finally', 'Lastly', 'Above all'])}, [${again}] {wanted} <them to ${c}>.`)
        : s.fact(),
    ].join(' ');
  },
  'want …, … and …'(s) {
    const who = s.group();
    const [a, b, c] = acts(s, 3);
    const verb = s.random.pick(['want', 'hope', 'plan', 'intend', 'would like']);
    return s.mark('wants', `${first(who)} {${verb}} <to ${a}, ${b} and ${c}>.`);
  },
  'should: bullets after a colon'(s) {
    const sign = s.random.pick(['•', '–', '-']);
    const who = s.body();
    const lines = acts(s, s.random.between(2, 3)).map((act) => `${sign} <${capital(act)}>`);
    return s.say(
      [
        `${first(who)} {${s.random.pick(['recommends', 'advises people', 'gave this advice', 'recommended the following'])}:}`,
        ...lines,
      ].join('\n\n'),
    );
  },
  'list of facts, no attribution'(s) {
    const [one, two] = s.random.pick([
      ['1. ', '2. '],
      ['• ', '• '],
      ['- ', '- '],
    ] as const);
    return `${s.random.pick(['What is known so far:', 'The facts:', 'In brief:'])}\n\n${one}${s.fact()}\n\n${two}${s.fact()}`;
  },
};
