import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { type FromApi, openWikidata, type Wikidata } from '../../../src/capture/index.ts';
import type { Clock } from '../../../src/capture/wikidata/index.ts';
import { stillClock } from '../still-clock.ts';

export const CONTACT = 'desk@onrecord.example';

export function folderFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-wikidata-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a server's interface with a cache in the folder; closed when the test is over. */
export async function openApi(
  test: TestContext,
  url: string,
  {
    cache,
    clock = stillClock(),
    mostItems = 10,
    ...from
  }: Partial<FromApi> & { cache: string; clock?: Clock; mostItems?: number },
): Promise<Wikidata> {
  const wikidata = await openWikidata({
    cache,
    mostItems,
    clock,
    from: { url, contact: CONTACT, allowPrivateAddresses: true, ...from },
  });
  test.after(() => wikidata.close());
  return wikidata;
}
