/** From the bytes of a snapshot to the article again, without looking outside. */
import type { Capture, Refusal, Snapshot } from '../model.ts';
import { type Received, toCapture } from './article.ts';
import { unpack } from './files.ts';
import { readJsonLines } from './jsonlines.ts';
import { Refused, refusal } from './refused.ts';
import type { SiteRule } from './site-rule.ts';
import { isAddress, KINDS_BY_TYPE } from './sniff.ts';

/** More characters than this are no string in V8: no snapshot that gave an article holds more. */
const MOST_BYTES = 512 * 1024 * 1024;
const CHARSET = '; charset=';

/** What bytes were received as; what was not kept beside them follows from where they came from. */
async function receivedAs({ bytes, mediaType, location, publisher }: Snapshot, most: number): Promise<Received> {
  const [essence = '', ...rest] = mediaType.split(CHARSET);
  const charset = rest.length > 0 ? rest.join(CHARSET) : null;
  const url = isAddress(location) ? location : null;
  const about = { bytes, mediaType, charset, location, url, ...(publisher !== undefined && { publisher }) };
  if (essence === 'application/gzip') return { ...about, content: await unpack(bytes, most), kind: 'page' };
  const kind = KINDS_BY_TYPE[essence];
  if (!kind || kind === 'lines') throw new Refused('wrong type', `its snapshot is ${mediaType}, which is not read`);
  return { ...about, content: bytes, kind };
}

/** The line of JSON Lines whose bytes these are. */
async function lineAgain({ bytes, location, capturedAt }: Snapshot): Promise<Capture | Refusal> {
  const stream = (async function* () {
    yield bytes;
  })();
  for await (const given of readJsonLines(stream, location, MOST_BYTES, () => new Date(capturedAt))) return given;
  throw new Refused('empty', 'its snapshot holds no line');
}

/**
 * Reads the article of a snapshot as it was read when it was captured. The snapshot stays as it is.
 *
 * @param id what the article was called then
 * @param rules the user's own rules for pages
 * @param most how many bytes it may unpack to
 * @returns a refusal when the bytes no longer give an article
 */
export async function recapture(
  snapshot: Snapshot,
  id: string,
  rules: readonly SiteRule[] = [],
  most = MOST_BYTES,
): Promise<Capture | Refusal> {
  try {
    const isLine = snapshot.mediaType === 'application/x-ndjson';
    const again = isLine
      ? await lineAgain(snapshot)
      : await toCapture(await receivedAs(snapshot, most), id, new Date(snapshot.capturedAt), rules);
    return 'code' in again ? { ...again, input: snapshot.location } : { ...again, snapshot };
  } catch (error) {
    return refusal(snapshot.location, error);
  }
}
