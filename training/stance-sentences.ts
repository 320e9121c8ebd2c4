import type { Mode, Stance } from '../src/model.ts';
import { type MarkedSentence, readMarkedSentence } from './stance-marked.ts';

const list = (text: string): string[] => text.split('|').map((item) => item.trim());

/** Invented speakers, and what is talked about in any country, company, court or club. */
const SPEAKERS = list(
  `The minister|Velt|The union|President Orla Menk|Tarn’s foreign ministry|The company|A spokesman for the mayor|The club|She|He|The council|Dunmore United|The rebels|The chief executive|Brell’s prime minister|The board`,
);
const SELVES = list(
  `he|she|it|they|the government|his party|Tarn|the ministry|the company|the union|her country|Brell`,
);
const OTHERS = list(
  `the other side|Brell|the government|the court|parliament|the owners|the rebels|the bank|the council|the army|Karsk|the manager`,
);
const THINGS = list(
  `peace talks|the tariff deal|a ceasefire|the reform bill|the merger|new sanctions|the border agreement|the wage offer|the pipeline|joint patrols|an audit|higher fees|negotiations with Brell|the peace plan|the transfer|early elections|the truce|any compromise|foreign observers|the takeover`,
);
const ACTS = list(
  `hold talks with Tarn|sign the accord|lift the embargo|pay the fine|publish the report|release the prisoners|join the alliance|withdraw its troops|cut the budget|return to the table|raise wages|meet the delegation|open the border|take part in the vote|sell the players|negotiate|share the data|extend the contract|reopen the plant|stop the shelling`,
);
const GERUNDS = list(
  `holding talks with Tarn|signing the accord|lifting the embargo|paying the fine|publishing the report|releasing the prisoners|joining the alliance|cutting the budget|raising wages|meeting the delegation|opening the border|selling the plant`,
);
const FACTS = list(
  `taken bribes|shelled the town|hidden the report|met the envoy|planned a takeover|broken the agreement|paid the players|sold weapons to Brell|known of the leak|deleted the files`,
);
const CONDITIONS = list(
  `if the other side agrees|if Brell pays for the damage|if they were asked|unless the strikes stop|unless the court orders it|until the troops leave|until every prisoner is free|as long as the occupation lasts|so long as the law stands|while troops remain on its soil|while the shelling goes on|while Brell keeps the valley|provided that the money is returned|provided the figures are right|on condition that the mayor resigns|on the condition that observers are admitted|in exchange for security guarantees|in return for lower tariffs|only if parliament agrees|only after the release of the prisoners|only after the troops have left|only with a new government|only when the debt is paid|once the report is published|once a deal is signed|without a written guarantee|without the consent of its partners|before the hostages are freed|after the last convoy has gone|after the loan has been repaid|when the fighting stops|when all hostages are home|assuming the figures are right|assuming that the court agrees|as soon as the funds arrive|should the talks fail|should the council refuse|except if the court intervenes|in case the vote is lost|in the event that the bridge falls`,
);
const AFTERS = list(
  `after the election of a new council|only after the troops have left|after the return of the islands|only once the prisoners are free|only if the blockade ends|after all weapons have been handed over|only when the border is restored|only with another mediator|only with a new board`,
);
/** Clauses of time, manner and contrast, which are no conditions. */
const ADJUNCTS = list(
  `while visiting the capital|until last year|after a meeting in the capital|when he arrived on Monday|before the election in May|without delay|without naming anyone|until now|as long as two years ago|after the storm|when the market closed on Friday|until 2015|while prices rose|without hesitation|before noon|until recently|without a doubt|when the two met in Karsk|once again|if only briefly`,
);

interface Template {
  readonly stance: Stance;
  readonly mode: Mode;
  readonly text: string;
}

const templates = (stance: Stance, mode: Mode, text: string): Template[] =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ stance, mode, text: line.trim() }));

/**
 * S speaker, P the speaker's own side, O another, T a thing, A an act, G an act as a gerund, F a deed that is alleged,
 * C a condition or nothing, D a condition, E a condition that a beginning hangs on, J an adjunct or nothing.
 */
