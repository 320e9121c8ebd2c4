import type { Token } from '../../text/index.ts';
import { plain } from '../lexicon/phrases.ts';
import { ABILITY, CHANCE, DUTY, NEGATIONS, PREDICATES, WILL, words } from '../lexicon/predicates.ts';
import type { Reading } from '../reading.ts';
import { type Clause, readClause } from './clause.ts';
import type { Composed } from './composed.ts';

/** Groups of words that stand in like places, by word. */
export type Classes = ReadonlyMap<string, number>;

/** A sign of the stance, with the token that shows it; null where no single one does. */
export type Feature = readonly [name: string, at: number | null];

/** So many tokens of a content are looked at. */
const LONGEST = 45;
/** These open a content. */
const OPENING = 8;

class Features {
  readonly found: Feature[] = [];
  readonly #reading: Reading;
  readonly #composed: Composed;
  readonly #classes: Classes;

  constructor(reading: Reading, composed: Composed, classes: Classes) {
    this.#reading = reading;
    this.#composed = composed;
    this.#classes = classes;
  }

  #add(name: string, at: number | null = null): void {
    this.found.push([name, at]);
  }

  #lemma(index: number): string {
    return this.#reading.document.tokens[index]!.lemma;
  }

  #classOf(index: number): number {
    const token = this.#reading.document.tokens[index]!;
    return this.#classes.get(plain(token.form)) ?? this.#classes.get(token.lemma) ?? -1;
  }

  all(): Feature[] {
    this.#add('bias');
    this.#act();
    this.#cueWords();
    this.#composition();
    this.#contentWords();
    this.#shape();
    this.#laterClauses();
    this.#object();
    this.#together();
    this.#whoseAct();
    this.#modals();
    this.#negated();
    return this.found;
  }

  #act(): void {
    const { mode, type, source } = this.#reading.attributed;
    this.#add(`mode=${mode}`);
    this.#add(`type=${type}`);
    this.#add(`mode+type=${mode},${type}`);
    if (source.length === 0) this.#add('no source');
  }

  #cueWords(): void {
    const { cue, document, attributed } = this.#reading;
    const words = cue.map((i) => this.#lemma(i));
    this.#add(`cue=${words.join(' ').slice(0, 60)}`, cue[0] ?? null);
    cue.forEach((i, k) => {
      this.#add(`cue word=${words[k]}`, i);
      if (k > 0) this.#add(`cue pair=${words[k - 1]} ${words[k]}`, i);
      const group = this.#classOf(i);
      const open = /^(?:VERB|NOUN|ADJ|ADV)$/.test(document.tokens[i]!.pos);
      if (open && group >= 0) {
        this.#add(`cue class=${group}`, i);
        this.#add(`cue class+mode=${group},${attributed.mode}`, i);
      }
      const found = PREDICATES.at(document.tokens, i);
      if (found) {
        this.#add(`cue sense=${found.meaning}`, i);
        this.#add(`cue sense+mode=${found.meaning},${attributed.mode}`, i);
      }
    });
    const last = words.at(-1);
    if (last) this.#add(`cue ends=${last}`, cue.at(-1));
    if (cue.length === 0) this.#add('no cue');
  }

  #composition(): void {
    const { cue, content, stance, by, turns } = this.#composed;
    const { mode } = this.#reading.attributed;
    const at = by[0] ?? null;
    this.#add(`composed=${stance}`, at);
    this.#add(`composed+mode=${stance},${mode}`, at);
    this.#add(`composed+subject=${stance},${content.subject}`, at);
    const phrase = content.predicateAt.map((i) => this.#lemma(i)).join(' ');
    if (phrase) {
      this.#add(`phrase=${phrase},${turns % 2}`, at);
      this.#add(`phrase sense=${content.predicate},${turns % 2},${content.subject},${content.verb === null}`, at);
    }
    this.#add(`cue chain=${cue.predicate},${cue.turns.length % 2},${mode}`, cue.predicateAt[0] ?? null);
    this.#add(`cue modality=${cue.modality},${mode},${cue.turns.length % 2}`, cue.modalAt);
    this.#add(`chain=${content.predicate},${content.turns.length % 2}`, content.predicateAt[0] ?? null);
    const { subject, modality, time } = content;
    this.#add(`subject=${subject}`);
    this.#add(`modality=${modality}`, content.modalAt);
    this.#add(`subject+modality=${subject},${modality},${turns % 2}`, content.modalAt);
    this.#add(`subject+modality+chain=${subject},${modality},${content.predicate},${turns % 2}`, content.modalAt);
    this.#add(`subject+time=${subject},${time},${turns % 2}`, content.timeAt);
    this.#verbOf(content, 'content');
    this.#verbOf(cue, 'cue');
  }

  #verbOf(clause: Clause, where: string): void {
    if (clause.verb === null) {
      this.#add(`${where} has no verb`);
      return;
    }
    const lemma = this.#lemma(clause.verb);
    const group = this.#classOf(clause.verb);
    this.#add(`${where} verb=${lemma}`, clause.verb);
    this.#add(`${where} verb class=${group},${clause.modality},${clause.turns.length % 2}`, clause.verb);
    this.#add(`${where} verb+subject=${lemma},${clause.subject},${clause.turns.length % 2}`, clause.verb);
  }

  #contentWords(): void {
    const { content, document } = this.#reading;
    let before = '^';
    for (const [k, i] of content.slice(0, LONGEST).entries()) {
      const { pos } = document.tokens[i]!;
      const lemma = pos === 'PROPN' ? 'Name' : pos === 'NUM' ? '0' : this.#lemma(i);
      this.#add(`word=${lemma}`, i);
      this.#add(`pair=${before} ${lemma}`, i);
      if (k < OPENING) this.#add(`opening=${lemma}`, i);
      if (k < 3) this.#add(`at ${k}=${lemma}`, i);
      const found = PREDICATES.at(document.tokens, i);
      if (found && found.meaning !== 'leads') {
        this.#add(`sense=${found.meaning}`, i);
        if (k < OPENING) this.#add(`early sense=${found.meaning},${this.#composed.content.subject}`, i);
      }
      const group = this.#classOf(i);
      if (group >= 0 && /^(?:VERB|ADJ)$/.test(pos)) this.#add(`class=${group}`, i);
      before = lemma;
    }
  }

  /** What the sentences after the content's first say of themselves. */
  #laterClauses(): void {
    const { content, document } = this.#reading;
    const { tokens } = document;
    let from = content.findIndex((i) => /^[.?!]$/.test(tokens[i]!.form)) + 1;
    for (let clauses = 0; from > 0 && from < content.length - 2 && clauses < 2; clauses++) {
      const rest = content.slice(from);
      const { predicate, modality, subject, turns, predicateAt, modalAt } = readClause(tokens, rest);
      this.#add(`later=${predicate},${turns.length % 2}`, predicateAt[0] ?? null);
      this.#add(`later=${subject},${modality},${turns.length % 2}`, modalAt);
      const end = rest.findIndex((i) => /^[.?!]$/.test(tokens[i]!.form)) + 1;
      from = end === 0 ? 0 : from + end;
    }
    for (const [k, i] of content.slice(0, LONGEST).entries()) {
      if (!/^(?:must|should|ought|need|have)$/.test(tokens[i]!.lemma)) continue;
      if (tokens[i]!.lemma === 'have' && plain(tokens[i + 1]?.form ?? '') !== 'to') continue;
      const before = tokens[content[k - 1] ?? i]!;
      this.#add(`duty of ${before.pos === 'PRON' ? before.lemma : before.pos}`, i);
    }
  }

  /** What a cue is said of ("criticised the plan", "dismissed the claim", "attacked Velt"): its first noun, under the cue. */
  #object(): void {
    const { cue, content, document, attributed } = this.#reading;
    const { tokens } = document;
    const sense = this.#composed.cue.predicate;
    const verb = this.#composed.cue.verb;
    const head = verb === null ? 'none' : this.#lemma(verb);
    const at = content.slice(0, OPENING).find((i) => /^(?:NOUN|PROPN|PRON|VERB|AUX)$/.test(tokens[i]!.pos));
    const first = content[0] === undefined ? '' : plain(tokens[content[0]]!.form);
    const opens = /^(?:to|that|whether|if|not|the|a|his|her|their|no)$/.test(first) ? first : attributed.type;
    this.#add(`head+opens=${head},${opens}`, verb);
    this.#add(`sense+opens=${sense},${opens},${attributed.mode}`, verb);
    if (at === undefined) return;
    const { pos, lemma } = tokens[at]!;
    const kind = pos === 'NOUN' ? kindOf(lemma) : pos;
    const group = pos === 'PROPN' ? 'Name' : this.#classOf(at);
    this.#add(`object=${kind},${attributed.type}`, at);
    this.#add(`sense+object=${sense},${kind}`, at);
    this.#add(`head+object=${head},${kind}`, at);
    this.#add(`sense+object group=${sense},${group}`, at);
    this.#add(`mode+object group=${attributed.mode},${group}`, at);
    for (const i of cue) {
      const of = this.#classOf(i);
      if (of >= 0 && /^(?:VERB|NOUN|ADJ)$/.test(tokens[i]!.pos)) this.#add(`cue class+object=${of},${kind}`, i);
    }
  }

  /** What cue and content say as one: "said … should", "asked … to". */
  #together(): void {
    const { cue, content, stance, turns } = this.#composed;
    const head = cue.verb === null ? 'none' : this.#lemma(cue.verb);
    const odd = turns % 2;
    const at = content.modalAt ?? content.predicateAt[0] ?? null;
    this.#add(`head+act=${head},${content.subject},${content.modality},${odd}`, at);
    this.#add(`head+chain=${head},${content.predicate},${odd}`, at);
    this.#add(`head+composed=${head},${stance}`, at);
    const { mode } = this.#reading.attributed;
    this.#add(`mode+act=${mode},${content.subject},${content.predicate},${content.modality},${odd}`, at);
  }

  /** Whether the content speaks of an act of the source's own, by its name or as a body ("the campaign will …"). */
  #whoseAct(): void {
    const { document, source, content } = this.#reading;
    const { verb, modalAt, predicate, modality, time, turns } = this.#composed.content;
    const nominal = (i: number) => /^(?:NOUN|PROPN|PRON)$/.test(document.tokens[i]!.pos);
    const names = new Set(source.filter(nominal).map((i) => this.#lemma(i)));
    const end = verb ?? modalAt ?? content[OPENING] ?? Infinity;
    const subject = content.filter((i) => i < end && nominal(i)).slice(0, 6);
    const lemmas = subject.map((i) => this.#lemma(i));
    const own = lemmas.some((lemma) => names.has(lemma) || /^(?:i|we|he|she|it|they)$/.test(lemma));
    const whose = own ? 'own' : lemmas.some((lemma) => BODIES.has(lemma)) ? 'body' : 'other';
    const odd = this.#composed.turns % 2;
    this.#add(`whose+modality=${whose},${modality},${odd}`, modalAt);
    this.#add(`whose+time=${whose},${time},${turns.length % 2}`, verb);
    this.#add(`whose+chain=${whose},${predicate},${odd}`, verb);
  }

  /** Every "will", "must", "can" and "may", whose it is, and of what verb. */
  #modals(): void {
    const { content, document } = this.#reading;
    const { tokens } = document;
    for (const [k, i] of content.slice(0, LONGEST).entries()) {
      const modal = modalOf(tokens, i);
      if (!modal) continue;
      const before = k > 0 ? tokens[content[k - 1]!]! : null;
      const negated = NEGATIONS.has(plain(tokens[i + 1]?.form ?? ''));
      const who = before === null ? '^' : before.pos === 'PRON' ? before.lemma : before.pos;
      this.#add(`modal=${modal},${who},${negated}`, i);
      const verb = [i + 1, i + 2, i + 3].find((at) => tokens[at]?.pos === 'VERB');
      if (verb === undefined) continue;
      this.#add(`modal verb=${modal},${negated},${this.#lemma(verb)}`, verb);
      this.#add(`modal verb class=${modal},${negated},${this.#classOf(verb)}`, verb);
    }
  }

  /** What each negation stands behind, and what it negates. */
  #negated(): void {
    const { content, document } = this.#reading;
    const { tokens } = document;
    for (const [k, i] of content.slice(0, LONGEST).entries()) {
      if (!NEGATIONS.has(plain(tokens[i]!.form))) continue;
      const before = k > 0 ? this.#lemma(content[k - 1]!) : '^';
      const next = content.slice(k + 1, k + 4).find((j) => /^(?:VERB|NOUN|ADJ|PROPN)$/.test(tokens[j]!.pos));
      this.#add(`negated=${before},${next === undefined ? '$' : tokens[next]!.pos}`, i);
      this.#add(`negated early=${k < 6},${before},${next === undefined ? '' : this.#lemma(next)}`, i);
    }
  }

  #shape(): void {
    const { content, document, cue } = this.#reading;
    const { text } = document;
    const first = content[0];
    if (first === undefined) return;
    const forms = content.map((i) => document.tokens[i]!.form);
    const length = content.length;
    this.#add(`length=${length < 4 ? 'few' : length < 12 ? 'some' : length < 40 ? 'many' : 'very many'}`);
    if (forms.some((form) => form.includes('?'))) this.#add('question');
    if (forms.some((form) => form.includes('!'))) this.#add('exclamation');
    if (!content.some((i) => /^(?:VERB|AUX)$/.test(document.tokens[i]!.pos))) this.#add('no verb in content');
    if (/^["“‘']/.test(text.slice(document.tokens[first]!.start))) this.#add('begins quoted');
    const beginsWith = plain(forms[0]!);
    if (beginsWith === 'to') this.#add(`to do: mode ${this.#reading.attributed.mode}`, first);
    this.#add(`begins=${document.tokens[first]!.pos}`, first);
    if (cue.length > 0) this.#add(cue[0]! < first ? 'cue first' : 'cue last');
  }
}

