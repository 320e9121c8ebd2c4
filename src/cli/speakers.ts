import type { RecordedSpeaker, RecordStore } from '../store/index.ts';
import { CommandError } from './errors.ts';
import { everyItem } from './records.ts';
import { count } from './terminal.ts';

/** How many of the speakers that a name may mean are listed. */
const LISTED = 20;

/**
 * The speakers that a name may mean: the one with this key, or the one called exactly so, or all whose name holds the
 * words, most quoted first.
 */
export function speakersCalled(record: RecordStore, name: string): RecordedSpeaker[] {
  const byKey = /^[0-9a-f]{12}$/.test(name) ? record.speaker(name, { limit: 1 }) : null;
  if (byKey) return [byKey.speaker];
  const matches = [...everyItem((paging) => record.speakers({ ...paging, name }), Number.MAX_SAFE_INTEGER)];
  const exact = matches.filter((speaker) => speaker.name.localeCompare(name, 'en', { sensitivity: 'base' }) === 0);
  return exact.length === 1 ? exact : matches;
}

/** One line for a speaker in a list. */
export function speakerLine({ key, name, kind, attributions, articles }: RecordedSpeaker): string {
  return `${key}  ${name} (${kind}): ${count(attributions, 'attribution')} in ${count(articles, 'article')}`;
}

/**
 * The one speaker that a name means.
 * @throws CommandError when nobody is called so, or several are.
 */
export function theSpeaker(record: RecordStore, name: string): RecordedSpeaker {
  const speakers = speakersCalled(record, name);
  if (speakers.length === 1) return speakers[0]!;
  if (speakers.length === 0) throw new CommandError(`The record holds no speaker with the name “${name}”.`);
  const list = speakers.slice(0, LISTED).map(speakerLine).join('\n');
  throw new CommandError(`“${name}” may mean ${speakers.length} speakers; give the key of one:\n${list}`);
}
