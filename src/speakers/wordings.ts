import type { TokenRange } from '../text/index.ts';
import type { Reading } from './reading.ts';

/** So many words may stand between the two halves of a wording: "asked that his name not be used". */
const WIDEST = 8;

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const ASKING = list(
  'ask asked asks asking request requested requests requesting insist insisted insists insisting demand demanded demanding ' +
    'want wanted wants wanting wish wished wishes wishing prefer preferred prefers preferring choose chose chosen choosing ' +
    'agree agreed agreeing like liked',
);
const REFUSING = list('decline declined declines declining refuse refused refuses refusing');
const GRANTED = list('grant granted granting given promise promised guaranteed receive received offered');
const TALKING = list(
  'speak speaks speaking spoke spoken talk talks talking talked comment comments commenting commented brief briefed briefing ' +
    'interviewed quoted respond responds responding responded answer answering answered',
);
const ALLOWED = list('authorized authorised allowed permitted cleared empowered');
/** What one is not allowed to do where one may not be named for it. */
const TELLING = list(
  'speak discuss comment talk brief disclose reveal describe share release divulge address detail confirm say announce give',
);
const NAMING = list('named identified quoted published used revealed disclosed printed recorded');
const NAMELESS = list('anonymous unnamed unidentified nameless');
const NAME = list('name names identity identities');
const WITHHELD = list('withheld concealed protected changed');

