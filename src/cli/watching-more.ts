import type { RecordStore } from '../store/index.ts';

/** How sources are asked that are added through the server. */
export interface WatchMoreOptions {
  readonly allowPrivate: boolean;
  readonly contact?: string;
}

type WatchMore = NonNullable<import('../server/index.ts').ServerOptions['watchMore']>;

/** What adds to what is watched, in a record that is open for writing. */
export function watchMoreOf(record: RecordStore, options: WatchMoreOptions): WatchMore {
  return async ({ url, outlet, opml }) => {
    const { addSources, importSources } = await import('../pipeline/index.ts');
    const nothing = { added: [], unchanged: 0, problems: [], others: [], fresh: null };
    if (opml !== undefined) {
      try {
        const { added, unchanged, problems } = await importSources(record, Buffer.from(opml));
        return { ...nothing, added, unchanged: unchanged.length, problems };
      } catch (error) {
        if (!(error instanceof Error) || error instanceof TypeError) throw error;
        return { ...nothing, problems: [error.message] };
      }
    }
    for await (const event of addSources(record, [url ?? ''], { ...options, outlet })) {
      if (event.outcome === 'refused') return { ...nothing, problems: [event.refusal.reason] };
      const { outcome, source, others, fresh } = event;
      const isNew = outcome === 'added';
      return { ...nothing, added: isNew ? [source] : [], unchanged: isNew ? 0 : 1, others, fresh };
    }
    return nothing;
  };
}
