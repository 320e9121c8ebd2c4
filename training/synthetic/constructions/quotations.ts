import type { Random } from '../random.ts';
import { afterSpoken, endFragment, fragment, spoken } from '../style.ts';
import { items } from '../topics/topic.ts';
import { RECIPIENTS, saidThat, spoke } from '../verbs.ts';
import { after, agree, before, type Constructions, capital, first } from './construction.ts';

const SHORT = items(
  'No|Yes|Never|Not yet|Of course|Absolutely|I doubt it|No comment|Not at all|Good question|Maybe|Next question',
);
const LABELS =
  items(`a disgrace|deeply unfair|a very sad day|utterly reckless|completely unacceptable|a miracle|pure luck|
  a question of time|the last straw|beyond belief|a step forward|nonsense|shameful|a wake-up call|the best news in years|
  not good enough|a game of chance|long overdue|heartbreaking|absurd|a textbook case|worse than nothing|politically motivated|
  a matter of life and death|unprecedented|a slap in the face|the right thing|a costly mistake|grotesque|encouraging`);
const TONES =
  items(`was blunt|was unimpressed|did not mince words|was more cautious|had a simple answer|sounded relieved|
  was in no mood for compromise|had this advice|was equally clear|struck a different note`);
const OPENERS =
  items(`Look|Honestly|In the end|To be honest|At first|Believe me|If you ask me|This time|As far as I know|
  For years|Of course|Sooner or later|Frankly`);
const DISBELIEF =
  items(`Who would have thought that|Do you really believe that|Why does nobody say that|How can it be that|
  Is it true that|Did you know that|Are we supposed to accept that`);

/** An evaluation in a few words, as reporters quote them. */
export const label = (random: Random): string => random.pick(LABELS);

