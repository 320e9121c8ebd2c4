import { items } from '../topics/topic.ts';
import { agree, type Constructions, capital, first } from './construction.ts';

const JUDGES = items(
  'the court|a judge|the appeal court|the jury|the tribunal|the supreme court|a court in $place|the magistrate',
);
const VOTERS = items(
  'the council|parliament|the board|the members|shareholders|the committee|the senate|the assembly|delegates',
);
const PENALTIES = items(
  '$n years in prison|$n months’ probation|a fine of $money|life imprisonment|$nn hours of community service',
);

/** Denials, refusals, open questions, thoughts, wishes, feelings and decisions. */
export const ACTS: Constructions = {
  denied(s) {
    const who = s.speaker();
    const cue = s.random
      .pick(['denied', 'denies', 'has denied', 'rejected', 'strongly denied', 'flatly denied', 'denied'])
      .replace(/denies/, agree(who, 'denies', 'deny'))
      .replace(/has/, agree(who, 'has', 'have'));
    const content = s.random.pick([
      `${s.that()}`,
      s.deed(),
      `${s.random.pick(['the allegations', 'any wrongdoing', 'the charges', 'the report'])}`,
    ]);
    return s.say(`${first(who)} {${cue}} <${cue === 'rejected' ? s.thing() : content}>.`);
  },
  'did not say whether'(s) {
    const who = s.speaker();
    const cue = s.random.pick([
      'did not say',
      'would not say',
      'could not say',
      'has not said',
      'did not reveal',
      'did not explain',
      'will not say',
      'never said',
      'didn’t say',
      'wouldn’t say',
      'could not confirm',
    ]);
    return s.say(`${first(who)} {${cue.replace('has', agree(who, 'has', 'have'))}} <${s.question()}>.`);
  },
  'never said that'(s) {
    const who = s.speaker();
    const cue = s.random.pick([
      'did not say',
      'never said',
      'did not claim',
      'has never claimed',
      'did not suggest',
      'never promised',
      'did not mention',
    ]);
    return s.say(`${first(who)} {${cue.replace('has', agree(who, 'has', 'have'))}} <${s.that()}>.`);
  },
  'refused to comment'(s) {
    const who = s.speaker();
    if (s.random.chance(0.3))
      return s.say(
        `${first(who)} {${s.random.pick(['did not respond to', 'did not answer', 'did not reply to', 'ignored'])}} <${s.random.pick(['questions about', 'requests for comment on'])} ${s.thing()}>.`,
      );
    const cue = s.random
      .pick(['refused', 'declined', 'refuses', 'has refused', 'declined'])
      .replace('refuses', agree(who, 'refuses', 'refuse'))
      .replace('has', agree(who, 'has', 'have'));
    return s.say(
      `${first(who)} {${cue}} <to ${s.random.pick(['comment on', 'discuss', 'answer questions about', 'speak about', 'apologise for'])} ${s.thing()}>.`,
    );
  },
  'asked whether'(s) {
    const who = s.speaker();
    const other = s.random.pick(s.cast).last;
    if (s.random.chance(0.35))
      return `${s.say(`{Asked} <${s.question()}>`)}, ${s.say(`[${other}] {said} <${s.that()}>`)}.`;
    const cue = s.random.pick(['asked', 'wanted to know', 'wondered', 'asked again', agree(who, 'asks', 'ask')]);
    return s.say(`${first(who)} {${cue}} <${s.question()}>.`);
  },
  'it is not known'(s) {
    return s.random.chance(0.5)
      ? `${s.random.pick(['It was not clear', 'It is not known', 'Nobody knew', 'It remained unclear'])} ${s.question()}. ${s.fact()}`
      : s.mark(
          'thinks',
          `${first(s.group())} {${s.random.pick(['do not know', 'did not know', 'have no idea', 'are unsure'])}} <${s.question()}>.`,
        );
  },
  thinks(s) {
    const who = s.speaker();
    const cue = s.random.pick(
      items('believed|thought|assumed|expected|was convinced|doubted|suspected|knew|realised|was sure|was certain'),
    );
    const now = s.random.chance(0.4)
      ? agree(
          who,
          s.random.pick(items('believes|thinks|expects|doubts|suspects|assumes|is convinced')),
          s.random.pick(items('believe|think|expect|doubt|suspect|are convinced')),
        )
      : cue.replace('was', agree(who, 'was', 'were'));
    return s.mark('thinks', `${first(who)} {${now}} <${s.that()}>.`);
  },
  'does not think'(s) {
    const who = s.speaker();
    const cue = s.random.pick([
      `${agree(who, 'does', 'do')} not believe`,
      'did not think',
      'did not believe',
      'never thought',
      `${agree(who, 'does', 'do')} not expect`,
      'could not imagine',
    ]);
    return s.mark('thinks', `${first(who)} {${cue}} <${s.that()}>.`);
  },
  wants(s) {
    const who = s.speaker();
    const cue = s.random.pick(
      items('wanted|hoped|planned|intended|decided|wished|hoped|was hoping|was planning|tried|aimed'),
    );
    const now = s.random.chance(0.5)
      ? agree(
          who,
          s.random.pick(items('wants|hopes|plans|intends|aims|is planning|would like')),
          s.random.pick(items('want|hope|plan|intend|aim|are planning|would like')),
        )
      : cue.replace('was', agree(who, 'was', 'were'));
    if (s.random.chance(0.2))
      return s.mark('wants', `${first(who)} {${agree(who, 'wants', 'want')}} <${s.target(who.before)} to ${s.act()}>.`);
    return s.mark(now === 'decided' ? 'decides' : 'wants', `${first(who)} {${now}} <to ${s.act()}>.`);
  },
  'does not want'(s) {
    const who = s.speaker();
    const cue = s.random.pick([
      `${agree(who, 'does', 'do')} not want`,
      'did not want',
      `${agree(who, 'has', 'have')} no plans`,
      'had no intention',
      'never wanted',
      'did not intend',
    ]);
    if (cue.endsWith('intention')) return s.mark('wants', `${first(who)} {had no intention of} <${s.deed()}>.`);
    return s.mark('wants', `${first(who)} {${cue}} <to ${s.act()}>.`);
  },
  feels(s) {
    const who = s.speaker();
    const be = s.random.chance(0.5) ? agree(who, 'is', 'are') : agree(who, 'was', 'were');
    if (s.random.chance(0.5)) {
      const feeling = s.random.pick(
        items('worried|afraid|angry|glad|relieved|disappointed|proud|surprised|concerned|confident|ashamed|pleased'),
      );
      return s.mark('feels', `${first(who)} {${be} ${feeling}} <${s.that()}>.`);
    }
    const cue = s.random.pick([
      `${be} angry about`,
      `${be} worried about`,
      `${be} proud of`,
      'feared',
      'regretted',
      'supported',
      'opposed',
      'welcomed',
      `${be} tired of`,
      `${be} in favour of`,
      `${be} against`,
    ]);
    return s.mark('feels', `${first(who)} {${cue}} <${s.thing()}>.`);
  },
  'sentenced to'(s) {
    const source = s.fill(s.random.pick(JUDGES));
    const who = s.random.pick([s.random.pick(s.cast).last, s.target()]);
    const penalty = s.fill(s.random.pick(PENALTIES));
    if (s.random.chance(0.3))
      return s.mark('decides', `<${capital(who)}> {was sentenced} by [${source}] <to ${penalty}>.`);
    return s.mark('decides', `[${capital(source)}] {sentenced} <${who} to ${penalty}>.`);
  },
  ruled(s) {
    const source = capital(s.fill(s.random.pick(JUDGES)));
    const cue = s.random.pick(['ruled', 'has ruled', 'found', 'decided', 'held', 'ruled', 'ruled unanimously']);
    if (s.random.chance(0.3)) return s.mark('decides', `[${source}] {ordered} <${s.target()} to ${s.act()}>.`);
    return s.mark('decides', `[${source}] {${cue}} <${s.that()}>.`);
  },
  'voted to'(s) {
    const source = capital(s.random.pick(VOTERS));
    const cue = s.random.pick([
      'voted',
      'decided',
      'agreed',
      `voted ${s.random.between(5, 9)} to ${s.random.between(1, 4)}`,
      'has decided',
      'resolved',
      'voted unanimously',
    ]);
    const have = /members|shareholders|delegates/.test(source.toLowerCase()) ? cue.replace('has', 'have') : cue;
    return s.mark('decides', `[${source}] {${have}} <to ${s.act()}>.`);
  },
  'approved, banned'(s) {
    const source = capital(s.random.chance(0.5) ? s.random.pick(VOTERS) : s.body().before);
    const motion = `${s.random.pick(['the plan', 'the proposal', 'a motion', 'a request'])} to ${s.act()}`;
    const [verb, object] = s.random.pick([
      ['approved', motion],
      ['rejected', motion],
      ['banned', s.deed()],
      ['postponed', motion],
      ['ordered', `${s.target()} to ${s.act()}`],
    ] as const);
    return s.mark('decides', `[${source}] {${verb}} <${object}>.`);
  },
  'vowed to, threatened to'(s) {
    const who = s.speaker();
    const cue = s.random.pick(
      items('vowed|promised|threatened|offered|pledged|swore|agreed|has promised|refused|repeatedly promised'),
    );
    return s.mark(
      cue === 'refused' ? 'wants' : 'says',
      `${first(who)} {${cue.replace('has', agree(who, 'has', 'have'))}} <to ${s.act()}>.`,
    );
  },
  'accused of'(s) {
    const who = s.speaker();
    const cue = s.random.pick(['accused', 'has accused', agree(who, 'accuses', 'accuse'), 'repeatedly accused']);
    return s.say(
      `${first(who)} {${cue.replace('has', agree(who, 'has', 'have'))}} <${s.target(who.before)} of ${s.deed()}>.`,
    );
  },
  'blamed for, apologised for'(s) {
    const who = s.speaker();
    if (s.random.chance(0.4))
      return s.say(
        `${first(who)} {${s.random.pick(['apologised for', 'spoke of', 'talked about', 'complained about', 'warned of', 'warned against', 'confirmed', 'defended', 'mentioned'])}} <${s.thing()}>.`,
      );
    return s.say(`${first(who)} {blamed} <${s.target(who.before)} for ${s.thing()}>.`);
  },
};