/** Bodies that act for the source that speaks of them. */
const BODIES =
  words(`campaign company party government administration state agency team group member committee office department
 organization union firm president`);

function modalOf(tokens: readonly Token[], at: number): string | null {
  const { form, lemma } = tokens[at]!;
  const word = plain(form);
  if (WILL.has(word)) return 'will';
  if (DUTY.has(lemma) || DUTY.has(word)) return 'duty';
  if (ABILITY.has(word)) return 'ability';
  if (CHANCE.has(word)) return 'chance';
  return lemma === 'go' && plain(tokens[at + 1]?.form ?? '') === 'to' ? 'going to' : null;
}

/** Nouns for what was alleged, for what may be done, and for what is asked or offered. */
const KINDS: readonly (readonly [kind: string, nouns: ReadonlySet<string>])[] = [
  [
    'claim',
    words(`claim allegation accusation charge suggestion notion idea report rumor rumour assertion insinuation speculation
     criticism concern question story characterization complaint contention narrative theory assumption fear`),
  ],
  [
    'plan',
    words(`plan proposal bill law legislation measure deal agreement treaty policy rule ruling decision order move ban reform
     amendment act action change tax tariff program programme project merger sanction talk negotiation offer bid system
     provision regulation strike sale closure cut increase vote referendum use effort attempt effort practice requirement`),
  ],
  [
    'request',
    words('request call demand appeal petition plea need inquiry investigation right return release end help support'),
  ],
];

const kindOf = (lemma: string): string => KINDS.find(([, nouns]) => nouns.has(lemma))?.[0] ?? 'noun';

/** The signs of an attribution's stance, by name; training and use read the very same. */
export function stanceFeatures(reading: Reading, composed: Composed, classes: Classes): Feature[] {
  return new Features(reading, composed, classes).all();
}
