import type { Span, SpeakerKind, Stance } from '../../src/model.ts';
import type { CorrectionRequest, RecordStore } from '../../src/store/index.ts';

const NEW_NAMES = [
  'Oleha Danvar',
  'Marit Quist the Younger',
  'Harrow Council',
  'oleha danvar',
  'Łuka Brøgger',
  'envoys',
  'Oleksiy Danvarow',
  'Ivo Quist',
  'Quist',
];
const STANCES: Stance[] = ['accepts', 'rejects', 'states'];
const KINDS: SpeakerKind[] = ['person', 'organization', 'group', 'unnamed'];

/** A request that may make sense or not, about what the record holds now; the same for the same random numbers. */
export function randomRequest(record: RecordStore, random: () => number): CorrectionRequest {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const speakers = record.speakers({ limit: 500 }).items;
  const attributions = [...record.everyAttribution()];
  const attribution = (): string => pick(attributions).key;
  const speaker = (): string => pick(speakers).key;
  const corrections = record.corrections({ limit: 1 }).total;
  const splitOff = (of: string): Extract<CorrectionRequest, { action: 'split' }>['of'] => {
    const held = attributions.filter((each) => each.speaker?.key === of);
    const one = held.length > 0 ? pick(held) : pick(attributions);
    return pick([
      { attributions: [one.key] },
      { articles: [one.article.key] },
      { spelling: one.speaker?.name ?? 'nobody' },
    ]);
  };
  const moved = (): CorrectionRequest => {
    const { key, article, source, cue, content } = pick(attributions);
    const { length } = record.article(article.key)!.text;
    const shifted = (spans: readonly Span[]): Span[] =>
      spans.map(([start, end]) => [
        Math.max(0, start + Math.floor(random() * 13) - 6),
        Math.min(length, end + Math.floor(random() * 13) - 6),
      ]);
    const far = Math.floor(random() * length);
    const part = pick(['source', 'cue', 'content'] as const);
    const spans = { source, cue, content }[part];
    return { action: 'span', attribution: key, [part]: pick([shifted(spans), [[far, far + 20]], []]) };
  };
  const chance = random();
  if (chance < 0.08) return moved();
  if (chance < 0.12) return { action: 'accept', attribution: attribution() };
  if (chance < 0.2) return { action: 'merge', into: speaker(), from: speaker() };
  if (chance < 0.22) return { action: 'apart', speaker: speaker(), other: speaker() };
  if (chance < 0.4) {
    const of = speaker();
    return { action: 'split', speaker: of, name: pick(NEW_NAMES), of: splitOff(of) };
  }
  if (chance < 0.5) return { action: 'rename', speaker: speaker(), name: pick(NEW_NAMES) };
  if (chance < 0.55) return { action: 'kind', speaker: speaker(), kind: pick(KINDS) };
  if (chance < 0.65) return { action: 'not-a-statement', attribution: attribution() };
  if (chance < 0.8) {
    const to = pick([null, speaker(), { name: pick(NEW_NAMES), kind: pick(KINDS) }]);
    return { action: 'speaker', attribution: attribution(), to, role: random() < 0.5 ? 'envoy at large' : undefined };
  }
  if (chance < 0.83) {
    const one = attribution();
    const condition = pick([undefined, null, attributions.find(({ key }) => key === one)!.words.slice(-12)]);
    return { action: 'stance', attribution: one, stance: pick(STANCES), condition };
  }
  if (chance < 0.92) {
    const id = pick(['Q900000000001', 'Q900000000002', 'Q900000000003']);
    const item = pick([null, { id, label: pick(['Marit Quist', null]), description: 'envoy' }]);
    const evidence = { source: 'part.jsonl', confidence: 0.9, reasons: ['it is a human'], checkedAt: '2031-05-01' };
    return { action: 'wikidata', speaker: speaker(), item, evidence: random() < 0.6 ? evidence : undefined };
  }
  if (chance < 0.945)
    return { action: 'join', statement: pick(attributions).statement!, other: pick(attributions).statement! };
  if (chance < 0.96) {
    const statement = pick(
      attributions.filter((each, _, all) => all.some((o) => o !== each && o.statement === each.statement)),
    )?.statement;
    const held = attributions.filter((each) => each.statement === statement);
    return { action: 'part', statement: statement ?? 'none', occurrences: held.slice(1).map(({ key }) => key) };
  }
  return { action: 'undo', number: 1 + Math.floor(random() * Math.max(corrections, 1)) };
}

/** Makes so many corrections that make sense, at times and by people that differ. */
export function correctAtRandom(record: RecordStore, random: () => number, corrections: number): void {
  for (let made = 0, tries = 0; made < corrections; tries++) {
    if (tries > corrections * 20) throw new Error('nothing is left that could be corrected');
    const request = randomRequest(record, random);
    const at = new Date(Date.UTC(2031, 5, 1) + tries * 60_000).toISOString();
    try {
      record.correct(request, {
        by: tries % 2 ? 'M. Quist' : 'T. Okoro',
        at,
        note: tries % 3 ? undefined : `note ${tries}`,
      });
      made++;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Error') throw error;
    }
  }
}
