import { type Connection, prepared } from './connection.ts';
import { sourcesOf, splitOff } from './corrections/standing.ts';
import { foldName } from './fold.ts';
import { toIndexed } from './fulltext.ts';
import { spellingsOfRow } from './identity/known.ts';
import { bestKnown } from './identity/names.ts';
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
 * All that a speaker is called: its name, the spellings that articles have of it, and what those are called whose
 * statements became its own.
 */
export function spellingsOf(connection: Connection, speaker: number): string[] {
  const names = new Set<string>();
  const seen = new Set<number>();
  const collect = (id: number): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const { name, found_name } = connection.first(rowOf, { id })!;
    names.add(name);
    const own = ownSpellings(connection, id);
    for (const spelling of own) names.add(spelling.name);
    if (own.length === 0 && found_name !== null) names.add(found_name);
    for (const { speaker_id, spelling } of sourcesOf(connection, id)) {
      if (spelling === null) collect(speaker_id);
      else names.add(spelling);
    }
  };
  collect(speaker);
  return [...names];
}

/**
 * Shows a speaker under the name by which articles know it best, unless a correction named it. What that is follows from
 * the rows alone.
 *
 * @returns whether the name is another one now.
 */
export function refreshName(connection: Connection, id: number): boolean {
  const { name: before, found_name, found_kind, renamed } = connection.first(rowOf, { id })!;
  if (renamed === 1 || found_name === null) return false;
  const own = ownSpellings(connection, id);
  const name = own.length === 0 ? found_name : bestKnown(connection.identifier, found_kind!, own);
  if (name === before) return false;
  connection.run(setName, { id, name });
  return true;
}

/** Names as the indexes take them: each once, whatever its case and accents. */
export function indexedNames(names: readonly string[]): string {
  return [...new Set(names.map(toIndexed))].sort().join(' ');
}