const NEGATION = /^(?:not|n't|never|cannot|unable|without)$/;

/** The words by which a wording is found; each wording is read from there back and on. */
const TRIGGERS: ReadonlySet<string> = new Set([
  ...list('anonymity anonymously unauthorized unauthorised authority authorization authorisation permission clearance'),
  ...list('background record'),
  ...NAMELESS,
  ...NAMING,
  ...NAME,
  ...ALLOWED,
]);

/** Finds the wordings by which English-language newspapers say why a source is not named. Linear in the number of tokens. */
export class Wordings {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Where the wording ends that begins or hangs at a token, with its beginning; null where none does. */
  at(i: number): TokenRange | null {
    if (!TRIGGERS.has(this.#word(i))) return null;
    return (
      this.#anonymity(i) ??
      this.#nameless(i) ??
      this.#notNamed(i) ??
      this.#nameWithheld(i) ??
      this.#notAllowed(i) ??
      this.#offRecord(i)
    );
  }

  #word(i: number): string {
    return this.#reading.folded[i] ?? '';
  }

  /** The nearest token from `i` on, or from `i` back, that a set holds, in the same sentence and not far away; -1 for none. */
  #near(i: number, step: 1 | -1, within: number, holds: (word: string) => boolean): number {
    const { sentenceOf } = this.#reading;
    for (let n = 0, at = i; n <= within && sentenceOf[at] !== undefined; n++, at += step) {
      if (sentenceOf[at] !== sentenceOf[i]) return -1;
      if (holds(this.#word(at))) return at;
    }
    return -1;
  }

  /** "on condition of anonymity", "requested anonymity", "was granted anonymity", "spoke anonymously". */
  #anonymity(i: number): TokenRange | null {
    const word = this.#word(i);
    if (word === 'anonymously') {
      const talk = this.#near(i - 1, -1, 3, (each) => TALKING.has(each));
      return talk < 0 ? null : [talk, i + 1];
    }
    if (word !== 'anonymity') return null;
    const condition = this.#near(i - 1, -1, 4, (each) =>
      /^(?:condition|conditions|promise|guarantee|grounds)$/.test(each),
    );
    if (condition >= 0) {
      const on = this.#near(condition - 1, -1, 2, (each) => /^(?:on|under|upon|with)$/.test(each));
      return on < 0 ? null : [on, i + 1];
    }
    const asked = this.#near(i - 1, -1, 3, (each) => ASKING.has(each) || GRANTED.has(each));
    return asked < 0 ? null : [asked, i + 1];
  }

  /** "asked to remain anonymous", "on condition that they stay unnamed". */
  #nameless(i: number): TokenRange | null {
    if (!NAMELESS.has(this.#word(i))) return null;
    const stay = this.#near(i - 1, -1, 1, (each) => /^(?:remain|stay|be|keep|kept|remaining|staying)$/.test(each));
    if (stay < 0) return null;
    const asked = this.#near(stay - 1, -1, WIDEST - 2, (each) => ASKING.has(each) || each === 'condition');
    if (asked < 0) return null;
    return [this.#word(asked) === 'condition' && this.#word(asked - 1) === 'on' ? asked - 1 : asked, i + 1];
  }

  /** "asked not to be named", "declined to be identified", "would not be quoted", "on condition that she not be named". */
  #notNamed(i: number): TokenRange | null {
    if (!NAMING.has(this.#word(i))) return null;
    // "not named to the board", "not named as a suspect", "not used to": somebody is not chosen, or something not done.
    if (/^(?:to|as|among|a|an|the|its)$/.test(this.#word(i + 1))) return null;
    const be = this.#near(i - 1, -1, 2, (each) => each === 'be' || each === 'being');
    if (be < 0 || (be < i - 1 && !/^(?:publicly|further|otherwise)$/.test(this.#word(i - 1)))) return null;
    const refused = this.#near(be - 1, -1, 1, (each) => REFUSING.has(each));
    if (refused >= 0) return [refused, i + 1];
    const not = this.#near(be - 1, -1, 6, (each) => NEGATION.test(each));
    if (not < 0) return null;
    return this.#asked(not, i + 1);
  }

  /** From the word that asks, before a denial or right behind it, to the end. "was not named" by itself is no reason. */
  #asked(not: number, end: number): TokenRange | null {
    const asked = this.#near(not - 1, -1, WIDEST, (each) => ASKING.has(each) || each === 'condition');
    if (asked >= 0)
      return [this.#word(asked) === 'condition' && this.#word(asked - 1) === 'on' ? asked - 1 : asked, end];
    const wanted = this.#near(not + 1, 1, 1, (each) => ASKING.has(each));
    if (wanted >= 0) return [not, end];
    const may = /^(?:could|can|would|must|may|should)$/.test(this.#word(not - 1));
    return may ? [not - 1, end] : this.#word(not) === 'cannot' || this.#word(not) === 'unable' ? [not, end] : null;
  }

  /** "whose name was withheld", "asked that his name not be used", "would not give her name". */
  #nameWithheld(i: number): TokenRange | null {
    if (!NAME.has(this.#word(i))) return null;
    const withheld = this.#near(i + 1, 1, 4, (each) => WITHHELD.has(each));
    const whose = /^(?:whose|his|her|their|its)$/.test(this.#word(i - 1));
    if (withheld >= 0 && whose)
      return this.#word(i - 1) === 'whose' ? [i - 1, withheld + 1] : this.#asked(i, withheld + 1);
    const used = this.#near(i + 1, 1, 4, (each) => NAMING.has(each) || each === 'public');
    const denied = this.#near(i + 1, 1, 3, (each) => NEGATION.test(each));
    if (whose && used >= 0 && denied >= 0 && denied < used) return this.#asked(denied, used + 1);
    const unwanted = this.#near(i - 1, -1, 3, (each) => NEGATION.test(each));
    if (whose && used >= 0 && unwanted >= 0) return this.#asked(unwanted, used + 1);
    const give = this.#near(i - 1, -1, 3, (each) =>
      /^(?:give|giving|reveal|disclose|provide|have|publish)$/.test(each),
    );
    if (give < 0 || !whose) return null;
    const refused = this.#near(give - 1, -1, 2, (each) => REFUSING.has(each));
    if (refused >= 0) return [refused, i + 1];
    const not = this.#near(give - 1, -1, 3, (each) => NEGATION.test(each));
    return not < 0 ? null : [not, used >= 0 && used < i + 3 ? used + 1 : i + 1];
  }

  /** "not authorised to speak publicly", "lacked authority to discuss it", "unauthorized to comment". */
  #notAllowed(i: number): TokenRange | null {
    const word = this.#word(i);
    const tells = (from: number): boolean =>
      this.#word(from) === 'to' && this.#near(from + 1, 1, 2, (each) => TELLING.has(each)) >= 0;
    if (/^unauthori[sz]ed$/.test(word)) return tells(i + 1) ? [i, i + 1] : null;
    if (/^(?:authority|authori[sz]ation|permission|clearance)$/.test(word)) {
      const lack = this.#near(i - 1, -1, 3, (each) => /^(?:lack|lacks|lacked|lacking|without|not|no)$/.test(each));
      return lack >= 0 && tells(i + 1) ? [lack, i + 1] : null;
    }
    if (!ALLOWED.has(word) || !tells(i + 1)) return null;
    const not = this.#near(i - 1, -1, 3, (each) => NEGATION.test(each));
    return not < 0 ? null : [not, i + 1];
  }

  /** "speaking on background", "talked off the record". */
  #offRecord(i: number): TokenRange | null {
    const word = this.#word(i);
    const background = word === 'background' && /^(?:on|deep)$/.test(this.#word(i - 1));
    const record = word === 'record' && this.#word(i - 1) === 'the' && this.#word(i - 2) === 'off';
    if (!background && !record) return null;
    const talk = this.#near(i - 1, -1, 4, (each) => TALKING.has(each));
    return talk < 0 ? null : [talk, i + 1];
  }
}
