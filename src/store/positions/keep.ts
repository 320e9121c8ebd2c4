import type { Selectable } from 'kysely';
import type { Attribution, Span, Stance, StanceFound, StanceLabel } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { markPosition } from './changed.ts';
import type { PositionTable } from './schema.ts';
import type { RecordedStance } from './stance-types.ts';

const insert = prepared((v: Omit<PositionTable, 'held'>) =>
  build.insertInto('position').values({
    attribution_id: v.attribution_id,
    stance: v.stance,
    about_start: v.about_start,
    about_end: v.about_end,
    condition_start: v.condition_start,
    condition_end: v.condition_end,
    condition_status: v.condition_status,
    negative: v.negative,
    modality: v.modality,
    hedged: v.hedged,
    time: v.time,
    confidence: v.confidence,
    evidence: v.evidence,
  }),
);
const found = prepared((v: { id: number }) =>
  build.selectFrom('position').selectAll().where('attribution_id', '=', v.id),
);
const said = prepared((v: { id: number }) =>
  build
    .selectFrom('position_said')
    .select(['stance', 'condition_start', 'condition_end'])
    .where('attribution_id', '=', v.id),
);

/** Keeps what was found of the stance of an attribution, by its row; without a stance there is nothing to keep. */
export function keepPosition(connection: Connection, id: number, attribution: Attribution): void {
  const { stance, about, condition } = attribution;
  if (stance === undefined) return;
  connection.run(insert, {
    attribution_id: id,
    stance,
    about_start: about?.[0] ?? null,
    about_end: about?.[1] ?? null,
    condition_start: condition?.[0] ?? null,
    condition_end: condition?.[1] ?? null,
    condition_status: attribution.conditionStatus ?? null,
    negative: Number(attribution.polarity === 'negative'),
    modality: attribution.modality ?? null,
    hedged: Number(attribution.hedged ?? false),
    time: attribution.time ?? null,
    confidence: attribution.stanceConfidence ?? 1,
    evidence: JSON.stringify((attribution.evidence ?? []).map(({ label, span }) => [label, ...span])),
  });
  markPosition(connection, id);
}

const spanFrom = (start: number | null, end: number | null): Span | null =>
  start === null || end === null ? null : [start, end];

const toFound = (row: Selectable<PositionTable>): StanceFound => ({
  stance: row.stance,
  about: spanFrom(row.about_start, row.about_end),
  condition: spanFrom(row.condition_start, row.condition_end),
  conditionStatus: row.condition_status,
  polarity: row.negative === 1 ? 'negative' : 'positive',
  modality: row.modality,
  hedged: row.hedged === 1,
  time: row.time,
  stanceConfidence: row.confidence,
  evidence: (JSON.parse(row.evidence) as [StanceLabel, number, number][]).map(([label, start, end]) => ({
    label,
    span: [start, end],
  })),
});

/** What was found of an attribution's stance (by its row), whatever was corrected since; null where nothing was kept. */
export function readFoundPosition(connection: Connection, id: number): StanceFound | null {
  const row = connection.first(found, { id });
  return row ? toFound(row) : null;
}

const NOTHING: RecordedStance = {
  stance: null,
  about: null,
  condition: null,
  conditionStatus: null,
  polarity: null,
  modality: null,
  hedged: null,
  time: null,
  stanceConfidence: null,
  evidence: [],
};

const TAKES_NO_SIDE: ReadonlySet<Stance> = new Set(['states', 'denies']);

/** The stance of an attribution (by its row) as corrections have it. */
export function readStance(connection: Connection, id: number): RecordedStance {
  const before = readFoundPosition(connection, id);
  if (!before) return NOTHING;
  const by = connection.first(said, { id });
  if (!by) return before;
  const condition = spanFrom(by.condition_start, by.condition_end);
  const same = condition?.[0] === before.condition?.[0] && condition?.[1] === before.condition?.[1];
  return {
    ...before,
    stance: by.stance,
    about: TAKES_NO_SIDE.has(by.stance) ? null : before.about,
    condition,
    conditionStatus: condition && (same ? before.conditionStatus : 'in force'),
    stanceConfidence: null,
    evidence: before.evidence.filter(({ label }) => label !== 'stance' && (label !== 'condition' || same)),
  };
}
