import { type Connection, prepared } from './connection.ts';
import { sourcesOf } from './corrections/standing.ts';
import { toIndexed } from './fulltext.ts';
import { build } from './schema.ts';

const namesOf = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select(['name', 'found_name']).where('id', '=', v.id),
);

/**
 * All that a speaker is called: its name, the name that articles give it where a correction gave it another, and what
 * those are called whose statements became its own.
 */
export function spellingsOf(connection: Connection, speaker: number): string[] {
  const names = new Set<string>();
  const seen = new Set<number>();
  const collect = (id: number): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const { name, found_name } = connection.first(namesOf, { id })!;
    names.add(name);
    if (found_name !== null) names.add(found_name);
    for (const { speaker_id, spelling } of sourcesOf(connection, id)) {
      if (spelling === null) collect(speaker_id);
      else names.add(spelling);
    }
  };
  collect(speaker);
  return [...names];
}

/** Names as the indexes take them: each once, whatever its case and accents. */
export function indexedNames(names: readonly string[]): string {
  return [...new Set(names.map(toIndexed))].join(' ');
}
