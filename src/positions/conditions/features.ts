import type { Token } from '../../text/index.ts';
import { plain } from '../lexicon/phrases.ts';
import type { Reading } from '../reading.ts';
import type { Composed } from '../stance/composed.ts';
import type { Feature } from '../stance/features.ts';
import type { Candidate } from './candidates.ts';
import type { Marker } from './markers.ts';

const PAST = /^(?:was|were|had|did)$/;
const WOULD = /^(?:would|will|'ll|'d|wo|could|can|might|may|should|must)$/;

/** Markers that are hardly ever anything else, those of time, and the rest by themselves. */
function groupOf(marker: Marker): string {
  if (/^(?:only|unless|as long as|provided|in exchange for|inverted|in case|except)/.test(marker)) return 'sure marker';
  return /^(?:once|when|until|while|before|after|as soon as)$/.test(marker) ? 'marker of time' : 'other marker';
}

/** The marker as a sign: words of one marker that differ in how often they mark a condition are told apart. */
function signOf(tokens: readonly Token[], { marker, words }: Candidate): string {
  const first = plain(tokens[words[0]]!.form);
  if (marker === 'inverted') return `inverted ${first}`;
  if (marker === 'when' && first === 'where') return 'where';
  if (marker === 'as soon as' && first === 'the') return 'the day';
  return marker === 'provided' && /^(?:assuming|given|subject)/.test(first) ? first.slice(0, 5) : marker;
}

/** Signs of a clause beside the content: it hangs on the cue where it stands right by it, and the cue is no plain report. */
function outside(reading: Reading, candidate: Candidate, { cue }: Composed, add: (name: string) => void): void {
  const { tokens } = reading.document;
  const { range } = candidate;
  const marker = signOf(tokens, candidate);
  const own = new Set([...reading.source, ...reading.cue, ...reading.content]);
  let before = range[0] - 1;
  while (before >= 0 && /^(?:[^\p{L}\p{N}]+|but|and|that)$/u.test(tokens[before]!.form)) before--;
  let after = range[1];
  while (after < tokens.length && /^[^\p{L}\p{N}]+$/u.test(tokens[after]!.form)) after++;
  const touches = own.has(before) ? 'behind' : own.has(after) ? 'before' : 'apart';
  const inner = tokens.slice(range[0], range[1]).length;
  let within = false;
  for (let i = range[0]; i < range[1]; i++) if (own.has(i)) within = true;
  for (const sign of [
    `touches=${touches}`,
    `cue modality=${cue.modality}`,
    `touches+modality=${touches},${cue.modality},${cue.time}`,
    `touches+mode=${touches},${reading.attributed.mode}`,
    `within=${within}`,
    `long=${inner > 12}`,
  ]) {
    add(`outside ${sign}`);
    add(`outside ${marker} ${sign}`);
  }
}

const SUBJECTS = /^(?:i|you|he|she|it|we|they|there|this|that|anyone|someone|nobody|everyone)$/;

/** The main clause beside a clause: the last and the first verb around it, with their modality. */
function mainBeside(tokens: readonly Token[], [first, end]: readonly [number, number], from: number, to: number) {
  let before = 'none';
  for (let i = first - 1; i >= Math.max(from, first - 12) && before === 'none'; i--) before = verbSign(tokens[i]!);
  let after = 'none';
  for (let i = end; i < Math.min(to, end + 8) && after === 'none'; i++) after = verbSign(tokens[i]!);
  return { before, after };
}

