import { items } from '../topics/topic.ts';
import { after, type Constructions, capital } from './construction.ts';

/** What becomes of a claim: the main verb, where its content ends. */
const FATES = items(`was rejected by two engineers|was met with silence|caused an outcry|surprised nobody|came too late|
  turned out to be wrong|was greeted with applause|has not been confirmed|drew laughter|was ignored|
  led to a long debate|could not be verified|divided the council|found little support|made headlines abroad|
  is being examined|did not convince the critics|remains unproven|was struck from the record`);
const THAT_NOUNS =
  items(`claim|suggestion|assertion|warning|allegation|insistence|admission|announcement|statement|argument|
  prediction|remark|complaint|accusation|assurance|confession|declaration|conclusion`);
const BELIEFS = items('belief|conviction|hope|fear|view|suspicion|impression|expectation');
const TO_NOUNS = items('promise|pledge|vow|threat|offer|refusal|commitment|invitation');
const PLANS = items('plan|decision|wish|attempt|intention|proposal');
const FOR_NOUNS = items('demand|call|appeal|request|plea');
const STARTS =
  items(`The meeting was overshadowed by|There was no comment on|The letter repeats|Much was made of|Many remember|
  Few took notice of|The papers were full of|The evening ended with|Nothing has come of|The council discussed|It began with`);

/** “his claim that …”: the cue is a noun, and the content stops before the main verb. */
export const NOMINAL: Constructions = {
  'his claim that, as subject'(s) {
    const { possessive } = s.person();
    const noun = s.random.pick(THAT_NOUNS);
    return s.say(`[${capital(possessive)}] {${noun}} <that ${s.tell(s.topic.claims)}> ${s.random.pick(FATES)}.`);
  },
  "X's claim that, as subject"(s) {
    const who = s.random.chance(0.6) ? `${s.random.pick(s.cast).last}’s` : `${capital(s.body().before)}’s`;
    const adjective = s.random.pick(['', '', 'repeated ', 'earlier ', 'surprising ', 'public ']);
    return s.say(
      `[${who}] {${adjective}${s.random.pick(THAT_NOUNS)}} <that ${s.tell(s.topic.claims)}> ${s.random.pick(FATES)}.`,
    );
  },
  'claim as object'(s) {
    const { possessive } = s.person();
    return `${s.random.pick(STARTS)} ${s.say(`[${possessive}] {${s.random.pick(THAT_NOUNS)}} <${s.that()}>`)}.`;
  },
  'belief that'(s) {
    const { possessive } = s.person();
    const noun = s.random.pick(BELIEFS);
    if (s.random.chance(0.5))
      return s.mark(
        'thinks',
        `[${capital(possessive)}] {${noun}} <that ${s.tell(s.topic.claims)}> ${s.random.pick(FATES)}.`,
      );
    return `${s.fact()} ${s.mark('thinks', `${s.random.pick(['There is', 'There was', 'There was also'])} ${/^[aeiou]/.test(noun) ? 'an' : 'a'} {${noun} among} ${after(s.group())} <that ${s.tell(s.topic.claims)}>`)}.`;
  },
  'promise to'(s) {
    const { possessive } = s.person();
    const noun = s.random.pick(TO_NOUNS);
    if (s.random.chance(0.6))
      return s.say(`[${capital(possessive)}] {${noun}} <to ${s.act()}> ${s.random.pick(FATES)}.`);
    return `${s.random.pick(STARTS)} ${s.say(`[${possessive}] {${noun}} <to ${s.act()}>`)}.`;
  },
  'plan to'(s) {
    const who = s.random.chance(0.5) ? s.person().possessive : `${s.random.pick(s.cast).last}’s`;
    return s.mark('wants', `[${capital(who)}] {${s.random.pick(PLANS)}} <to ${s.act()}> ${s.random.pick(FATES)}.`);
  },
  'warning from X that'(s) {
    const noun = s.random.pick(items('warning|complaint|report|statement|hint|remark|letter of complaint'));
    const joint = noun === 'report' ? 'by' : 'from';
    return s.say(`A {${noun}} ${joint} ${after(s.named())} <that ${s.tell(s.topic.claims)}> ${s.random.pick(FATES)}.`);
  },
  'warnings, in the plural'(s) {
    const noun = s.random.pick(items('warnings|claims|reports|fears|rumours|allegations'));
    const source = s.random.chance(0.6) ? ` from ${after(s.named())}` : '';
    const fate = s.random.pick(
      items(
        'came too late|were ignored|have not been confirmed|led to a long debate|drew laughter|were met with silence',
      ),
    );
    const mode = noun === 'fears' ? 'feels' : 'says';
    return s.mark(
      mode,
      `{${noun.charAt(0).toUpperCase()}${noun.slice(1)}}${source} <that ${s.tell(s.topic.claims)}> ${fate}.`,
    );
  },
  'demand by X for'(s) {
    const noun = s.random.pick(FOR_NOUNS);
    const verb = s.random.pick(FATES);
    return s.say(
      `${/^a/.test(noun) ? 'An' : 'A'} {${noun}} by ${after(s.named())} {for} <${s.thing()} to be discussed> ${verb}.`,
    );
  },
  'calls for'(s) {
    const goal = s.random.pick(
      items(
        'an independent inquiry|a public apology|more staff|stricter rules|a new vote|an end to the delays|compensation|the resignation of the board',
      ),
    );
    if (s.random.chance(0.5)) return s.say(`{Calls for} <${goal}> have grown louder since ${s.fill('$month')}.`);
    const { possessive } = s.person();
    return s.say(
      `[${capital(possessive)}] {${s.random.pick(['call for', 'demand for', 'appeal for', 'calls for'])}} <${goal}> ${s.random.pick(FATES)}.`,
    );
  },
  'suggestion that, no source'(s) {
    const noun = s.random.pick(['suggestion', 'allegation', 'claim', 'rumour', 'notion', 'accusation']);
    return s.say(`The {${noun}} <that ${s.tell(s.topic.claims)}> ${s.random.pick(FATES)}.`);
  },
  'criticism of'(s) {
    const who = s.random.chance(0.5) ? capital(s.person().possessive) : `${s.random.pick(s.cast).last}’s`;
    const noun = s.random.pick([
      'criticism of',
      'praise for',
      'description of',
      'support for',
      'opposition to',
      'account of',
    ]);
    const mode = /support|opposition/.test(noun) ? 'feels' : 'says';
    return s.mark(mode, `[${who}] {${noun}} <${s.thing()}> ${s.random.pick(FATES)}.`);
  },
  'no attribution: nouns of other things'(s) {
    return `${s.fact()} ${s.random.pick([
      'The promise of summer was in the air.',
      'Insurance claims are handled in the order of arrival.',
      'Demand for heating oil fell by a third.',
      'The call came at midnight.',
      'The warning lights were red.',
      'Reports lay piled up on the desk.',
      'The statement of accounts is printed on page nine.',
      'The threat of rain did not go away.',
    ])}`;
  },
};
