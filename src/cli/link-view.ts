import type { LinkEvent, LinkFound } from '../pipeline/index.ts';
import type { RecordedSpeaker } from '../store/index.ts';
import { stripUnsafe, wrap } from './terminal.ts';
import { itemLine } from './views.ts';

type Link = LinkFound['link'];

const itemOf = ({ item: id, label, description, confidence }: Link): string =>
  `${itemLine({ id, label, description })} (confidence ${confidence.toFixed(2)})`;

const nameOf = ({ name, kind, key }: RecordedSpeaker): string => `${name} (${kind}) [${key}]`;

/** What the record has to do with the item. */
function standing(event: LinkFound): string {
  const { outcome, before, correction } = event;
  if (outcome === 'linked') return `written as correction ${correction!.number}`;
  if (outcome === 'unchanged') return `in the record by correction ${before!.correction}`;
  if (outcome === 'found') return 'not written';
  const said = before!.item ? itemLine(before!.item) : 'no item of Wikidata';
  return `not written: correction ${before!.correction} says by hand that it is ${said}, and stands`;
}

/** What became of one speaker, for people: the item or why there is none, the reasons, and what is in the record. */
export function linkView(event: LinkEvent): string {
  const { speaker } = event;
  const line = (text: string): string => wrap(stripUnsafe(text.replace(/\s+/g, ' ')), '  ', '    ');
  const head = (item: string): string => wrap(stripUnsafe(`${nameOf(speaker)}: ${item}`.replace(/\s+/g, ' ')));
  if (event.outcome === 'none') {
    const candidates = event.candidates.map((link) => line(`${itemOf(link)}: ${link.reasons.join('; ')}`));
    const kept = speaker.wikidata ? [line(`in the record as ${itemLine(speaker.wikidata)}, which stands`)] : [];
    return [head('no item found'), line(event.reason), ...candidates, ...kept].join('\n');
  }
  const { link, others } = event;
  const lines = [head(itemOf(link)), line(link.reasons.join('; ')), line(standing(event))];
  for (const other of others)
    lines.push(
      line(`${nameOf(other)} is that item too: if they are one, onrecord correct merge ${other.key} ${speaker.key}`),
    );
  return lines.join('\n');
}
