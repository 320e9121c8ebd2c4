import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readHeaders, readRetryAfter, readType, readValidator } from '../../../src/capture/fetch/headers.ts';

const NOW = Date.parse('2031-05-03T12:00:00Z');

describe('Retry-After', () => {
  it('is in seconds or a date, and a day at most', () => {
    for (const [header, seconds] of [
      ['0', 0],
      ['120', 120],
      [' 7 ', 7],
      ['86401', 86_400],
      ['9'.repeat(400), 86_400],
      ['Sat, 03 May 2031 12:00:30 GMT', 30],
      ['Saturday, 03-May-31 12:00:30 GMT', 30],
      ['Sat, 03 May 2031 11:00:00 GMT', 0],
      ['Sat, 03 May 2099 11:00:00 GMT', 86_400],
    ] as const)
      assert.equal(readRetryAfter(header, NOW), seconds, header);
  });

  it('is nothing where it is neither', () => {
    for (const header of [
      undefined,
      '',
      ' ',
      '-5',
      '1.5',
      '1e3',
      '0x10',
      'soon',
      '12 34',
      'Sat, 99 May 2031 25:00:00 GMT',
    ])
      assert.equal(readRetryAfter(header, NOW), null, header);
  });

  it('is never less than nothing, nor more than a day', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.nat().map(String), fc.date({ noInvalidDate: true }).map(String)),
        (header) => {
          const seconds = readRetryAfter(header, NOW);
          assert.ok(seconds === null || (Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400), header);
        },
      ),
    );
  });
});

describe('headers', () => {
  it('are kept without cookies, and joined', () => {
    assert.deepEqual(readHeaders({ 'set-cookie': ['a=1'], vary: 'x', link: ['a', 'b'] as never, via: undefined }), {
      vary: 'x',
      link: 'a, b',
    });
  });

  it('give validators that can be sent back as they are', () => {
    for (const etag of ['"v1"', 'W/"v1"', 'unquoted']) assert.equal(readValidator(etag), etag);
    for (const etag of [undefined, '', 'a\r\nx: y', '"é"', 'x'.repeat(1_001)]) assert.equal(readValidator(etag), null);
  });

  it('give a type, or none', () => {
    assert.deepEqual(readType('Text/HTML; Charset="UTF-8"'), { essence: 'text/html', charset: 'UTF-8' });
    assert.deepEqual(readType('text/plain'), { essence: 'text/plain', charset: null });
    for (const header of [undefined, '', 'html', '/', 'text/', ';']) assert.equal(readType(header), null, header);
  });
});
