import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPasted } from '../../src/capture/pasted/index.ts';
import { SENTENCES } from './inputs.ts';

describe('pasted texts', () => {
  it('give their address only when it is one', () => {
    const read = (address: string) => readPasted(`Harbour talks go on\n${address}\n${SENTENCES.join('\n')}`);
    assert.equal(read('https://kalvin.example/talks').url, 'https://kalvin.example/talks');
    assert.equal(read('https://[bad').url, null);
    assert.equal(read('https://[bad').text, SENTENCES.join('\n'));
  });

  it('of headings above other articles in any number are read in one pass', { timeout: 60_000 }, () => {
    const { text } = readPasted(`He said no.\n${'Related\n'.repeat(60_000)}`);
    assert.ok(text.startsWith('He said no.'));
  });
});