const TEMPLATES: readonly Template[] = [
  ...templates(
    'rejects',
    'says',
    `«$S» ‹said› [$P would not $A$C].
     «$S» ‹said› [that $P will not $A$D].
     «$S» ‹said› [$T were off the table$C].
     «$S» ‹said› [there would be no $T$C].
     [“We will not $A$C,”] ‹said› «$S».
     [“There is nothing to discuss about $T$C,”] «$S» ‹said›.
     «$S» ‹ruled out› [$T$C].
     «$S» ‹rejected› [$T].
     «$S» ‹said› [$P could never accept $T$C].
     «$S» ‹said› [$T would be unacceptable$C].
     «$S» ‹voiced› [strong opposition to $T$C].
     «$S» ‹underlined› [its stand against $T$C].
     «$S» ‹confirmed› [his resistance to $T$C].
     «$S» ‹restated› [her objections against any $T$C].
     «$S» ‹repeated› [his stance against any $T$D].
     «$S» ‹reiterated› [its clear position against $T$C].
     «$S» ‹said› [$P would not $A$D].
     [“I would not $A$D,”] «$S» ‹said›.
     [“There can be no talk of $T$D,”] ‹said› «$S».
     «$S» ‹ruled out› [any $T$D].
     «$S» ‹declined to› [$A].
     «$S» ‹said› [$P had no intention of $G$C].
     «$S» ‹said› [$P refused to accept $T$C].
     «$S» ‹condemned› [$T].
     «$S» ‹criticised› [$T].
     «$S» ‹vowed never to› [$A].
     «$S» ‹said› [$P was not ready to $A$C].
     «$S» ‹said› [$P did not support $T].
     «$S» ‹insisted› [that $P cannot $A$D].
`,
  ),
  ...templates(
    'rejects',
    'wants',
    `«$S» ‹refused to› [$A$C].
     «$S» ‹does not want to› [$A$C].
     «$S» ‹is unwilling to› [$A$C].`,
  ),
  ...templates(
    'rejects',
    'decides',
    `«$S» ‹issued› [an order banning $T].
     «$S» ‹banned› [$T$C].
     «$S» ‹voted against› [$T].`,
  ),
  ...templates('rejects', 'feels', '«$S» ‹opposes› [$T$C].\n«$S» ‹is against› [$T].'),
  ...templates(
    'accepts',
    'says',
    `«$S» ‹said› [$P was open to $T$C].
     «$S» ‹said› [$P was open to $T, but $E].
     «$S» ‹said› [$P would agree to $T$C].
     «$S» ‹said› [$P would not rule out $T$C].
     «$S» ‹said› [$P did not oppose $T$C].
     «$S» ‹did not rule out› [$T$C].
     «$S» ‹refused to› [rule out $T$C].
     «$S» ‹said› [$P was ready to $A$C].
     «$S» ‹said› [that $P would accept $T$C].
     «$S» ‹held› [that $T should only begin $E].
     «$S» ‹has said› [that $T must begin $E].
     «$S» ‹insists› [$T have to resume $E].
     «$S» ‹expressed› [its readiness for $T$C].
     «$S» ‹reaffirmed› [his support for $T$C].
     «$S» ‹said› [$P could live with $T$C].
     «$S» ‹thinks› [$T is acceptable $E].
     «$S» ‹said› [$T may go ahead $E].

     «$S» ‹said› [$T can begin $E].
     «$S» ‹said› [$T were possible $E].
     «$S» ‹said› [$T would be acceptable $E].
     «$S» ‹said› [$T could resume $E].
     «$S» ‹welcomed› [$T].
     «$S» ‹praised› [$T].
     «$S» ‹agreed to› [$A$C].
     [“We are ready to $A$C,”] ‹said› «$S».
     [“We have no objection to $T,”] ‹said› «$S».
     «$S» ‹refused to reject› [$T].
     «$S» ‹refused to rule out› [$T].
     «$S» ‹said› [$P had nothing against $T$C].
     «$S» ‹predicted› [that $O would consent to $T$D].
     «$S» ‹agreed› [to $A$C].
     «$S» ‹backed› [$O after the vote].`,
  ),
  ...templates('accepts', 'feels', '«$S» ‹supports› [$T$C].\n«$S» ‹backs› [$T].\n«$S» ‹is in favour of› [$T$C].'),
  ...templates(
    'accepts',
    'wants',
    '«$S» ‹refused to› [rule out $T$C].\n«$S» ‹would not› [rule out $T].\n«$S» ‹declined to› [rule out any $T].',
  ),
  ...templates('accepts', 'wants', '«$S» ‹is willing to› [$A$C].\n«$S» ‹is prepared to› [$A$C].'),
  ...templates('accepts', 'decides', '«$S» ‹approved› [$T].\n«$S» ‹ratified› [$T].\n«$S» ‹endorsed› [$T$C].'),
  ...templates(
    'demands',
    'says',
    `«$S» ‹said› [$O must $A].
     «$S» ‹said› [$O should $A].
     «$S» ‹demanded› [that $O $A].
     «$S» ‹called for› [$T].
     «$S» ‹repeated› [its call for $T].
     «$S» ‹called on› [$O to $A].
     «$S» ‹urged› [$O to $A$C].
     «$S» ‹insisted› [that $O had to $A].
     [“You must $A,”] ‹said› «$S».
     [“$O should $A$C,”] ‹said› «$S».
     [“Let us $A,”] ‹said› «$S».
     «$S» ‹said› [it was time to $A].
     «$S» ‹said› [$O needed to $A$C].
     «$S» ‹said› [$O must first $A].
     [“Do not $A,”] ‹said› «$S».
     «$S» ‹urged› [$O not to $A$C].
     «$S» ‹told› [$O to $A].
     «$S» ‹ordered› [$O to $A$C].
     «$S» ‹asked› [$O to $A].
     «$S» ‹asked for› [$T].
     «$S» ‹appealed for› [$T].
     «$S» ‹is demanding› [$T].
     «$S» ‹said› [$T was needed].
     [“We need $T,”] ‹said› «$S».`,
  ),
  ...templates(
    'offers',
    'says',
    `«$S» ‹said› [$P would $A$C].
     [“We will $A$C,”] ‹said› «$S».
     [“I will $A$C,”] ‹said› «$S».
     «$S» ‹pledged to› [$A$C].
     «$S» ‹offered to› [$A$C].
     «$S» ‹promised to› [$A$C].
     «$S» ‹proposed› [$T$C].
     «$S» ‹repeated› [its offer of $T$C].
     «$S» ‹said› [$P would $A$D].
     «$S» ‹vowed to› [$A].
     «$S» ‹will› [$A$C].
     «$S» ‹is offering› [$T].
     «$S» ‹threatened to› [$A$C].
     «$S» ‹promised› [that $P would $A$C].
     [“We are going to $A,”] «$S» ‹said›.
     [“If nothing changes, we are going to $A,”] ‹said› «$S».`,
  ),
  ...templates('offers', 'wants', '«$S» ‹plans to› [$A$C].\n«$S» ‹intends to› [$A].\n«$S» ‹wants to› [$A].'),
  ...templates(
    'denies',
    'says',
    `«$S» ‹denied› [that $P had $F].
     «$S» ‹denied› [having $F].
     «$S» ‹said› [$P had not $F].
     «$S» ‹said› [$P had never $F].
     «$S» ‹said› [there was no truth in the report].
     «$S» ‹said› [the claim was false].
     «$S» ‹dismissed› [the claim that $P had $F].
     «$S» ‹said› [$P had nothing to do with $T].
     [“We have never $F,”] ‹said› «$S».
     [“That is not true,”] ‹said› «$S».
     «$S» ‹rejected› [the accusation that $P had $F].
     «$S» ‹disputed› [that $O had $F].
     «$S» ‹said› [it was not the case that $P had $F].
     «$S» ‹said› [no condition had been set for $T].
     «$S» ‹pleaded not guilty to› [having $F].
     «$S» ‹has always denied› [having $F].
     «$S» ‹denies› [that $P had $F].
     «$S» ‹dismissed› [rumours that $O had $F].
     «$S» ‹insisted› [that $P had not $F].
     [“I have not $F,”] «$S» ‹insisted›.
     «$S» ‹called› [the story a lie].`,
  ),
  ...templates(
    'states',
    'says',
    `«$S» ‹said› [$T had been discussed on Monday$J].
     «$S» ‹said› [$T had begun$J].
     «$S» ‹did not say› [whether $P would $A].
     «$S» ‹would not say› [if $O would $A].
     «$S» ‹asked› [whether $O would $A].
     «$S» ‹asked› [if $O had $F].
     «$S» ‹refused to deny› [that $P had $F].
     «$S» ‹declined to say› [if $P would $A].
     «$S» ‹said› [$P did not know whether $O would $A].
     «$S» ‹said› [$O had $F$J].
     «$S» ‹said› [the town would flood$D].
     «$S» ‹said› [that, {if the river rises}, the town will flood].
     «$S» ‹said› [prices will fall$D].
     [“{If $O agrees}, it will be a good year,”] ‹said› «$S».
     «$S» ‹accused› [$O of having $F$J].
     «$S» ‹said› [$T would be hard to predict].
     «$S» ‹said› [$T took place$J].
     «$S» ‹regretted› [that $O had $F].
     [“Will $O $A?”] ‹asked› «$S».
     «$S» ‹testified› [that $O had $F$J].
     «$S» ‹admitted› [that $P had $F].
     «$S» ‹blamed› [$O for the losses].
     «$S» ‹warned› [of a shortage$J].
     «$S» ‹confirmed› [that $O had $F].
     «$S» ‹criticised› [$O for having $F].
     «$S» ‹fears› [that $O will $A].
     «$S» ‹said› [$P had been happy with $T$J].`,
  ),
  ...templates(
    'states',
    'thinks',
    '«$S» ‹believes› [$O will $A$C].\n«$S» ‹expects› [$T to fail$C].\n«$S» ‹doubts› [that $O will $A].',
  ),
  ...templates(
    'states',
    'shows',
    '«The report» ‹showed› [that $T had failed$J].\n«The poll» ‹found› [that voters expect $T$J].',
  ),
];

