/** Snapshots as a WARC (ISO 28500:2017), which every tool for web archives reads. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Snapshot } from '../../model.ts';
import { SOFTWARE } from '../software.ts';
import { toTargetUri } from './location.ts';

/** A field's value on one line, whatever it holds. */
const oneLine = (value: string): string => value.replace(/[\p{Cc}]+/gu, ' ').trim();

/** A record's name, the same each time: a UUID of version 8 (RFC 9562) made from what the record is. */
function recordId(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x80;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)];
  return `<urn:uuid:${groups.join('-')}>`;
}

/** One record as a gzip member of its own, so that it can be taken out of the file alone. */
function packRecord(fields: readonly (readonly [name: string, value: string])[], block: Uint8Array): Promise<Buffer> {
  const lines = ['WARC/1.1', ...fields.map(([name, value]) => `${name}: ${oneLine(value)}`)];
  const head = `${lines.join('\r\n')}\r\nContent-Length: ${block.length}\r\n\r\n`;
  return promisify(gzip)(Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')]));
}

/**
 * Writes snapshots as resource records: the bytes as they came in, without the servers' heads, which are not kept. A
 * snapshot of a file has its path as target, under the scheme "onrecord". The same snapshots give the same records.
 *
 * @param now when, for the first record, which describes the file
 * @yields gzip data
 */
export async function* writeWarc(snapshots: Iterable<Snapshot>, now: Date): AsyncGenerator<Uint8Array> {
  const about = Buffer.from(
    `software: ${SOFTWARE}\r\nformat: WARC File Format 1.1\r\n` +
      'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n',
  );
  const written = now.toISOString();
  yield packRecord(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', recordId('warcinfo', SOFTWARE, written)],
      ['WARC-Date', written],
      ['Content-Type', 'application/warc-fields'],
    ],
    about,
  );
  for (const { bytes, sha256, mediaType, location, capturedAt } of snapshots) {
    yield packRecord(
      [
        ['WARC-Type', 'resource'],
        ['WARC-Record-ID', recordId(sha256, location, capturedAt)],
        ['WARC-Date', capturedAt],
        ['WARC-Target-URI', toTargetUri(location)],
        ['WARC-Block-Digest', `sha256:${sha256}`],
        ['WARC-Payload-Digest', `sha256:${sha256}`],
        ['Content-Type', mediaType],
      ],
      bytes,
    );
  }
}
