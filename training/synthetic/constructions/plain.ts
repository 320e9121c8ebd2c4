import { fragment } from '../style.ts';
import { items } from '../topics/topic.ts';
import { type Constructions, capital } from './construction.ts';

const NICKNAMES = items('The Hammer|Lucky|the Fox|Little Joe|the Professor|Iron Annie|the Wall|Doc|the Cat|Uncle Bob');
const TITLES =
  items(`A Winter in the Harbour|The Last Lamp|Songs for Nobody|Night Ferry|The Beekeeper’s Son|Ten Small Rooms|
  Against the Tide|Letters to Marta|The Salt Road|Blue Hour|A Short History of Rain|Not My Circus`);
const SLOGANS = items(
  'Clean Water Now|Hands Off Our School|No More Cuts|Ready for Anything|Your Town, Your Voice|Safe Home|Fresh Every Day',
);
const SCARE_NOUNS = items(
  'solution|bins|zone|houses|policy|figures|measures|parking spaces|model|shares|guards|forests|office|peace',
);
const SCARE = items('smart|clean|temporary|green|free|historic|independent|volunteer|emergency|premium|friendly|model');

/** Paragraphs in which nobody is quoted, with much that looks as if somebody were. */
export const PLAIN: Constructions = {
  'facts only'(s) {
    return Array.from({ length: s.random.between(1, 4) }, () => s.fact()).join(' ');
  },
  nickname(s) {
    const { first, last, man } = s.random.pick(s.cast);
    const name = fragment(s.marks, s.random.pick(NICKNAMES));
    return s.random.pick([
      `${first} ${name} ${last} was born in ${s.fill('$place2')} in ${s.fill('$born')}. ${s.fact()}`,
      `Friends call ${man ? 'him' : 'her'} ${name}. ${s.fact()}`,
      `${s.fact()} ${first} ${last}, nicknamed ${name}, retired ${s.fill('$n')} years ago.`,
    ]);
  },
  'title of a work'(s) {
    const title = fragment(s.marks, s.random.pick(TITLES));
    return s.random.pick([
      `The film ${title} opens in cinemas on ${s.fill('$day')}. ${s.fact()}`,
      `${s.fact()} The band played ${title} as the last song of the evening.`,
      `Her novel ${title} sold ${s.fill('$nn')},000 copies in ${s.fill('$country')}.`,
      `The exhibition ${title} runs until ${s.fill('$month')}. Admission is free for children.`,
    ]);
  },
  'slogan or sign'(s) {
    const slogan = fragment(s.marks, s.random.pick(SLOGANS));
    return s.random.pick([
      `The campaign runs under the slogan ${slogan}. ${s.fact()}`,
      `${s.fact()} The project, ${slogan}, has cost ${s.fill('$money')} so far.`,
      `The company sells its water under the brand ${slogan}. ${s.fact()}`,
    ]);
  },
  'scare quotes'(s) {
    const what = `${fragment(s.marks, s.random.pick(SCARE))} ${s.random.pick(SCARE_NOUNS)}`;
    return s.random.pick([
      `The ${what} came at a price. ${s.fact()}`,
      `${s.fact()} Little remains of the ${what} in front of the town hall.`,
      `Behind the ${what} stands a company from ${s.fill('$place2')}. ${s.fact()}`,
      `Not everybody has heard of the ${what}. ${s.fact()}`,
    ]);
  },
  'by a measure'(s) {
    return (
      s.random.pick([
        'The children lined up according to height. ',
        'Everything went according to plan. ',
        'Points are awarded according to the rules of the game. ',
        'The boxes were sorted according to size and colour. ',
        'Rents rise according to the price of oil. ',
        'The prize money is shared out according to rank. ',
        `Tickets cost ${s.fill('$n')} euros per person and ${s.fill('$money')} per season. `,
      ]) + s.fact()
    );
  },
  'told, read and called of things'(s) {
    return `${s.fact()} ${s.random.pick([
      'The film tells the story of two sisters.',
      'It was hard to tell the twins apart.',
      'He read two newspapers every morning.',
      'A taxi was called at midnight.',
      'The match was called off because of rain.',
      'The clock on the tower read ten past four.',
      'The road is called Mill Lane.',
      'Applications close at noon and are considered in order of arrival.',
      'The tickets went on sale, and the queue reached the bridge.',
      'She was a woman of few words.',
      'The letters of the sign are two metres high.',
    ])}`;
  },
  'arrests and dates'(s) {
    const [a] = s.random.sample(s.cast, 1);
    return `${s.random.pick([
      `${a!.first} ${a!.last}, ${a!.age}, of ${s.fill('$place')}, was arrested on ${s.fill('$day')}.`,
      `${capital(s.fill('$n'))} men were taken into custody.`,
      `${a!.first} ${a!.last} joined ${s.fill('$firm')} in ${s.fill('$year')} and left ${s.fill('$n')} years later.`,
      `${a!.first} ${a!.last} is married and has ${s.fill('$n')} children.`,
    ])} ${s.fact()}`;
  },
  'times and figures'(s) {
    const { random } = s;
    return s.random.pick([
      `${s.fact()}\n\nOpening hours: ${random.between(8, 10)} a.m. to ${random.between(4, 8)} p.m.`,
      `Result: ${s.fill('$club')} ${random.between(0, 5)}, ${s.fill('$club2')} ${random.between(0, 4)}.\n\n${s.fact()}`,
      `Where: Town hall, ${s.fill('$place')}\n\nWhen: ${s.fill('$day')}, ${random.between(5, 8)}.30 p.m.\n\nTickets: ${s.fill('$money')}`,
      `${s.fill('$place').toUpperCase()} – ${s.fact()} ${s.fact()}`,
    ]);
  },
};
