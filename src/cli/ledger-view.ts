import type { Lane, Ledger, LedgerPosition, LedgerShift, RecordedShift } from '../pipeline/index.ts';
import type { CollidingSide, RecordedAttribution, RecordedCollision } from '../store/index.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';
import { provenance, speakerName, stanceLine, wordsOf } from './views.ts';

const dim = (text: string): string => paint('dim', stripUnsafe(text));
const quoted = (words: readonly string[]): string => words.map((each) => `“${each.replace(/\s+/g, ' ')}”`).join(', ');

/** "changed: condition added: now “…”; before in [key]". */
const shiftLine = ({ kind, reason, before }: LedgerShift): string =>
  `changed (${kind}): ${reason}; before: [${before}]`;

/** One position of a speaker: its day, its stance, the words, and where they stand. */
function positionLines({ attribution, on, shift, collisions }: LedgerPosition): string[] {
  const stance = stripUnsafe(stanceLine(attribution) ?? attribution.stance ?? 'stance not kept');
  const lines = [
    wrap(`${on ?? 'no date'}  ${paint('bold', stance)}`, '  ', '    '),
    wrap(wordsOf(attribution), '    '),
    wrap(dim(`${provenance(attribution.article)} [${attribution.key}]`), '    '),
  ];
  if (shift) lines.push(wrap(stripUnsafe(shiftLine(shift)), '    '));
  for (const { with: other, reason } of collisions)
    lines.push(wrap(stripUnsafe(`against [${other}]: ${reason}`), '    '));
  return lines;
}

/** "no change since 2031-05-04", of the course that has most points. */
function unchangedLine(lane: Lane | undefined): string | null {
  const [course] = [...(lane?.courses ?? [])].sort((a, b) => b.points.length - a.points.length);
  return course && course.points.length > 1
    ? `no change since ${course.unchangedSince} (${course.matter.join(', ')})`
    : null;
}

/**
 * A speaker's positions under its name and role.
 * @param lane its course in time, where there is one
 */
export function holderView(positions: readonly LedgerPosition[], lane: Lane | undefined): string {
  const { attribution } = positions.at(-1)!;
  const role = attribution.speaker?.role;
  const name = paint('bold', stripUnsafe(speakerName(attribution)));
  const unchanged = unchangedLine(lane);
  return [
    wrap(role ? `${name}, ${stripUnsafe(role)}` : name),
    ...(unchanged === null ? [] : [wrap(stripUnsafe(unchanged), '  ')]),
    ...positions.flatMap(positionLines),
  ].join('\n');
}

/** Positions by speaker, those with most first; who is not known stands alone. */
export function holdersOf({ positions, lanes }: Pick<Ledger, 'positions' | 'lanes'>): string[] {
  const holders = Map.groupBy(positions, ({ attribution }) => attribution.speaker?.key ?? attribution.key);
  return [...holders]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, own]) =>
      holderView(
        own,
        lanes.find(({ speaker }) => speaker.key === key),
      ),
    );
}

function attributionLines(attribution: RecordedAttribution): string[] {
  const day = attribution.saidOn ?? attribution.article.published?.slice(0, 10) ?? 'no date';
  return [
    wrap(`${day}  ${paint('bold', stripUnsafe(speakerName(attribution)))}: ${wordsOf(attribution)}`, '  ', '    '),
    wrap(dim(`${provenance(attribution.article)} [${attribution.key}]`), '    '),
  ];
}

function sideLines({ attribution, shown }: CollidingSide): string[] {
  const words = quoted(shown.map((each) => each.words));
  return [...attributionLines(attribution), ...(words ? [wrap(dim(`shown by ${words}`), '    ')] : [])];
}

const sure = (confidence: number): string => `${Math.round(100 * confidence)}%`;

/** Two accounts that cannot both hold, the earlier first. */
export function collisionView({ kind, confidence, reason, later, earlier, pairs }: RecordedCollision): string {
  const reported = pairs > 1 ? `, in ${count(pairs, 'pair')} of reports` : '';
  return [
    wrap(`${paint('bold', kind)} (${sure(confidence)}${reported}): ${stripUnsafe(reason)}`),
    ...sideLines(earlier),
    ...sideLines(later),
  ].join('\n');
}

/** What a speaker changed, with both statements. */
export function shiftView({ kind, confidence, reason, before, after, ...shift }: RecordedShift): string {
  const words = quoted([...shift.shownBefore, ...shift.shownAfter].filter(Boolean));
  return [
    wrap(`${paint('bold', stripUnsafe(speakerName(after)))}, ${kind} (${sure(confidence)}): ${stripUnsafe(reason)}`),
    ...attributionLines(before),
    ...attributionLines(after),
    ...(words ? [wrap(dim(`shown by ${words}`), '    ')] : []),
  ].join('\n');
}

/** The numbers that are claimed, each with its claimant. */
export function figureLines({ figures, positions }: Pick<Ledger, 'figures' | 'positions'>): string[] {
  const known = new Map(positions.map(({ attribution }) => [attribution.key, attribution]));
  return figures.map(({ words, attribution: key }) => {
    const attribution = known.get(key)!;
    const where = `${provenance(attribution.article)} [${key}]`;
    return wrap(stripUnsafe(`“${words}”, according to ${speakerName(attribution)}; ${where}`), '  ', '    ');
  });
}
