import { afterSpoken, endFragment, spoken } from '../style.ts';
import { items } from '../topics/topic.ts';
import { after, before, type Constructions, capital, first } from './construction.ts';
import { label } from './quotations.ts';

const ADVICE =
  items(`stay indoors|keep their windows closed|leave their homes|avoid the area|wait outside|sign a second form|
  check on elderly neighbours|boil their water|come back the next day|keep quiet about it|use the back entrance|call a hotline`);

/** Cues in the passive: the one spoken of comes first, the speaker after “by”, or nowhere. */
export const PASSIVES: Constructions = {
  'was quoted as saying'(s) {
    const who = s.person();
    const verb = s.random.pick(
      items(
        'was quoted as saying|is quoted as saying|was cited as saying|was reported as saying|has been quoted as saying',
      ),
    );
    const by = s.random.chance(0.5) ? s.outlet() : '';
    if (s.random.chance(0.5)) {
      const words = `<${spoken(s.marks, s.speech(2))}>${afterSpoken(s.marks)}`;
      return s.say(`${words} ${before(who)} {${verb}}${by ? ` by ${by}` : ''}.`);
    }
    const inner = by ? `{${verb.replace(/ as saying$/, '')}} by ${by} {as saying}` : `{${verb}}`;
    return s.say(`${first(who)} ${inner} <${s.that()}>.`);
  },
  'outlet quoted X as saying'(s) {
    const quoted = s.named().again;
    return s.say(
      `[${capital(s.outlet())}] {${s.random.pick(['quoted', 'cited', 'quotes'])}} <${quoted} as saying ${s.that()}>.`,
    );
  },
  'was described by X as'(s) {
    const verb = s.random.pick(['described', 'dismissed', 'condemned', 'praised', 'hailed', 'criticised']);
    return s.say(
      `<${capital(s.thing())}> {was ${verb}} by ${after(s.named())} ${endFragment(s.marks, 'as ', label(s.random))}`,
    );
  },
  'were told by X that'(s) {
    const who = s.random.pick(
      items(
        'Parents|Residents|Passengers|Workers|Shareholders|Visitors|Jurors|Reporters|Pupils|Staff|The families|Customers',
      ),
    );
    return s.say(
      `${who} {were ${s.random.pick(['told', 'told', 'informed', 'warned', 'assured'])}} by ${after(s.named())} <${s.that()}>.`,
    );
  },
  'were told, no source'(s) {
    const who = s.random.pick(
      items('Parents|Residents|Passengers|Workers|Visitors|Reporters|Pupils|The families|Neighbours|Drivers'),
    );
    const [verb, content] = s.random.pick([
      ['were told', `${s.that()}`],
      ['have been told', `to ${s.random.pick(ADVICE)}`],
      ['were asked', `to ${s.random.pick(ADVICE)}`],
      ['were urged', `to ${s.random.pick(ADVICE)}`],
      ['were warned', `${s.that()}`],
      ['were ordered', `to ${s.random.pick(ADVICE)}`],
    ] as const);
    return s.say(`${who} {${verb}} <${content}>${s.when(0.3)}.`);
  },
  'it was announced by X that'(s) {
    const verb = s.random.pick(['announced', 'confirmed', 'claimed', 'suggested', 'reported', 'revealed', 'said']);
    if (s.random.chance(0.5)) return s.say(`It {was ${verb}} by ${after(s.named())} <${s.that()}>.`);
    return s.say(`It {${s.random.pick(['was', 'has been'])} ${verb}} <${s.that()}>.`);
  },
  'is said to'(s) {
    const who = capital(s.target());
    const [verb, mode] = s.random.pick([
      ['said', 'says'],
      ['reported', 'says'],
      ['alleged', 'says'],
      ['rumoured', 'says'],
      ['believed', 'thinks'],
      ['thought', 'thinks'],
      ['expected', 'thinks'],
      ['understood', 'thinks'],
    ] as const);
    const content =
      verb === 'expected'
        ? `to ${s.act()}`
        : s.random.pick([
            'to have gone into hiding',
            'to be looking for a way out',
            `to have admitted ${s.deed()}`,
            `to have been warned about ${s.thing()}`,
          ]);
    return s.mark(
      mode,
      `<${who}> {${s.plural(who) ? s.random.pick(['are', 'were']) : s.random.pick(['is', 'was'])} ${verb}} <${content}>.`,
    );
  },
  'was accused by X of'(s) {
    const who = capital(s.target());
    const be = s.plural(who) ? 'were' : 'was';
    if (s.random.chance(0.6)) return s.say(`<${who}> {${be} accused} by ${after(s.named())} <of ${s.deed()}>.`);
    return s.say(`<${who}> {${s.random.pick([be, s.plural(who) ? 'are' : 'is'])} accused of} <${s.deed()}>.`);
  },
  'was asked'(s) {
    const who = capital(s.random.pick(s.cast).last);
    if (s.random.chance(0.5)) return s.say(`${who} {was asked} by ${after(s.named())} <${s.question()}>.`);
    return s.say(`${who} {was asked} <${s.question()}>.`);
  },
  'thing was rejected by X'(s) {
    const [verb, mode] = s.random.pick([
      ['rejected', 'says'],
      ['welcomed', 'feels'],
      ['criticised', 'says'],
      ['opposed', 'feels'],
      ['approved', 'decides'],
      ['supported', 'feels'],
      ['denied', 'says'],
    ] as const);
    return s.mark(mode, `<${capital(s.thing())}> {was ${verb}} by ${after(s.named())}.`);
  },
  'no attribution: other passives'(s) {
    return `${s.random.pick([
      'The keys were taken by a neighbour.',
      'The house was bought by a family from the coast.',
      'Two chairs were broken by children.',
      'The parcel was sent by train.',
      'The team was beaten by the leaders.',
      'The road was blocked by a fallen tree.',
      'She was hired by the city in spring.',
      'The wall was painted by volunteers.',
    ])} ${s.fact()}`;
  },
};
