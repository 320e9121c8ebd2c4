import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { markText } from '../../src/cli/marked-text.ts';
import { count, stripUnsafe } from '../../src/cli/terminal.ts';
import type { Span } from '../../src/model.ts';
import { MAIN, runProgram } from './onrecord.ts';

describe('stripUnsafe', () => {
  it('leaves no control character but tab and line feed, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const safe = stripUnsafe(text);
        assert.equal(safe.length, text.length);
        assert.doesNotMatch(safe, /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
        for (let i = 0; i < text.length; i++) if (safe[i] !== text[i]) assert.equal(safe[i], '\ufffd');
      }),
    );
  });
});

describe('markText', () => {
  it('marks spans where they stand, nested, overlapping and touching ones too', () => {
    const mark = (...spans: Span[]) =>
      markText(
        'abcdef',
        spans.map((span, i) => ({ number: i + 1, spans: [span] })),
      );
    assert.equal(mark([1, 3]), 'a[1: bc :1]def');
    assert.equal(mark([2, 3], [1, 5]), 'a[2: b[1: c :1]de :2]f');
    assert.equal(mark([0, 4], [2, 6]), '[1: ab[2: cd :1]ef :2]');
    assert.equal(mark([0, 3], [3, 6]), '[1: abc :1][2: def :2]');
  });

  it('changes no word of the text', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b) + 1]),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, (found) => {
        const text = 'the quick brown fox jumps';
        const marked = markText(
          text,
          found.map((span, i) => ({ number: i + 1, spans: [span] })),
        );
        assert.equal(marked.replace(/\[\d: | :\d\]/g, ''), text);
      }),
    );
  });
});

describe('count', () => {
  it('agrees with its number', () => {
    assert.equal(count(1, 'article'), '1 article');
    assert.equal(count(0, 'article'), '0 articles');
    assert.equal(count(1234, 'article'), '1,234 articles');
  });
});

describe('colours', () => {
  it('are left out where output is no terminal, and on one where NO_COLOR is set', async () => {
    const help = `"${process.execPath}" -e 'import("${MAIN.replace('main.ts', 'terminal.ts')}").then((t) => console.log(t.paint("bold", "x")))'`;
    // What decides on colours besides the terminal; Node takes a CI's terminal for one without.
    const unset = { FORCE_COLOR: undefined, NODE_DISABLE_COLORS: undefined, NO_COLOR: undefined, CI: undefined };
    const env = { ...unset, TERM: 'xterm' };
    const piped = await runProgram('sh', ['-c', help], { env });
    assert.equal(piped.stdout.trim(), 'x');
    const onTerminal = await runProgram('script', ['-qec', help, '/dev/null'], { env });
    assert.ok(onTerminal.stdout.includes('\u001b[1mx'));
    const without = await runProgram('script', ['-qec', help, '/dev/null'], { env: { ...env, NO_COLOR: '1' } });
    assert.equal(without.stdout.trim(), 'x');
  });
});
