import type { Origin, Trace, TracedOccurrence } from '../pipeline/index.ts';
import type { RecordedStatement } from '../store/index.ts';
import { inline } from './revision-view.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';
import { correctedBy, manner, provenance, speakerName, wordsOf } from './views.ts';

/** What became of the words: "altered: negation, wording". */
function changeOf({ change, kinds }: Pick<TracedOccurrence, 'change' | 'kinds'>): string {
  if (change === null) return 'the earliest';
  return kinds.length === 0 ? change : `${change}: ${kinds.join(', ')}`;
}

function occurrenceLines(occurrence: TracedOccurrence): string[] {
  const { attribution, words, joined } = occurrence;
  const who = paint('bold', stripUnsafe(speakerName(attribution)));
  const date = attribution.article.published?.slice(0, 10) ?? 'no date';
  const heading = `${stripUnsafe(`${date}  ${attribution.article.outlet ?? 'outlet not known'}`)}  ${changeOf(occurrence)}`;
  const lines = [
    wrap(heading, '', '  '),
    wrap(`${who}: ${words === null ? wordsOf(attribution) : inline(words)}`, '  ', '    '),
    wrap(
      paint('dim', stripUnsafe(`${manner(attribution)}; ${provenance(attribution.article)} [${attribution.key}]`)),
      '    ',
    ),
  ];
  if (joined) {
    const sure = `${Math.round(100 * joined.confidence)}%`;
    lines.push(wrap(paint('dim', stripUnsafe(`as [${joined.to}]: ${joined.reason} (${sure})`)), '    '));
  }
  return lines;
}

/** An independent origin, and how everybody else has it from there. */
function originLines({ lead, members, steps, before }: Origin, number: number): string[] {
  const outlet = lead.outlet ?? 'outlet not known';
  const seen = before === null ? 'which is not captured' : `captured since ${before.slice(0, 10)}`;
  const who = lead.occurrence === null ? `${outlet}, credited, ${seen}` : `${outlet} [${lead.occurrence}]`;
  const lines = [wrap(stripUnsafe(`${number}. ${who}: ${count(members.length, 'occurrence')}`), '  ', '    ')];
  for (const { from, to, why, evidence } of steps) {
    const ends = [from, to].map((end) => end.occurrence ?? end.outlet).join(' from ');
    lines.push(wrap(paint('dim', stripUnsafe(`${ends} (${why}): ${evidence}`)), '     ', '       '));
  }
  return lines;
}

/** Where a statement comes from. */
function originsView({ first, by, origins }: Trace['origins']): string {
  const told = by === 'published' ? 'by the dates that were captured' : 'no date was captured with it';
  return [
    wrap(paint('bold', count(origins.length, 'independent origin'))),
    wrap(stripUnsafe(`first captured: [${first}], ${told}; who was not captured may have had it before`), '  ', '    '),
    ...origins.flatMap((origin, at) => originLines(origin, at + 1)),
  ].join('\n');
}

/** A statement with its occurrences in time, and its origins. */
export function traceView({ statement, occurrences, merged, corrections, origins }: Trace): string {
  const about = [`Statement ${statement.key}`, count(statement.occurrences, 'occurrence')];
  const lines = [wrap(paint('bold', about.join(', ')))];
  if (corrections.length > 0) lines.push(wrap(stripUnsafe(correctedBy(corrections)), '  '));
  for (const { key, by, reason } of merged) {
    lines.push(wrap(stripUnsafe(`with ${key}, by [${by}]: ${reason}`), '  '));
  }
  const each = occurrences.items.map((one) => occurrenceLines(one).join('\n'));
  return [lines.join('\n'), ...each, originsView(origins)].join('\n\n');
}

/** A statement in a list. */
export function statementView({ key, earliest, occurrences, kinds }: RecordedStatement): string {
  const changed = kinds.length === 0 ? '' : `; changed: ${kinds.join(', ')}`;
  return [
    wrap(`${paint('bold', stripUnsafe(speakerName(earliest)))}: ${wordsOf(earliest)}`),
    wrap(paint('dim', `${count(occurrences, 'occurrence')}${changed}`), '  '),
    wrap(paint('dim', stripUnsafe(`first ${provenance(earliest.article)} [${key}]`)), '  '),
  ].join('\n');
}