function verbSign({ form, pos }: Token): string {
  const word = plain(form);
  if (WOULD.test(word)) return /^(?:would|'d|could|might)$/.test(word) ? 'would' : 'will';
  if (pos === 'AUX') return PAST.test(word) ? 'was' : 'is';
  if (pos !== 'VERB') return 'none';
  return /ed$/.test(word) ? 'past' : /ing$/.test(word) ? 'ing' : 'verb';
}

/** What stands right beside a clause, and how it begins. */
function near(
  reading: Reading,
  candidate: Candidate,
  tense: string,
  composed: Composed,
  add: (name: string) => void,
): void {
  const { tokens } = reading.document;
  const { words, range, fronted } = candidate;
  const { before, after } = mainBeside(tokens, range, ...reading.around);
  const marker = signOf(tokens, candidate);
  const group = groupOf(candidate.marker);
  const subject = plain(tokens[words[1]]!.form);
  const who = SUBJECTS.test(subject) ? subject : tokens[words[1]]!.pos;
  const main = fronted ? after : before;
  const cue = composed.cue.verb === null ? 'none' : tokens[composed.cue.verb]!.lemma;
  for (const name of [marker, group]) {
    add(`${name},main=${main},${fronted}`);
    add(`${name},tense+main=${tense},${main}`);
    add(`${name},awaited=${composed.by.includes(words[0])}`);
    add(`${name},beside=${before},${after}`);
    add(`${name},who=${who}`);
    add(`${name},cue turned=${composed.cue.turns.length % 2},${composed.cue.modality}`);
    add(`${name},source first=${(reading.source[0] ?? 0) < words[0]}`);
  }
  add(`${marker},cue=${cue}`);
  add(`${marker},comma=${tokens[words[0] - 1]?.form === ','}`);
  add(`${marker},opens=${subject} ${tokens[words[1] + 1]?.lemma ?? ''}`);
}

/** The signs that tell a condition from a clause of time, manner or contrast. */
export function conditionFeatures(reading: Reading, candidate: Candidate, composed: Composed): Feature[] {
  const { tokens } = reading.document;
  const { words, range, fronted, inContent } = candidate;
  const marker = signOf(tokens, candidate);
  const found: Feature[] = [];
  const add = (name: string, at: number | null = null) => found.push([name, at]);
  const clause = tokens.slice(words[1], range[1]);
  const forms = clause.map(({ form }) => plain(form));
  const first = clause[0]!;
  const verb = clause.find(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const tense = !verb
    ? 'none'
    : PAST.test(plain(verb.form)) || /ed$/.test(verb.form)
      ? 'past'
      : /ing$/.test(verb.form)
        ? 'ing'
        : 'present';
  const around = tokens.slice(reading.around[0], words[0]).concat(tokens.slice(range[1], reading.around[1]));
  const modal = around.some(({ form }) => WOULD.test(plain(form)));
  add('bias');
  for (const sign of [
    '',
    `,fronted=${fronted}`,
    `,in content=${inContent}`,
    `,tense=${tense}`,
    `,modal=${modal}`,
    `,tense+modal=${tense},${modal},${composed.content.time}`,
    `,composed=${composed.stance}`,
    `,turned=${composed.turns % 2}`,
    `,mode=${reading.attributed.mode}`,
    `,first=${first.lemma}`,
    `,first pos=${first.pos}`,
    `,before=${tokens[words[0] - 1]?.lemma ?? '^'}`,
    `,before pos=${tokens[words[0] - 1]?.pos ?? '^'}`,
    `,length=${clause.length < 3 ? 'few' : clause.length < 8 ? 'some' : 'many'}`,
    `,modality=${composed.content.modality}`,
  ]) {
    add(`${marker}${sign}`, words[0]);
  }
  add(
    `words=${tokens
      .slice(words[0], words[1])
      .map(({ form }) => plain(form))
      .join(' ')}`,
    words[0],
  );
  const group = groupOf(candidate.marker);
  for (const sign of [
    '',
    `,in content=${inContent}`,
    `,tense=${tense}`,
    `,composed=${composed.stance}`,
    `,modal=${modal}`,
  ]) {
    add(`${group}${sign}`, words[0]);
  }
  add(`tense+modal=${tense},${modal}`);
  add(`mode=${reading.attributed.mode}`);
  if (forms.some((form) => WOULD.test(form))) add(`${marker},modal inside`);
  if (tokens[reading.around[1] - 1]?.form === '?') add(`${marker},question`);
  add(`composed=${composed.stance}`);
  if (!inContent) outside(reading, candidate, composed, add);
  near(reading, candidate, tense, composed, add);
  add(`only=${plain(tokens[words[0] - 1]?.form ?? '') === 'only'}`);
  return found;
}
