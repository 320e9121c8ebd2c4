import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { AnalyzedArticle } from '../../src/model.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { type SampleRecord, sampleRecord } from './sample-record.ts';

/** A record that a server serves while the tests of a `describe` run. */
export interface Served {
  readonly sample: SampleRecord;
  /** What an address answers, as JSON, with this status. */
  get(path: string, status?: number): Promise<unknown>;
}

/** @param prepare what else is done with the record before it is served */
export function served(articles: readonly AnalyzedArticle[], prepare: (sample: SampleRecord) => void): Served {
  let sample: SampleRecord;
  let server: RunningServer;
  before(async () => {
    sample = sampleRecord(articles);
    prepare(sample);
    server = await startServer({ record: sample.record, port: 0 });
  });
  after(async () => {
    await server.close();
    sample.remove();
  });
  return {
    get sample() {
      return sample;
    },
    get: async (path, status = 200) => {
      const response = await fetch(server.url + path);
      assert.equal(response.status, status, path);
      return response.json();
    },
  };
}
