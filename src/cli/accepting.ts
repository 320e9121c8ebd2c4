import type { Analyzer, OpenAnalyzer, Posted, PostedEvent, SiteRule } from '../pipeline/index.ts';
import type { RecordStore } from '../store/index.ts';
import { openAnalyzer } from './analyzing.ts';

/** Adds pages that browsers hand over, and ends what that started. */
export interface Accepting {
  accept(posted: Posted): Promise<PostedEvent>;
  close(): Promise<void>;
}

/** An analyser that is loaded when the first page needs it; where that fails the next page tries again. */
function lazyAnalyzer(): Analyzer & { close(): Promise<void> } {
  let opening: Promise<OpenAnalyzer> | null = null;
  return {
    async analyze(articles) {
      opening ??= openAnalyzer({ workers: 1 });
      try {
        return await (await opening).analyze(articles);
      } catch (error) {
        await opening.catch(() => {
          opening = null;
        });
        throw error;
      }
    },
    async close() {
      await opening?.then(
        (analyzer) => analyzer.close(),
        () => {},
      );
    },
  };
}

/** What adds pages to a record that is open for writing. */
export async function openAccepting(record: RecordStore, rules: readonly SiteRule[]): Promise<Accepting> {
  const { addPosted } = await import('../pipeline/index.ts');
  const analyzer = lazyAnalyzer();
  return {
    accept: (posted) => addPosted(record, analyzer, posted, { rules }),
    close: () => analyzer.close(),
  };
}
