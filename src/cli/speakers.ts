import type { RecordedSpeaker, RecordStore } from '../store/index.ts';
import { CommandError } from './errors.ts';
import { note } from './output.ts';
import { everyItem } from './records.ts';
import { count } from './terminal.ts';

/** How many of the speakers that a name may mean are listed. */
const LISTED = 20;

/** How many others are named whom a name fits too, beside the one called just so. */
const OTHERS_NAMED = 3;

/** Among more than this many no one is looked for who is called exactly so by another name. */
const SPELLINGS_READ = 200;

/**
 * The speakers that a name may mean: the one with this key, or the one called exactly so, by the name shown or by another
 * of its names, or all of whom a name holds the words, most quoted first. Case and accents make no difference. Nobody is
 * called nothing.
 */
export function speakersCalled(record: RecordStore, name: string): RecordedSpeaker[] {
  if (name.trim() === '') return [];
  const byKey = /^[0-9a-f]{12}$/.test(name) ? record.speaker(name, { limit: 1 }) : null;
  if (byKey) return [byKey.speaker];
  const matches = [...everyItem((paging) => record.speakers({ ...paging, name }), Number.MAX_SAFE_INTEGER)];
  const shown = matches.filter((speaker) => isSame(speaker.name, name));
  if (shown.length > 0) return shown.length === 1 ? shown : matches;
  if (matches.length > SPELLINGS_READ) return matches;
  const called = matches.filter(({ key }) => record.spellings(key)!.some((spelling) => isSame(spelling, name)));
  return called.length === 1 ? called : matches;
}

function isSame(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
}

/** One line for a speaker in a list. @param others what else it is called. */
export function speakerLine(
  { key, name, kind, attributions, articles }: RecordedSpeaker,
  others: readonly string[] = [],
): string {
  const size = `${count(attributions, 'attribution')} in ${count(articles, 'article')}`;
  return `${key}  ${name} (${kind}): ${size}${others.length > 0 ? `, also called ${others.join(', ')}` : ''}`;
}

/**
 * The one speaker that a name means; says on standard error who else has the words in a name.
 * @throws CommandError when nobody is called so, or several are.
 */
export function theSpeaker(record: RecordStore, name: string): RecordedSpeaker {
  const speakers = speakersCalled(record, name);
  if (speakers.length === 1) {
    noteOthers(record, name, speakers[0]!);
    return speakers[0]!;
  }
  if (speakers.length === 0) throw nobodyCalled('The record', name);
  const list = speakers
    .slice(0, LISTED)
    .map((speaker) => speakerLine(speaker))
    .join('\n');
  throw new CommandError(`“${name}” may mean ${speakers.length} speakers; give the key of one:\n${list}`);
}

/** The error where nobody is called so. @param record what holds nobody. */
export function nobodyCalled(record: string, name: string): CommandError {
  return new CommandError(
    `${record} holds no speaker with the name “${name}”: give words of a name, without titles, or a key.`,
  );
}

/**
 * Says on standard error whom else a name fits, where it is just what one speaker is called: "Fessler", whom one article
 * names so, hides Anna and Karl Fessler otherwise.
 */
export function noteOthers(record: RecordStore, name: string, { key }: RecordedSpeaker): void {
  const { items, total } = record.speakers({ name, limit: OTHERS_NAMED + 1 });
  const others = items.filter((other) => other.key !== key).slice(0, OTHERS_NAMED);
  if (others.length === 0) return;
  const unnamed = total - 1 - others.length;
  const named = others.map((other) => `${other.name} (${other.key})`).join(', ');
  const rest = unnamed > 0 ? ` and ${unnamed} more` : '';
  note(`“${name}” is taken for the one called just so; it also fits ${named}${rest}.`);
}