/** Spoken words with the speaker before, after and inside; fragments; marks of all kinds; marks left open. */
export const QUOTATIONS: Constructions = {
  'speaker after'(s) {
    const who = s.speaker();
    const cue = spoke(s.random, who);
    const turned = who.pronoun !== who.after && /^\S+$/.test(cue) && s.random.chance(0.6);
    const tail = turned ? `{${cue}} ${after(who)}` : `${before(who)} {${cue}}`;
    const more = s.random.chance(0.35) ? `. <${spoken(s.marks, s.speech(2), '.')}>` : `${turned ? '' : s.when()}.`;
    return s.say(`<${spoken(s.marks, s.speech())}>${afterSpoken(s.marks)} ${tail}${more}`);
  },
  'speaker before'(s) {
    const who = s.speaker();
    const cue = spoke(s.random, who);
    const words = spoken(s.marks, s.speech(), '.');
    return s.say(`${first(who)} ${s.random.chance(0.35) ? `{${cue}},` : `{${cue}:}`} <${words}>`);
  },
  'told somebody'(s) {
    const who = s.speaker();
    const to = s.random.pick([...RECIPIENTS, s.outlet(), s.outlet(), s.outlet()]);
    if (s.random.chance(0.4)) return s.say(`${first(who)} {told} ${to}: <${spoken(s.marks, s.speech(), '.')}>`);
    return s.say(`<${spoken(s.marks, s.speech())}>${afterSpoken(s.marks)} ${before(who)} {told} ${to}${s.when()}.`);
  },
  'speaker inside'(s) {
    const who = s.speaker();
    const start = spoken(s.marks, s.random.pick(OPENERS));
    const words = s.sentence();
    const rest = /^I\b/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
    const cue = agree(who, s.random.pick(['said', 'says', 'added']), s.random.pick(['said', 'say']));
    return s.say(`<${start}>${afterSpoken(s.marks)} ${before(who)} {${cue}}, <${spoken(s.marks, rest, '.')}>`);
  },
  'colon in a paragraph before'(s) {
    const who = s.speaker();
    const cue = s.random.pick(
      items('said afterwards|added|said in a statement|replied|explained|said on the radio|wrote later|continued'),
    );
    const mode = cue.startsWith('wrote') ? 'writes' : 'says';
    return s.mark(mode, `${first(who)} {${cue}:}\n\n<${spoken(s.marks, s.speech(), '.')}>`);
  },
  'tone and colon'(s) {
    const who = s.person();
    return `${s.fact()} ${s.say(`${first(who)} {${s.random.pick(TONES)}:} <${spoken(s.marks, s.speech(2), '.')}>`)}`;
  },
  'fragments in indirect speech'(s) {
    const who = s.speaker();
    const cue = s.random.pick(['said', 'said', 'argued', 'insisted', 'warned', 'told reporters']);
    const start = `${s.random.chance(0.3) ? 'that ' : ''}${s.thing()} ${s.random.pick(['was', 'had been', 'could become', 'remained'])} `;
    const middle = s.random.chance(0.5) ? `${fragment(s.marks, label(s.random))} and ` : '';
    const told = cue === 'told reporters' ? '{told} reporters' : `{${cue}}`;
    return s.say(`${first(who)} ${told} ${endFragment(s.marks, start + middle, label(s.random))}`);
  },
  'fragment first'(s) {
    const who = s.speaker();
    const what = `${capital(s.thing())} is ${fragment(s.marks, label(s.random))}`;
    return s.say(`<${what}>, ${before(who)} {${s.random.pick(['said', 'argued', 'added'])}}.`);
  },
  'called it'(s) {
    const who = s.speaker();
    const verb = s.random.pick(
      items('called|described|dismissed|denounced|praised|criticised|has called|later described|branded|labelled'),
    );
    const as = /called|branded|labelled/.test(verb) ? '' : 'as ';
    const have = verb.startsWith('has') && who.plural ? verb.replace('has', 'have') : verb;
    return s.say(`${first(who)} {${have}} ${endFragment(s.marks, `${s.thing()} ${as}`, label(s.random))}`);
  },
  'indirect, then direct'(s) {
    const who = s.speaker();
    const indirect = s.say(`${first(who)} {${saidThat(s.random, who)}} <${s.that()}>`);
    const words = spoken(s.marks, s.speech(2), '.');
    const cue = s.random.pick(['and {added:}', 'and {added:}', ', {adding:}', 'and {said:}']);
    if (s.random.chance(0.5)) return s.andSay(indirect, `${cue.startsWith(',') ? '' : ' '}${cue} <${words}>`);
    const said = s.random.pick(['said', 'added', agree(who, 'says', 'say')]);
    return `${indirect}. ${s.say(`<${spoken(s.marks, s.speech(2))}>${afterSpoken(s.marks)} [${who.pronoun}] {${said}}.`)}`;
  },
  'short answer'(s) {
    const who = s.person();
    const words = s.random.pick(SHORT);
    if (s.random.chance(0.4))
      return s.say(`<${spoken(s.marks, words)}>${afterSpoken(s.marks)} ${before(who)} {said}${s.when(0.3)}.`);
    const asked = s.say(`{Asked} <${s.question()}>`);
    const cue = s.random.pick(['said:', 'replied:', 'answered:', 'said simply:']);
    return `${asked}, ${s.say(`${before(who)} {${cue}} <${spoken(s.marks, words, '.')}>`)}`;
  },
  'question or cry'(s) {
    const who = s.speaker();
    const mark = s.random.pick(['?', '?', '!'] as const);
    const words = mark === '?' ? `${s.random.pick(DISBELIEF)} ${s.claim()}` : s.sentence();
    const cue = s.random.pick(
      mark === '?' ? ['asked', 'said', 'wondered', 'asked'] : ['shouted', 'cried', 'said', 'exclaimed'],
    );
    return s.say(`<${spoken(s.marks, words, mark)}> ${before(who)} {${cue}}.`);
  },
  'ellipsis and brackets'(s) {
    const who = s.speaker();
    const note = s.fill(
      s.random.pick(items('⟦the company⟧|⟦the minister⟧|⟦in $place⟧|⟦sic⟧|⟦the night before⟧|⟦laughs⟧|(laughs)')),
    );
    const gap = s.random.pick([' … ', '... ', ' (…) ', ' ⟦…⟧ ', '. . . ']);
    const words = spoken(s.marks, `${s.sentence()} ${note}${gap}${s.sentence()}`);
    const tail = s.random.chance(0.5) ? '{said}' : `{told} ${s.outlet()}`;
    return s.say(`<${words}>${afterSpoken(s.marks)} ${before(who)} ${tail}${s.when()}.`);
  },
  'quotation within'(s) {
    const who = s.person();
    const { innerOpen, innerClose } = s.marks;
    const reported = s.random.pick(
      items('He just said:|They told us:|My mother always said:|Then a voice shouted:|She keeps asking:'),
    );
    const words = spoken(s.marks, `${reported} ${innerOpen}${s.sentence()}${innerClose}`);
    return s.say(`<${words}>${afterSpoken(s.marks)} ${before(who)} {${s.random.pick(['recalled', 'said', 'says'])}}.`);
  },
  'several paragraphs, closed once'(s) {
    const who = s.speaker();
    const { open, close } = s.marks;
    const count = s.random.between(2, 3);
    const parts = Array.from({ length: count }, (_, i) => `<${open}${s.speech()}.${i === count - 1 ? close : ''}>`);
    if (s.random.chance(0.5))
      return s.say(`${first(who)} {${s.random.pick(['said', 'continued', 'added', 'wrote'])}:} ${parts.join('\n\n')}`);
    const [start, ...rest] = [
      `<${spoken(s.marks, s.speech())}>${afterSpoken(s.marks)} ${before(who)} {said}.`,
      ...parts,
    ];
    return s.say([start, ...rest].join('\n\n'));
  },
  'never closed'(s) {
    const who = s.speaker();
    const { open } = s.marks;
    if (s.random.chance(0.5)) return s.say(`${first(who)} {said:} <${open}${s.speech(2)}.>`);
    return s.say(`<${open}${s.speech(2)},> ${before(who)} {said}${s.when()}.`);
  },
  'measures and apostrophes'(s) {
    const who = s.person();
    const size = `${s.random.between(4, 7)}'${s.random.between(1, 11)}"`;
    const wide = `${s.random.between(2, 19)}"`;
    const thing = s.random.pick(
      items(`The man was about ${size} tall|The hole was ${wide} across|The doorway measured ${size}|
      A ${wide} pipe had burst|The suspect is ${size} and of medium build|The boards were only ${wide} thick`),
    );
    const note = s.random.pick(
      items(
        "It was the summer of '98|The '90s were long gone|The players' bus was late|The victims' names were read out",
      ),
    );
    return `${thing}. ${note}. ${s.say(`<${spoken(s.marks, s.speech(2))}>${afterSpoken(s.marks)} ${before(who)} {said}.`)}`;
  },
};