/** Numbers that look thrown, the same in every run (a linear congruential generator). */
class Dice {
  #state = 20_161;

  pick<T>(from: readonly T[]): T {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[(this.#state >>> 8) % from.length]!;
  }
}

function fill(template: string, dice: Dice): string {
  const condition = () => ` {${dice.pick(CONDITIONS)}}`;
  return template.replaceAll(/\$([A-Z])/g, (_, slot: string) => {
    switch (slot) {
      case 'S':
        return dice.pick(SPEAKERS);
      case 'P':
        return dice.pick(SELVES);
      case 'O':
        return dice.pick(OTHERS);
      case 'T':
        return dice.pick(THINGS);
      case 'A':
        return dice.pick(ACTS);
      case 'G':
        return dice.pick(GERUNDS);
      case 'F':
        return dice.pick(FACTS);
      case 'D':
        return condition();
      case 'E':
        return `{${dice.pick(AFTERS)}}`;
      case 'J':
        return dice.pick([true, true, false]) ? ` ${dice.pick(ADJUNCTS)}` : '';
      default: {
        const what = dice.pick(['condition', 'nothing', 'adjunct']);
        if (what === 'nothing') return '';
        return what === 'condition' ? condition() : ` ${dice.pick(ADJUNCTS)}`;
      }
    }
  });
}

/** Sentences of our own about invented people that show constructions which the corpus hardly has, always the same ones. */
export function ownSentences(each: number): MarkedSentence[] {
  const dice = new Dice();
  return TEMPLATES.flatMap(({ stance, mode, text }) =>
    Array.from({ length: each }, () => readMarkedSentence(fill(text, dice), stance, mode)),
  );
}
