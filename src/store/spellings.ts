import { type Connection, prepared } from './connection.ts';
import { sourcesOf, splitOff } from './corrections/standing.ts';
import { foldName } from './fold.ts';
import { toIndexed } from './fulltext.ts';
import { spellingsOfRow } from './identity/known.ts';
import { bestKnown } from './identity/names.ts';
import { markNamed } from './positions/changed.ts';
import { build } from './schema.ts';

const rowOf = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select(['name', 'kind', 'found_name', 'found_kind', 'renamed']).where('id', '=', v.id),
);
const setName = prepared((v: { id: number; name: string }) =>
  build.updateTable('speaker').set({ name: v.name }).where('id', '=', v.id),
);

/** The spellings that articles have of a speaker's name, without those of which a correction says that they are another's. */
function ownSpellings(connection: Connection, id: number): { name: string; articles: number }[] {
  const spellings = spellingsOfRow(connection, id);
  const others = splitOff(connection, id);
  return others.size === 0 ? spellings : spellings.filter(({ name }) => !others.has(foldName(name)));
}

/**
 * What a speaker itself is called: its name, and the spellings that articles have of it. Which of the spellings is the
 * name makes no difference, so that this changes with a new spelling and by corrections, and not with every article.
 */
function ownNames(connection: Connection, id: number): string[] {
  const { name, found_name } = connection.first(rowOf, { id })!;
  const own = ownSpellings(connection, id).map((spelling) => spelling.name);
  if (own.length === 0 && found_name !== null) own.push(found_name);
  return [name, ...own];
}

/** All that a speaker is called: what it is called itself, and those whose statements became its own. */
export function spellingsOf(connection: Connection, speaker: number): string[] {
  return [...new Set(namesHeld(connection, speaker))];
}

function namesHeld(connection: Connection, id: number): string[] {
  const lost = splitOff(connection, id);
  const came = sourcesOf(connection, id).flatMap(({ speaker_id, spelling, correction_id }) =>
    spelling === null
      ? // What was split off after the merge went with it.
        namesHeld(connection, speaker_id).filter((name) => !((lost.get(foldName(name)) ?? 0) > correction_id))
      : spelt(connection, speaker_id, spelling),
  );
  return [...ownNames(connection, id), ...came];
}

/** How articles write a spelling that was split off a speaker: corrections keep it folded. */
function spelt(connection: Connection, speaker: number, spelling: string): string[] {
  const same = namesFound(connection, speaker).filter((name) => foldName(name) === spelling);
  return same.length > 0 ? same : [spelling];
}

/** The names that articles give a speaker and those who were merged into it, also where they are another's by now. */
function namesFound(connection: Connection, id: number): string[] {
  const { found_name } = connection.first(rowOf, { id })!;
  const own = spellingsOfRow(connection, id).map(({ name }) => name);
  const merged = sourcesOf(connection, id).filter(({ spelling }) => spelling === null);
  return [
    ...(found_name === null ? [] : [found_name]),
    ...own,
    ...merged.flatMap(({ speaker_id }) => namesFound(connection, speaker_id)),
  ];
}

/**
 * Shows a speaker under the name by which articles know it best, unless a correction named it. What that is follows from
 * the rows alone.
 */
export function refreshName(connection: Connection, id: number): void {
  const { name: before, found_name, found_kind, renamed } = connection.first(rowOf, { id })!;
  if (renamed === 1 || found_name === null) return;
  const own = ownSpellings(connection, id);
  const name = own.length === 0 ? found_name : bestKnown(connection.identifier, found_kind!, own);
  if (name === before) return;
  connection.run(setName, { id, name });
  markNamed(connection, id);
}

/**
 * The names under which the index finds an attribution: the one that its article gives, and where corrections say whose it
 * is, all that this speaker itself is called. Both ways into the index ask here, so that an entry follows from what holds.
 *
 * @param found the name that the article gives; null where a correction says that it is another's.
 * @param corrected the row of the speaker whose it is by corrections; null where none touched it, or nobody is known.
 */
export function namesOfAttribution(connection: Connection, found: string | null, corrected: number | null): string {
  return indexedNames([
    ...(found === null ? [] : [found]),
    ...(corrected === null ? [] : ownNames(connection, corrected)),
  ]);
}

/** Names as the indexes take them: each once, whatever its case and accents, in an order of their own. */
export function indexedNames(names: readonly string[]): string {
  return [...new Set(names.map(toIndexed))].sort().join(' ');
}
