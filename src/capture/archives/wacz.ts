/** From a WACZ (Web Archive Collection Zipped, 1.1.1), a ZIP with WARC files under `archive/`, to captures. */
import type { Capture, Refusal } from '../../model.ts';
import { Refused, refusal } from '../refused.ts';
import { entriesOf, openZip, streamEntry } from '../zip.ts';
import { type ArchiveOptions, captureWarc } from './warc.ts';

const WARC = /^archive\/.+\.warc(?:\.gz)?$/i;
const WACZ = /\.wacz$/i;

/**
 * Captures the pages of all WARC files within a WACZ, one after the other, as `captureWarc` does.
 *
 * @throws Refused 'damaged', 'too large', 'empty'; errors of the system
 */
export async function* captureWacz(path: string, options: ArchiveOptions): AsyncGenerator<Capture | Refusal> {
  const zip = await openZip(path);
  let [archives, within] = [0, 0];
  try {
    for await (const entry of entriesOf(zip)) {
      if (WACZ.test(entry.fileName)) within++;
      if (!WARC.test(entry.fileName)) continue;
      archives++;
      const name = `${path}/${entry.fileName}`;
      try {
        yield* captureWarc(streamEntry(zip, entry), name, options);
      } catch (error) {
        yield refusal(name, error);
      }
    }
  } finally {
    zip.close();
  }
  if (within > 0) {
    options.notice({
      input: path,
      words: `Archives within this archive are left out (${within}): give them by themselves.`,
    });
  }
  if (archives === 0) throw new Refused('empty', 'it holds no WARC file where a WACZ has them (archive/….warc.gz)');
}
