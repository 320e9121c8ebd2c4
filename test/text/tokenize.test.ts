import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tokenize } from '../../src/text/tokenize.ts';

const split = (text: string) => tokenize(text).map(([start, end]) => text.slice(start, end));

const CASES: [string, string[]][] = [
  ["“I won't go,” she said.", ['“', 'I', 'wo', "n't", 'go', ',', '”', 'she', 'said', '.']],
  ["Tvedt’s and Tvedt's", ['Tvedt', '’s', 'and', 'Tvedt', "'s"]],
  ['The U.S. and Dr. Holm', ['The', 'U.S.', 'and', 'Dr.', 'Holm']],
  ['It ended at 5 p.m. on Oct. 19.', ['It', 'ended', 'at', '5', 'p.m.', 'on', 'Oct.', '19', '.']],
  ['66,000 troops, 3.5 per cent', ['66,000', 'troops', ',', '3.5', 'per', 'cent']],
  ['state-controlled and/or he,she', ['state', '-', 'controlled', 'and', '/', 'or', 'he', ',', 'she']],
  ['wait... what -- no…', ['wait', '...', 'what', '--', 'no', '…']],
  ["''Yes,'' he said", ["''", 'Yes', ',', "''", 'he', 'said']],
  ['we’ve they’ll I’m', ['we', '’ve', 'they', '’ll', 'I', '’m']],
  ['J. Sarr wrote @x_y', ['J.', 'Sarr', 'wrote', '@', 'x', '_', 'y']],
  ['Decree No. 114 says no.', ['Decree', 'No.', '114', 'says', 'no', '.']],
  ["the 'D-Day' plan of the '90s", ['the', "'", 'D', '-', 'Day', "'", 'plan', 'of', 'the', "'", '90s']],
  ["(Holm)'s", ['(', 'Holm', ')', "'s"]],
  ['He left.She stayed,he said', ['He', 'left', '.', 'She', 'stayed', ',', 'he', 'said']],
  ['', []],
];

describe('tokenize', () => {
  for (const [text, expected] of CASES) {
    it(`splits ${JSON.stringify(text)}`, () => assert.deepEqual(split(text), expected));
  }
});
