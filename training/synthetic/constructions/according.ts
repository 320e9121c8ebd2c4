import type { Mode } from '../../../src/model.ts';
import type { Story } from '../story.ts';
import { endFragment, fragment, spoken } from '../style.ts';
import { items } from '../topics/topic.ts';
import { after, agree, before, type Constructions, capital } from './construction.ts';
import { label } from './quotations.ts';

const LEADS = items(`Police were called to|The council rejected|The two sides met after|The meeting ended with|
  The week began with|The town woke up to|It was the result of|The club apologised for`);

/** Somebody, or a document, and the act that it is for each. */
function named(s: Story): [source: string, mode: Mode] {
  if (s.random.chance(0.3)) return [`[${s.document()}]`, 'shows'];
  return [after(s.named()), 'says'];
}

/** Sources named by “according to” and its kin. */
export const ACCORDING: Constructions = {
  'according to, at the end'(s) {
    const [source, mode] = named(s);
    return s.mark(mode, `<${capital(s.claim())}>, {according to} ${source}.`);
  },
  'according to, at the beginning'(s) {
    const [source, mode] = named(s);
    return s.mark(mode, `{According to} ${source}, <${s.claim()}>.`);
  },
  'according to, inside'(s) {
    const lead = capital(s.thing().replace(/^the /, 'the '));
    const verb = s.random.pick(
      items(
        'was known about for years|had been expected|came as a surprise|was being investigated|could last until $month|cost $money|was discussed in $month',
      ),
    );
    return s.mark('shows', `<${lead}>, {according to} [${s.document()}], <${s.fill(verb)}>.`);
  },
  'in the words of'(s) {
    const who = s.named();
    return s.say(
      `<${capital(s.thing())} was>, {in the words of} ${after(who)}, <${fragment(s.marks, label(s.random))}>.`,
    );
  },
  'in her words'(s) {
    const { possessive } = s.person();
    return s.say(
      `${s.random.pick(['It was', 'The result was', 'The night was', 'The decision was'])}, {in} [${possessive}] {words}, <${fragment(s.marks, label(s.random))}>.`,
    );
  },
  'in the view of'(s) {
    const who = s.group();
    const cue = s.random.pick(['In the view of', 'In the opinion of', 'In the eyes of']);
    return s.mark('thinks', `{${cue}} ${after(who)}, <${s.claim()}>.`);
  },
  'as X put it'(s) {
    const who = s.speaker();
    const joint = s.random.pick(['put it}, ', 'put it:} ', 'put it later}, ']);
    return s.say(`${s.random.pick(['As', 'Or, as'])} ${before(who)} {${joint}<${spoken(s.marks, s.speech(2), '.')}>`);
  },
  'what X called'(s) {
    const who = s.speaker();
    const verb = s.random.pick([
      'called',
      'described as',
      agree(who, 'calls', 'call'),
      agree(who, 'has called', 'have called'),
    ]);
    const called = s.say(`what ${before(who)} {${verb}} <${fragment(s.marks, label(s.random))}>`);
    return `${s.random.pick(LEADS)} ${called}. ${s.fact()}`;
  },
  'to quote X'(s) {
    const joint = s.random.pick([':', ',']);
    return s.say(`{To quote} ${after(s.named())}${joint} <${spoken(s.marks, s.sentence(), '.')}>`);
  },
  'so X says'(s) {
    const who = s.speaker();
    const cue = who.plural ? 'say' : s.random.pick(['says', 'claims']);
    const words = s.claim();
    return s.say(`<${capital(words)}>, ${s.random.chance(0.3) ? 'or so ' : ''}${before(who)} {${cue}}.`);
  },
  per(s) {
    const source = s.random.chance(0.5) ? s.outlet() : s.document();
    return s.say(`<${capital(s.claim())}>, {per} [${source}].`);
  },
  'for X it was'(s) {
    const evaluation = endFragment(s.marks, `${s.thing()} was `, label(s.random));
    return s.mark('feels', `{For} ${after(s.named())}, ${evaluation}`);
  },
};
