import type { Story } from '../story.ts';
import { fragment } from '../style.ts';
import { items } from '../topics/topic.ts';
import { type Constructions, capital } from './construction.ts';
import { label } from './quotations.ts';

/** Headlines have single marks, and mostly no full stop; the corpus ends them with one. */
const stop = (s: Story): string => (s.random.chance(0.25) ? '.' : '');

const WHO =
  items(`Minister|Police|Mayor|Officials|Report|Study|Court|Experts|Union|Lawyer|Poll|Coach|Family|Witness|Prosecutor|
  Survey|Health chief|Government|Doctors|Residents|Analysts|Opposition|Watchdog|Judge|Scientists|Council leader|Victim’s mother`);

const SHOWS = /^(?:Report|Study|Poll|Survey)$/;
const PEOPLE = WHO.filter((who) => !SHOWS.test(who));

/** A short speaker as headlines name them. */
function who(s: Story, people = false): { text: string; plural: boolean; shows: boolean } {
  if (s.random.chance(0.35)) {
    const { first, last } = s.random.pick(s.cast);
    return { text: s.random.chance(0.6) ? last : `${first} ${last}`, plural: false, shows: false };
  }
  if (s.random.chance(0.15))
    return { text: s.fill(s.random.pick(['$country', '$firm', '$place mayor', '$club'])), plural: false, shows: false };
  const text = s.random.pick(people ? PEOPLE : WHO);
  const plural = /^(Police|Officials|Experts|Doctors|Residents|Analysts|Scientists)$/.test(text);
  return { text, plural, shows: SHOWS.test(text) };
}

/** Claims without what headlines leave out. */
function telegram(s: Story): string {
  const drop = s.random.chance(0.7);
  return s.tell(s.topic.claims).replace(/\b(?:the|a|an|had been|was|were) (?=\S)/g, (word) => (drop ? '' : word));
}

const shortQuote = (s: Story): string => (s.random.chance(0.5) ? s.sentence() : capital(label(s.random)));
const single = (s: Story, text: string): string =>
  s.marks.open === '"' || s.marks.open === "'"
    ? `'${text}'`
    : s.random.chance(0.7)
      ? `‘${text}’`
      : fragment(s.marks, text);

/** Headlines as outlets of many countries write them. */
export const HEADLINES: Constructions = {
  'X: Y'(s) {
    const source = who(s);
    const said = s.random.chance(0.4) ? single(s, shortQuote(s)) : capital(telegram(s));
    return s.mark(source.shows ? 'shows' : 'says', `[${source.text}]{:} <${said}>`) + stop(s);
  },
  'Y, says X'(s) {
    const source = who(s);
    const verbs = source.plural
      ? 'say|warn|insist'
      : source.shows
        ? 'says|finds|shows|suggests'
        : 'says|warns|insists|tells court';
    const verb = s.random.pick(items(verbs));
    const cue = verb === 'tells court' ? '{tells} court' : `{${verb}}`;
    const lower = WHO.includes(source.text) ? source.text.charAt(0).toLowerCase() + source.text.slice(1) : source.text;
    const order = s.random.chance(0.5) && verb !== 'tells court' ? `${cue} [${lower}]` : `[${lower}] ${cue}`;
    return s.mark(source.shows ? 'shows' : 'says', `<${capital(telegram(s))}>, ${order}`) + stop(s);
  },
  'quotation – X'(s) {
    const source = who(s, true);
    const dash = s.random.pick(['–', '—', '-']);
    return s.say(`<${single(s, shortQuote(s))}> {${dash}} [${source.text}]`) + stop(s);
  },
  'quotation, says X'(s) {
    const source = who(s, true);
    const verb = source.plural ? 'say' : s.random.pick(['says', 'says', 'warns', 'tells fans', 'vows']);
    const cue = verb === 'tells fans' ? '{tells} fans' : `{${verb}}`;
    return s.say(`<${single(s, shortQuote(s))}>, [${source.text}] ${cue}`) + stop(s);
  },
  'quotation: X on Y'(s) {
    const source = who(s, true);
    const about = s.thing();
    return s.say(`<${single(s, shortQuote(s))}>{:} [${source.text}] on ${about}`) + stop(s);
  },
  'X denies Y'(s) {
    const source = who(s, true);
    const base = s.random.pick(items('deny|reject|admit|dismiss|defend'));
    const verb = source.plural ? base : base.replace(/y$/, 'ie').replace(/(ss)$/, '$1e').concat('s');
    const object = s.random.chance(0.5) && /deny|admit/.test(base) ? s.deed() : s.thing().replace(/^the /, '');
    return s.say(`[${source.text}] {${verb}} <${object}>`) + stop(s);
  },
  'X vows to'(s) {
    const source = who(s, true);
    const [base, mode] = s.random.pick([
      ['vow', 'says'],
      ['promise', 'says'],
      ['threaten', 'says'],
      ['plan', 'wants'],
      ['refuse', 'wants'],
      ['hope', 'wants'],
      ['agree', 'says'],
    ] as const);
    return s.mark(mode, `[${source.text}] {${source.plural ? base : `${base}s`}} <to ${s.act()}>`) + stop(s);
  },
  'X calls for'(s) {
    const source = who(s, true);
    const cue = source.plural ? 'call for' : 'calls for';
    const object = s.random.pick(
      items(
        'calm|new inquiry|tougher rules|boycott|an end to delays|resignation of minister|more money|early vote|clear answers',
      ),
    );
    return (
      s.say(`[${source.text}] {${s.random.chance(0.6) ? cue : source.plural ? 'urge' : 'urges'}} <${object}>`) + stop(s)
    );
  },
  'court rules'(s) {
    const source = s.random.pick(
      items('Court|Appeals court|Judge|Top court|Tribunal|Jury|Parliament|Council|Regulator'),
    );
    return (
      s.mark(
        'decides',
        `[${source}] {${s.random.pick(['rules', 'rules', 'decides', 'finds'])}} <${s.random.chance(0.5) ? 'that ' : ''}${telegram(s)}>`,
      ) + stop(s)
    );
  },
  'accused of'(s) {
    const source = who(s, true);
    return (
      s.say(
        `[${source.text}] {${source.plural ? 'accuse' : 'accuses'}} <${s.target(source.text).replace(/^(?:the|a) /, '')} of ${s.deed()}>`,
      ) + stop(s)
    );
  },
  'in a line below'(s) {
    const source = who(s, true);
    const told = s.say(`<${single(s, shortQuote(s))}>, [${source.text}] {${source.plural ? 'say' : 'says'}}`);
    return `${capital(telegram(s))}${stop(s)}\n\n${told}${stop(s)}`;
  },
  'no statement'(s) {
    return s.random.pick([
      `${capital(telegram(s))}${stop(s)}`,
      `Live: ${capital(telegram(s))}`,
      `Analysis: What we know about ${s.thing()}`,
      `In pictures: ${capital(s.thing())}`,
      `Explained: Why ${s.thing()} matters`,
      `Timeline: ${capital(s.thing().replace(/^the /, ''))} since ${s.fill('$year')}`,
      `${capital(s.thing())}: a timeline`,
      `${s.fill('$club')} ${s.random.between(0, 4)}, ${s.fill('$club2')} ${s.random.between(0, 4)}`,
    ]);
  },
};
