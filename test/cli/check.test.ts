import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { draftPath, expectedOf, isSound, type Line, wrongIn } from './check-lines.ts';
import { jsonLines, onrecord, ROOT } from './onrecord.ts';

const ARTICLES = join(ROOT, 'samples/articles');
const SOUND = '# At the dam\n\n“Chairs do not carry grain,” said Farrukh Dawudi, the foreign minister of Dahvan.\n';
const DRAFT = readFileSync(draftPath('draft.md'), 'utf8');

interface Texts {
  readonly id: string;
  readonly text: string;
}

interface Sarif {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>;
        };
      }[];
    }[];
  }[];
}

describe('check', () => {
  let folder: string;
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const run = (...args: string[]) => onrecord(['check', ...args], { cwd: folder, env: { ONRECORD_USER: 'A. Editor' } });
  const against = (draft: string, ...args: string[]) => run(draft, ...args, '--against', ARTICLES);
  const linesOf = (stdout: string): Line[] => jsonLines(stdout) as unknown as Line[];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of ['draft', 'second'] as const) {
    it(`tells the sound quotations of ${name}.md from the tampered`, async () => {
      const expected = expectedOf(name);
      assert.deepEqual([expected.length, expected.filter(isSound).length], [40, 15]);
      const { stdout, stderr, status } = await against(draftPath(`${name}.md`));
      assert.equal(status, 1, stderr);
      assert.deepEqual(wrongIn(expected, linesOf(stdout)), []);
    });
  }

  it('writes lines of the contract, whose spans are the words', async () => {
    const { stdout } = await against(draftPath('draft.md'), '--json');
    const extracted = await onrecord(['extract', draftPath('draft.md'), ARTICLES]);
    const texts = new Map((jsonLines(extracted.stdout) as unknown as Texts[]).map(({ id, text }) => [id, text]));
    const lines = linesOf(stdout);
    for (const line of lines) {
      assert.deepEqual(Object.keys(line).slice(0, 4), ['quote', 'verdict', 'speaker', 'found']);
      assert.equal(texts.get('draft')!.slice(...line.quote), line.words);
      for (const place of line.found) {
        assert.deepEqual(Object.keys(place).slice(0, 3), ['id', 'span', 'change']);
        assert.ok(['identical', 'excerpt', 'altered', 'paraphrase'].includes(place.change), place.change);
        assert.equal(texts.get(place.id)!.slice(...place.span), place.words);
      }
      assert.equal(line.found.length === 0, line.verdict === 'not found', line.words);
      if (line.found.length > 0) assert.equal(line.found[0]!.verdict, line.verdict, line.words);
    }
    const starts = lines.map(({ quote }) => quote[0]);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
  });

  it('exits 0 for a sound draft, on standard input too', async () => {
    const sound = await against(file('sound.md', SOUND));
    assert.deepEqual([sound.status, sound.stderr], [0, '']);
    assert.deepEqual(
      linesOf(sound.stdout).map(({ verdict, speaker }) => [verdict, speaker?.name]),
      [['verbatim', 'Farrukh Dawudi']],
    );
    const piped = await onrecord(['check', '-', '--against', ARTICLES], {
      stdin: SOUND.replace('# At the dam\n\n', ''),
    });
    assert.equal(piped.status, 0, piped.stderr);
    assert.equal(linesOf(piped.stdout)[0]!.words, 'Chairs do not carry grain,');
  });

  it('exits 2 for wrong usage and 1 for what it cannot read', async () => {
    const draft = file('usage.md', SOUND);
    for (const wrong of [
      [],
      [draft, draft],
      [draft, '--against'],
      [draft, '--format', 'xml'],
      [draft, '--json', '--format', 'sarif'],
      ['-', '--against', '-'],
    ]) {
      const { status, stdout, stderr } = await run(...wrong);
      assert.deepEqual([status, stdout], [2, ''], wrong.join(' '));
      assert.match(stderr, /^error: /, wrong.join(' '));
    }
    const missing = await against('nowhere.md');
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /nowhere\.md: There is no such file/);
    const noSource = await run(draft, '--against', 'nowhere.html', ARTICLES);
    assert.deepEqual([noSource.status, linesOf(noSource.stdout)[0]!.verdict], [1, 'verbatim']);
    assert.match(noSource.stderr, /nowhere\.html/);
    const noRecord = await run(draft, '--record', 'nowhere.db');
    assert.deepEqual([noRecord.status, noRecord.stdout], [1, '']);
    assert.match(noRecord.stderr, /nowhere\.db/);
  });

  it('writes SARIF whose regions are the lines and columns of the words in the file', async () => {
    const draft = file('regions.md', DRAFT);
    const { stdout, status } = await against(draft, '--format', 'sarif');
    assert.equal(status, 1);
    const { version, $schema, runs } = JSON.parse(stdout) as Sarif;
    assert.equal(version, '2.1.0');
    assert.match($schema, /sarif-schema-2\.1\.0\.json$/);
    const [{ tool, results }] = runs as [Sarif['runs'][0]];
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      ['altered', 'misattributed', 'not-found', 'not-checked'],
    );
    const faults = expectedOf('draft').filter((one) => !isSound(one));
    assert.equal(results.length, faults.length);
    const lines = DRAFT.split('\n');
    for (const [i, { ruleId, ruleIndex, level, message, locations }] of results.entries()) {
      const { words, verdicts } = faults[i]!.quotations[0]!;
      assert.ok(verdicts.includes(ruleId.replace('-', ' ')), words);
      assert.equal(tool.driver.rules[ruleIndex]!.id, ruleId);
      assert.equal(level, ruleId === 'not-found' ? 'warning' : 'error');
      assert.ok(message.text.includes(words), message.text);
      const { artifactLocation, region } = locations[0]!.physicalLocation;
      assert.equal(artifactLocation.uri, 'regions.md');
      assert.equal(region.startLine, region.endLine);
      assert.equal(lines[region.startLine - 1]!.slice(region.startColumn - 1, region.endColumn - 1), words);
    }
  });

  it('gives a sound draft no results in SARIF', async () => {
    const { stdout, status } = await against(file('sound.md', SOUND), '--format', 'sarif');
    assert.deepEqual([status, (JSON.parse(stdout) as Sarif).runs[0]!.results], [0, []]);
  });

  it('tells people where, what and why, with the right words', async () => {
    const { stdout, status } = await against(draftPath('draft.md'), '--format', 'text');
    assert.equal(status, 1);
    const shown = stdout.replace(/\s+/g, ' ');
    assert.match(shown, /draft\.md:7:2 misattributed Farrokh Davoudi said this, not Padma Raghunandan/);
    assert.match(shown, /Our list is with the Detainee Service\. \[-89-\]\{\+88\+\} names,/);
    assert.match(shown, /not found These words, or words near them, stand in no article that was looked through/);
    assert.match(shown, /the condition that goes with these words was cut off/);
    assert.match(
      shown,
      /verbatim These are the words of Viacheslav Torzhenko Viacheslav Torzhenko: “There is nothing to sign/,
    );
    assert.match(shown, /41 quotations: \d+ verbatim, .* 1 not found[^.]*\. Looked in 17 articles\. $/);
  });

  it('says the same of the draft as text and as a page', async () => {
    const body = DRAFT.replace(/^# .*\n\n/, '');
    const paragraphs = body.trim().split('\n\n');
    const escaped = paragraphs.map((one) => `<p>${one.replace(/’/g, '&#8217;').replace(/“/g, '&ldquo;')}</p>`);
    const page = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>At Vestvik</title></head>\n<body><article>\n<h1>At Vestvik</h1>\n${escaped.join('\n')}\n</article></body></html>\n`;
    for (const draft of [file('plain.txt', body), file('page.html', page)]) {
      const { stdout, stderr, status } = await against(draft);
      assert.equal(status, 1, stderr);
      const lines = linesOf(stdout);
      assert.deepEqual(wrongIn(expectedOf('draft'), lines), [], draft);
      const written = readFileSync(join(folder, draft), 'utf8').split('\n');
      for (const { words, region } of lines) {
        const { startLine, startColumn, endLine, endColumn } = region!;
        assert.equal(startLine, endLine, words);
        const there = written[startLine - 1]!.slice(startColumn - 1, endColumn - 1);
        assert.equal(there.replace(/&#8217;/g, '’'), words);
      }
    }
  });

  it('looks in the record where no articles are named', async () => {
    const added = await onrecord(['add', ARTICLES], { cwd: folder, env: { ONRECORD_USER: 'A. Editor' } });
    assert.equal(added.status, 0, added.stderr);
    const { stdout, stderr, status } = await run(draftPath('draft.md'));
    assert.equal(status, 1, stderr);
    const lines = linesOf(stdout);
    assert.deepEqual(wrongIn(expectedOf('draft'), lines), []);
    assert.ok(lines.every(({ found }) => found.every(({ key }) => /^[0-9a-f]{12}$/.test(key!))));
    const sound = await run(file('sound.md', SOUND));
    assert.deepEqual([sound.status, sound.stderr], [0, '']);
    const second = await run(draftPath('second.md'));
    assert.deepEqual(wrongIn(expectedOf('second'), linesOf(second.stdout)), []);
  });
});
