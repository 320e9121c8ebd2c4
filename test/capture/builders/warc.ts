/** Makes WARC files for tests. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface Built {
  readonly type?: string;
  readonly uri?: string;
  readonly date?: string;
  /** Named fields beside those that every record has. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly block: Uint8Array | string;
}

/** One record with its closing line breaks. */
export function warcRecord({ type = 'response', uri, date, fields = {}, contentType, block }: Built): Buffer {
  const bytes = Buffer.from(block);
  const lines = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    ...(uri === undefined ? [] : [`WARC-Target-URI: ${uri}`]),
    `WARC-Date: ${date ?? '2031-05-02T08:30:00Z'}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    `Content-Type: ${contentType ?? 'application/http; msgtype=response'}`,
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** A web server's answer. */
export function httpAnswer(
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>> = { 'Content-Type': 'text/html; charset=utf-8' },
  status = '200 OK',
): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${[status, ...lines].join('\r\n')}\r\n\r\n`), Buffer.from(body)]);
}

/** A body sent in pieces. */
export function chunked(body: Uint8Array, size: number): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)};name=x\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

/** Each record a gzip member of its own, as Common Crawl has them. */
export const packedEach = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

export const sha1Base32 = (bytes: Uint8Array): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...createHash('sha1').update(bytes).digest()].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return `sha1:${bits
    .match(/.{5}/g)!
    .map((five) => letters[Number.parseInt(five, 2)])
    .join('')}`;
};
