import type { RecordStore } from '../../src/store/index.ts';

const AT = '2031-10-13T06:30:00.000Z';

/** Watches a feed of an outlet, and asks for it once without success. */
export function watchFailing(record: RecordStore, outlet: string, reason: string): void {
  const url = 'https://ardal.example/feed.xml';
  record.addSource({ url, kind: 'feed', title: null, site: null, folders: [], outlet }, AT);
  record.noteSource({
    source: record.sources()[0]!.id,
    at: AT,
    nextAt: '2031-10-13T07:30:00.000Z',
    interval: 60,
    said: null,
    attempt: {
      url,
      finalUrl: url,
      redirects: [],
      at: AT,
      durationMs: 12,
      status: 503,
      outcome: 'unreachable',
      reason,
      bytes: 0,
      etag: null,
      lastModified: null,
      retryAfter: null,
      sha256: null,
    },
  });
}
