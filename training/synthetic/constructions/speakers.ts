import { afterSpoken, spoken } from '../style.ts';
import { items } from '../topics/topic.ts';
import { RECIPIENTS, saidThat, spoke } from '../verbs.ts';
import { after, agree, before, type Constructions, capital, first } from './construction.ts';

/** Appositives, roles, nameless speakers; several speakers in a paragraph; statements within statements. */
export const SPEAKERS: Constructions = {
  'said that'(s) {
    const who = s.speaker();
    return s.say(`${first(who)} {${saidThat(s.random, who)}} <${s.that()}>.`);
  },
  'said, without that'(s) {
    const who = s.speaker();
    const cue = s.random.pick(['said', 'said', 'says', 'added', 'believes', 'claimed', 'said']);
    const agreed = cue === 'says' ? agree(who, 'says', 'say') : cue === 'believes' ? 'said' : cue;
    return s.say(`${first(who)} {${agreed}}${agreed === 'said' ? s.when(0.4) : ''} <${s.claim()}>.`);
  },
  'told somebody that'(s) {
    const who = s.speaker();
    const to = s.random.pick([...RECIPIENTS, s.outlet()]);
    return s.say(
      `${first(who)} {${s.random.pick(['told', 'told', 'has told', 'later told']).replace('has', agree(who, 'has', 'have'))}} ${to}${s.when(0.2)} <${s.that()}>.`,
    );
  },
  'content first'(s) {
    const who = s.speaker();
    const cue = s.random.pick([
      'said',
      'said',
      agree(who, 'says', 'say'),
      'added',
      'explained',
      'told reporters',
      'claimed',
    ]);
    const told = cue === 'told reporters' ? '{told} reporters' : `{${cue}}`;
    if (s.random.chance(0.35) && who.after !== who.pronoun && cue === 'said')
      return s.say(`<${capital(s.claim())}>, {said} ${after(who)}.`);
    return s.say(`<${capital(s.claim())}>, ${before(who)} ${told}${s.when(0.25)}.`);
  },
  'source inside the content'(s) {
    const who = s.speaker();
    const start = s.random.pick(
      items(
        'In the end|At the time|By then|For the moment|Since $month|After all|Contrary to earlier reports|In many cases|Only later',
      ),
    );
    return s.say(
      `<${s.fill(start)}>, ${before(who)} {${s.random.pick(['said', agree(who, 'says', 'say'), 'explained'])}}, <${s.claim()}>.`,
    );
  },
  'two speakers against each other'(s) {
    const [a, b] = [s.person(), s.group()];
    const joint = s.random.pick([', but ', ', while ', '; ', ', whereas ']);
    return `${s.say(`${first(a)} {${saidThat(s.random, a)}} <that ${s.tell(s.topic.claims)}>`)}${joint}${s.say(`${before(b)} {${saidThat(s.random, b)}} <that ${s.tell(s.topic.claims)}>`)}.`;
  },
  'three speakers, a sentence each'(s) {
    return Array.from({ length: 3 }, () => {
      const who = s.speaker();
      if (s.random.chance(0.5)) return s.say(`${first(who)} {${saidThat(s.random, who)}} <${s.that()}>.`);
      return s.say(
        `<${spoken(s.marks, s.speech(2))}>${afterSpoken(s.marks)} ${before(who)} {${spoke(s.random, who)}}.`,
      );
    }).join(' ');
  },
  'two statements of one speaker'(s) {
    const who = s.speaker();
    const marked = s.say(`${first(who)} {${saidThat(s.random, who)}} <that ${s.tell(s.topic.claims)}>`);
    const more = s.random.pick([' and {added} ', ' but {admitted} ', ' and {warned} ', ' but {denied} ']);
    return s.andSay(marked, `${more}<that ${s.tell(s.topic.claims)}>.`);
  },
  'said that … had told'(s) {
    const who = s.speaker();
    const inner = s.random.chance(0.5) ? s.body() : s.person();
    const object = s.random.pick(['her', 'him', 'them', 'the family', 'the board', 'the committee']);
    const nested = s.say(
      `[${inner.again}] {${s.random.pick(['had told', 'had assured', 'had informed', 'told', 'has told'])}} ${object} <that ${s.tell(s.topic.claims)}>`,
    );
    return s.say(
      `${first(who)} {${s.random.pick(['said', 'recalled', 'testified', 'added', 'claimed'])}} <that ${nested}>.`,
    );
  },
  'said he believed'(s) {
    const who = s.person();
    const verb = s.random.pick(['believed', 'thought', 'hoped', 'was convinced', 'had been told', 'knew', 'feared']);
    const mode =
      verb === 'had been told' ? 'says' : verb === 'hoped' ? 'wants' : verb === 'feared' ? 'feels' : 'thinks';
    const nested = s.mark(
      mode,
      verb === 'had been told'
        ? `${who.pronoun} {had been told} <that ${s.tell(s.topic.claims)}>`
        : `[${who.pronoun}] {${verb}} <that ${s.tell(s.topic.claims)}>`,
    );
    return s.say(
      `${first(who)} {${s.random.pick(['said', 'told the court', 'added'])}} <${s.random.chance(0.4) ? 'that ' : ''}${nested}>.`.replace(
        '{told the court}',
        '{told} the court',
      ),
    );
  },
  'X, who said …'(s) {
    const who = s.random.pick(s.cast);
    const name = who.known ? who.last : `${who.first} ${who.last}`;
    who.known = true;
    const lead = s.random.pick(
      items('Among them was|With her came|At the door stood|Then there was|Next to speak was'),
    );
    return s.say(
      `${lead} ${name}, [who] {${s.random.pick(['said', 'claimed', 'told reporters', 'complained', 'believes']).replace('told reporters', 'said').replace('believes', 'said')}} <${s.that()}>.`,
    );
  },
  'participle: saying'(s) {
    const who = s.speaker();
    const acted = s.random.pick(
      items(
        'left the room|resigned|stopped the work|cancelled the meeting|changed the plan|sent a letter|turned down the offer',
      ),
    );
    return s.say(
      `${first(who)} ${acted}, {${s.random.pick(['saying', 'arguing', 'claiming', 'citing fears', 'insisting', 'warning'])}} <${s.that()}>.`,
    );
  },
  'role in front of the name'(s) {
    const { first: given, last, post } = s.random.pick(s.cast);
    const office = s.random.pick([
      `${s.fill('$place')} ${post}`,
      post,
      `former ${post}`,
      `${s.fill('$firm')} spokesperson`,
      `deputy ${post}`,
    ]);
    return s.say(
      `${s.random.chance(0.5) ? `<${spoken(s.marks, s.speech())}>${afterSpoken(s.marks)} {said} [${office} ${given} ${last}]` : `[${capital(office)} ${given} ${last}] {said} <${s.that()}>`}.`,
    );
  },
  nameless(s) {
    const who = s.random.chance(0.5) ? s.nameless() : s.group();
    return s.say(`<${spoken(s.marks, s.speech())}>${afterSpoken(s.marks)} {said} ${after(who)}.`);
  },
};
