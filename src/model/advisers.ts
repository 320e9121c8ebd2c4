/** What decides for a record what it cannot know itself. */
import type { Comparer } from './articles.ts';
import type { Linker } from './linking.ts';
import type { Sourcing } from './origins.ts';
import type { Watcher } from './over-time.ts';
import type { Identifier } from './speakers.ts';
import type { Grouper } from './stories.ts';

/** What decides for a record what it cannot know itself; the same record needs the same ones. */
export interface Advisers {
  readonly identifier: Identifier;
  readonly comparer: Comparer;
  readonly linker: Linker;
  readonly sourcing: Sourcing;
  readonly grouper: Grouper;
  readonly watcher: Watcher;
}
