import type { Story } from '../story.ts';
import { items } from '../topics/topic.ts';
import { type Constructions, capital } from './construction.ts';

const PANEL = items('MODERATOR|PRESENTER|REPORTER|THE COURT|CHAIRMAN|HOST|QUESTION|INTERVIEWER|OPERATOR|THE WITNESS');
const SHORT = items(
  'Yes|No|That is right|I do not recall|Not that I know of|Please go on|Could you repeat that?|Correct|Thank you|Never',
);
const ASK = items('Do you know|Can you tell us|Have you found out|Did anyone ask|Could you explain|Does anybody know');

/** What is said in one turn: sentences without marks; the last full stop is not part of a content in the corpus. */
function turn(s: Story, most = 4): string {
  if (s.random.chance(0.15)) {
    const short = s.random.pick(SHORT);
    return short.endsWith('?') ? `<${short}>` : `<${short}>.`;
  }
  const ending = s.random.chance(0.12) ? '!>' : '>.';
  return `<${s.speech(most)}${ending}`;
}

const question = (s: Story): string =>
  s.random.chance(0.75)
    ? `<${s.random.pick(ASK)} ${s.question()}?>`
    : `<${s.sentence()}. ${s.random.pick(ASK)} ${s.question()}?>`;

/** Turns of two or more speakers; `line` writes one, given the label and what is said. */
function dialogue(
  s: Story,
  labels: readonly string[],
  line: (label: string, said: string) => string,
  alternate: boolean,
): string {
  const count = s.random.between(2, 5);
  const turns: string[] = [];
  for (let i = 0; i < count; i++) {
    const label = labels[i % labels.length]!;
    turns.push(s.say(line(label, alternate && i % 2 === 0 ? question(s) : turn(s))));
  }
  return turns.join('\n\n');
}

const surname = (s: Story, i: number): string => s.cast[i]!.last;
const fullName = (s: Story, i: number): string => `${s.cast[i]!.first} ${s.cast[i]!.last}`;
const colon = (label: string, said: string): string => `[${label}]{:} ${said}`;

/** Who speaks stands before a colon, with no verb. */
export const TRANSCRIPTS: Constructions = {
  'surnames in capitals': (s) =>
    dialogue(s, [surname(s, 0).toUpperCase(), surname(s, 1).toUpperCase()], colon, s.random.chance(0.5)),
  'full names': (s) =>
    dialogue(s, [fullName(s, 0), fullName(s, 1), ...(s.random.chance(0.3) ? [fullName(s, 2)] : [])], colon, true),
  'name, then surname': (s) => {
    const label = [fullName(s, 0), surname(s, 1)];
    return dialogue(s, s.random.chance(0.5) ? label : label.map((name) => name.toUpperCase()), colon, false);
  },
  'role and name': (s) => {
    const post = capital(s.cast[0]!.post);
    const label = s.random.pick([
      `${post} ${fullName(s, 0)}`,
      `${post.toUpperCase()} ${surname(s, 0).toUpperCase()}`,
      `${surname(s, 0).toUpperCase()} (${s.cast[0]!.post})`,
    ]);
    return dialogue(s, [s.random.pick(PANEL), label], colon, true);
  },
  'roles only': (s) => dialogue(s, s.random.sample(PANEL, 2), colon, true),
  'roles in small letters': (s) => {
    const labels = s.random.sample(
      items('Moderator|Presenter|Judge|Lawyer|Caller|Question|Reporter|Dispatcher|Witness|Chair|Editor'),
      2,
    );
    return dialogue(s, labels, colon, true);
  },
  timestamps(s) {
    let minute = s.random.between(0, 40);
    const clock = s.random.pick(['10:', '00:', '21:', '7:']);
    const wrap = s.random.pick([
      (t: string) => `⟦${t}⟧ `,
      (t: string) => `${t} – `,
      (t: string) => `(${t}) `,
      (t: string) => `${t} `,
    ]);
    const labels = [
      s.random.pick([surname(s, 0), fullName(s, 0).toUpperCase(), 'Dispatcher']),
      s.random.pick([surname(s, 1), 'Caller']),
    ];
    const stamped = (label: string, said: string) => {
      minute += s.random.between(1, 4);
      return `${wrap(`${clock}${String(minute).padStart(2, '0')}`)}${colon(label, said)}`;
    };
    return dialogue(s, labels, stamped, s.random.chance(0.5));
  },
  'Q: and A:': (s) => dialogue(s, ['Q', 'A'], colon, true),
  // The full stop after a single letter is part of its token, which leaves no token for a cue.
  'Q. and A.': (s) => dialogue(s, ['Q.', 'A.'], (label, said) => `[${label}] ${said}`, true),
  'question and name': (s) =>
    dialogue(s, [s.random.pick(['Question', 'Q', 'Our reporter', 'Interviewer']), surname(s, 0)], colon, true),
  'a turn of several paragraphs'(s) {
    const label = s.random.pick([surname(s, 0).toUpperCase(), fullName(s, 0)]);
    const parts = Array.from({ length: s.random.between(2, 3) }, () => turn(s, 3));
    const asked = s.random.chance(0.6) ? `${s.say(colon(s.random.pick(PANEL), question(s)))}\n\n` : '';
    return asked + s.say(colon(label, parts.join('\n\n')));
  },
  'introduced by a sentence'(s) {
    const intro = s.random.pick(
      items(`The following is an excerpt from the hearing.|Here is part of the conversation.|
      The transcript has been shortened for clarity.|This is how the interview went.|An excerpt from the radio traffic:`),
    );
    return `${intro}\n\n${dialogue(s, [surname(s, 0).toUpperCase(), surname(s, 1).toUpperCase()], colon, true)}`;
  },
};
