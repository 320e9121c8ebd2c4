import type { RecordedSpeakerPage, Seen } from '../store/index.ts';
import { count, paint, stripUnsafe, wrap } from './terminal.ts';
import { correctedBy, itemLine } from './views.ts';

/** "2031-10-15", "2031-10-15 to 2031-10-19", or "undated": the days of the articles. */
export function span({ first, last }: Pick<Seen, 'first' | 'last'>): string {
  if (first === null || last === null) return 'undated';
  const [from, to] = [first.slice(0, 10), last.slice(0, 10)];
  return from === to ? from : `${from} to ${to}`;
}

/** "says 9, writes 1": those that occur. */
function tally(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([what, n]) => `${what} ${n.toLocaleString('en')}`)
    .join(', ');
}

/** Lines under one heading: each item on its own, the heading before the first. */
function list(heading: string, items: readonly string[]): string[] {
  const indent = ' '.repeat(16);
  return items.map((item, i) =>
    wrap(stripUnsafe(item), i === 0 ? `  ${paint('dim', heading.padEnd(14))}` : indent, indent),
  );
}

/** What the record knows of a speaker, without its statements. */
export function speakerView(found: RecordedSpeakerPage): string {
  const { speaker, aliases, roles, outlets, attributions, articles, undated, modes, types, reported } = found;
  const size = `${count(attributions.total, 'attribution')} in ${count(articles, 'article')}`;
  const others = aliases.filter(({ name }) => name !== speaker.name);
  return [
    wrap(`${paint('bold', stripUnsafe(speaker.name))} (${stripUnsafe(speaker.kind)}): ${size}`),
    ...list(
      'also called',
      others.map((alias) =>
        alias.attributions === 0
          ? alias.name
          : `${alias.name} (${alias.attributions} in ${count(alias.articles, 'article')}, ${span(alias)})`,
      ),
    ),
    ...list(
      'as',
      roles.map((role) => `${role.role} (${role.attributions}, ${span(role)})`),
    ),
    ...list(
      'in',
      outlets.map(
        (outlet) =>
          `${outlet.outlet ?? 'unknown outlet'} (${outlet.attributions} in ${count(outlet.articles, 'article')}, ${span(outlet)})`,
      ),
    ),
    ...list('first', found.first ? [`${found.first.published.slice(0, 10)} [${found.first.attribution}]`] : []),
    ...list('last', found.last ? [`${found.last.published.slice(0, 10)} [${found.last.attribution}]`] : []),
    ...list('undated', undated > 0 ? [count(undated, 'article')] : []),
    ...list('acts', attributions.total > 0 ? [`${tally(modes)}; ${tally(types)}`] : []),
    ...list('second-hand', reported > 0 ? [`${reported} reported by another speaker`] : []),
    ...list('Wikidata', speaker.wikidata ? [itemLine(speaker.wikidata)] : []),
    ...list('corrections', found.corrections.length > 0 ? [correctedBy(found.corrections)] : []),
  ].join('\n');
}
