import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { articleFiles, expected, plain, readSamples } from './pages.ts';

const samples = new Map(readSamples().map((sample) => [sample.id, sample]));
const page = (id: string) => samples.get(id)!;

test('reported speech in all the ways that news has', () => {
  const ways: readonly [what: string, id: string, words: RegExp][] = [
    ['speaker before', 'decree-114', /Mr Davoudi stated: «We will not/],
    ['speaker after', 'torzhenko-interview', /Upper Temma dam,” he said\./],
    ['speaker in the middle', 'envoy-dahvan-at-the-table', /hotels," said Padma Raghunandan, .* "I have not seen/],
    ['pronoun as a source', 'half-the-table-empty', /"I know what I was told," she said/],
    ['nominal as a source', 'tap-runs-on-tuesdays', /the major said\./],
    ['organization as a source', 'hpa-20311021-0932', /The International Detainee Service said/],
    ['group as a source', 'no-talks-till-the-trains-run', /Furious ministers in Ruvand say/],
    ['poll as a source', 'lesovians-want-talks-poll', /according to a poll by the Marchland Institute/],
    ['report as a source', 'half-the-table-empty', /A report which the commission published on Monday warns/],
    ['notice as a source', 'tap-runs-on-tuesdays', /A Dahvani notice on the bakery door says/],
    ['anonymity with its reason', 'hruzova-we-will-go-alone', /who was not authorised to speak publicly/],
    ['anonymity with its reason', 'hpa-20311006-0417', /not to be named because the document has not been made public/],
    ['denial', 'president-denies-secret-deal', /on Sunday denied that/],
    ['denial', 'vestvik-live-12-october', /has denied a report/],
    ['question', 'hruzova-we-will-go-alone', /“Which of them is speaking for Lesovia\?” asked/],
    ['question', 'tap-runs-on-tuesdays', /Who will turn the valve\?”/],
    ['medium: told', 'no-talks-till-the-trains-run', /told The Torch: “/],
    ['medium: wrote on', 'envoy-dahvan-at-the-table', /wrote on Murmur/],
    ['medium: posted on', 'vestvik-live-12-october', /has posted on Murmur: "/],
    ['medium: in an interview with', 'no-agreement-while-dahvan-holds-dam', /in an interview with The Penwick Ledger/],
    ['medium: broadcast', 'lesovian-losses', /speaking on state television/],
    ['day with its weekday', 'decree-114', /on Sunday, 5 October/],
    ['day without its year', 'president-denies-secret-deal', /on Saturday, 18 October/],
    ['weekday alone', 'hpa-20311006-0417', /told reporters in Stavna on Monday/],
    ['scare quotes', 'no-talks-till-the-trains-run', /the “peace patrol” so far/],
    ['scare quotes', 'tap-runs-on-tuesdays', /living in a “corridor”, a “buffer” or a “strip”/],
    ['title in quotation marks', 'torzhenko-interview', /known as “the Winter Act”/],
    ['title in quotation marks', 'tap-runs-on-tuesdays', /“Two Brides for Osip”/],
    ['title in quotation marks', 'envoy-dahvan-at-the-table', /programme, "The Long Table"/],
    ['figure of one ministry', 'lesovian-losses', /1,860 servicemen killed .* the Ministry of Defence said/],
    ['condition: as long as', 'torzhenko-interview', /nothing to sign as long as/],
    ['condition: only after', 'torzhenko-interview', /begin only after the first train/],
    ['condition: unless', 'no-talks-till-the-trains-run', /by Christmas unless both sides sit down/],
    ['condition: in exchange for', 'half-the-table-empty', /"in exchange for a timetable/],
  ];
  for (const [what, id, words] of ways) assert.match(page(id).text, words, `${what} in ${id}`);
});

test('headlines that attribute', () => {
  const titles = new Map(expected.map((article) => [article.id, article.title]));
  assert.match(titles.get('envoy-dahvan-at-the-table')!, /^Envoy: Dahvan will be/);
  assert.match(titles.get('no-talks-till-the-trains-run')!, /^DAWUDI: NO TALKS/);
  assert.match(titles.get('lesovian-losses')!, /^Defence Ministry: Lesovia has lost/);
  assert.match(titles.get('hruzova-we-will-go-alone')!, /^Hruzova: we will go/);
});

test('a quotation that runs over two paragraphs opens twice and closes once', () => {
  const paragraphs = page('torzhenko-interview').pieces('.pl-body > p');
  const at = paragraphs.findIndex((words) => words.includes('We have counted 312'));
  const [first, second] = [paragraphs[at]!, paragraphs[at + 1]!];
  assert.doesNotMatch(first, /”$/);
  assert.match(second, /^“.*”$/);
});

test('one wire story in three papers: whole, shortened, under another lead', () => {
  const body = (id: string, selector: string): string[] => page(id).pieces(selector).map(plain);
  const undated = (words: string): string => words.replace(/^vestvik, oct 6 \(halyard\) [-–] /, '');
  const wire = plain(page('hpa-20311006-0417').text);
  const whole = body('mediator-says-dahvan-will-join-talks', '.pl-body > p').map(undated);
  const short = body('dahvan-to-join-river-talks', '.entry-content > p').filter(Boolean);
  const other = body('believe-it-when-i-see-the-luggage', '.tc-par');
  assert.ok(wire.startsWith(`vestvik, oct 6 (halyard) - ${whole.join(' ')}`));
  assert.ok(short.length < whole.length && short.every((paragraph) => whole.includes(paragraph)));
  assert.ok(!whole.includes(other[0]!) && !whole.includes(other[1]!));
  assert.deepEqual(other.slice(2), whole.slice(1));
});

test('metadata in the ways that sites have it, and not at all', () => {
  const source = (id: string): string => page(id).source;
  assert.match(source('torzhenko-interview'), /ld\+json/);
  assert.match(source('hruzova-we-will-go-alone'), /"@graph"/);
  assert.match(source('vestvik-live-12-october'), /LiveBlogPosting/);
  assert.match(source('envoy-dahvan-at-the-table'), /property="article:published_time"/);
  assert.doesNotMatch(source('envoy-dahvan-at-the-table'), /ld\+json/);
  assert.match(source('decree-114'), /itemprop="datePublished"/);
  assert.match(source('tap-runs-on-tuesdays'), /<time [^>]*datetime=/);
  assert.doesNotMatch(source('tap-runs-on-tuesdays'), /ld\+json|property="|itemprop/);
  assert.doesNotMatch(source('no-agreement-while-dahvan-holds-dam'), /ld\+json|property="|itemprop|<time|<h1|author/);
  const broken = /ld\+json">([^<]*)</.exec(source('no-talks-till-the-trains-run'))![1]!;
  assert.throws(() => JSON.parse(broken), 'structured data that cannot be read');
});

test('markup and encodings as sites have them', () => {
  const source = (id: string): string => page(id).source;
  const count = (id: string, tag: RegExp): number => source(id).match(tag)?.length ?? 0;
  const broken = 'no-talks-till-the-trains-run';
  assert.ok(count(broken, /<p[ >]/g) > count(broken, /<\/p>/g) + 15, 'unclosed paragraphs');
  assert.doesNotMatch(source(broken), /<\/body>|<\/html>/);
  const digest = articleFiles().find((file) => file.includes('stavna-digest'))!;
  assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(digest)), 'not UTF-8');
  assert.ok(readFileSync(digest).includes(0x93), 'a curly quotation mark in windows-1252');
  const quoted = [...samples.keys()].filter((id) => /&laquo;\w/.test(source(id)));
  assert.ok(quoted.length > 0 && quoted.every((id) => page(id).file.startsWith('dahvan-state-wire/')), 'guillemets');
  for (const [id, mark] of [
    ['envoy-dahvan-at-the-table', '"It is a chair'],
    ['torzhenko-interview', '“There is nothing'],
    ['vestvik-live-12-october', '&quot;The decree'],
    ['tap-runs-on-tuesdays', '&#8220;He is not'],
    ['believe-it-when-i-see-the-luggage', '&ldquo;If they come'],
    ['torzhenko-interview', '21&nbsp;September'],
    [broken, '&mdash;'],
  ] as const)
    assert.ok(source(id).includes(mark), `${mark} in ${id}`);
  const pasted = readFileSync(articleFiles().find((file) => file.endsWith('.txt'))!);
  assert.deepEqual([...pasted.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark');
  assert.match(source('half-the-table-empty'), /^\uFEFF?icon searchicon menu[\s\S]*\r\nRelated coverage:\r\n/);
  assert.equal([...samples.values()].filter((sample) => sample.file.endsWith('.jsonl')).length, 2);
  assert.ok(page('vestvik-live-12-october').pieces('.lx-post').length >= 8, 'a live page of posts');
});

test('pages reach nothing outside: no script, style or frame from elsewhere', () => {
  for (const { id, source } of samples.values()) {
    assert.doesNotMatch(source, /<(script|iframe|embed|object)[^>]*\ssrc=/i, id);
    for (const match of source.matchAll(/https?:\/\/([^/"\s]+)/g))
      assert.match(match[1]!, /\.example$|^schema\.org$|^www\.w3\.org$/, id);
  }
});
