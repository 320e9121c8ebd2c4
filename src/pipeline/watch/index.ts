export type { ItemEvent } from './item.ts';
export type { SourceEvent } from './source.ts';
export { type AddSourceOptions, addSources, exportSources, importSources, type SourceAdded } from './sources.ts';
export { type WatchEvent, type WatchOptions, watch } from './watch.ts';
