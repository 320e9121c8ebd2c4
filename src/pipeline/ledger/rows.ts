import type { Span } from '../../model.ts';
import { csvCells } from '../../store/index.ts';
import type { LedgerPosition } from './types.ts';

const spansText = (spans: readonly Span[]): string => spans.map((span) => span.join('-')).join(' ');
const spanText = (span: Span | null): string => (span ? spansText([span]) : '');

const COLUMNS: readonly (readonly [name: string, value: (position: LedgerPosition) => unknown])[] = [
  ['said_on', ({ attribution }) => attribution.saidOn],
  ['published', ({ attribution }) => attribution.article.published],
  ['speaker', ({ attribution }) => attribution.speaker?.name],
  ['role', ({ attribution }) => attribution.speaker?.role],
  ['speaker_key', ({ attribution }) => attribution.speaker?.key],
  ['stance', ({ attribution }) => attribution.stance],
  ['about', ({ attribution }) => attribution.aboutWords],
  ['condition', ({ attribution }) => attribution.conditionWords],
  ['condition_status', ({ attribution }) => attribution.conditionStatus],
  ['quote', ({ attribution }) => attribution.words],
  ['type', ({ attribution }) => attribution.type],
  ['outlet', ({ attribution }) => attribution.article.outlet],
  ['title', ({ attribution }) => attribution.article.title],
  ['url', ({ attribution }) => attribution.article.url],
  ['article_key', ({ attribution }) => attribution.article.key],
  ['attribution_key', ({ attribution }) => attribution.key],
  ['statement_key', ({ attribution }) => attribution.statement],
  ['quote_spans', ({ attribution }) => spansText(attribution.content)],
  ['about_span', ({ attribution }) => spanText(attribution.about)],
  ['condition_span', ({ attribution }) => spanText(attribution.condition)],
  ['captured_at', ({ attribution }) => attribution.article.capturedAt],
  ['sha256', ({ attribution }) => attribution.article.sha256],
  ['shift', ({ shift }) => shift?.kind],
  ['shift_from', ({ shift }) => shift?.before],
  ['shift_reason', ({ shift }) => shift?.reason],
  ['collides_with', ({ collisions }) => collisions.map((one) => one.with).join(' ')],
  ['collision_reasons', ({ collisions }) => collisions.map(({ reason }) => reason).join('; ')],
];

/** The row that names the columns of a ledger; spans are "start-end" in UTF-16 code units of the article's text. */
export function ledgerHeader(): string {
  return csvCells(COLUMNS.map(([name]) => name));
}

/** A position with its evidence as a row of RFC 4180; what is not known is an empty cell. */
export function ledgerRow(position: LedgerPosition): string {
  return csvCells(COLUMNS.map(([, value]) => value(position)));
}

/** The same as an object for a line of JSON: what is not known is null. */
export function ledgerObject(position: LedgerPosition): Record<string, unknown> {
  const { attribution, collisions } = position;
  const cells = Object.fromEntries(COLUMNS.map(([name, value]) => [name, value(position) || null]));
  const { content, about, condition } = attribution;
  return {
    ...cells,
    ...{ quote_spans: content, about_span: about, condition_span: condition },
    collides_with: collisions.map((one) => one.with),
    collision_reasons: collisions.map(({ reason }) => reason),
  };
}
