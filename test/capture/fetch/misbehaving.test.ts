import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type AttemptOptions, attempt, type Fetched, type Resolve } from '../../../src/capture/fetch/index.ts';
import { FOR_PAGES } from '../../../src/capture/fetch/page.ts';
import type { Outcome } from '../../../src/model.ts';
import { NOW } from '../inputs.ts';
import { type Certified, certify } from './certificates.ts';
import {
  MISDEEDS,
  type Misbehaving,
  type MisdeedName,
  PAGE,
  pathOf,
  startBare,
  startMisbehaving,
  startMisbehavingTls,
} from './misbehaving-server.ts';
import { type Named, startNameServer } from './name-server.ts';

const clock = { now: () => NOW.getTime() };
const bounds: AttemptOptions = { ...FOR_PAGES, allowPrivate: true, maxBytes: 1_000_000, clock };
/** For what would never end. */
const impatient: AttemptOptions = { timeoutMs: 400 };

const unknown: Resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));

type Expected = readonly [outcome: Outcome, reason: RegExp | null, options?: AttemptOptions];

const EXPECTED: Readonly<Record<MisdeedName, Expected>> = {
  silent: ['timed out', /not here within 0\.4 seconds/, impatient],
  'drips its headers': ['timed out', /within/, impatient],
  'drips its body': ['timed out', /within/, impatient],
  'stops in its headers': ['timed out', /did not answer in time/, { idleTimeoutMs: 300 }],
  'stops in its body': ['timed out', /stopped sending/, { idleTimeoutMs: 300 }],
  'never says where its body ends': ['timed out', /stopped sending/, { idleTimeoutMs: 300 }],
  'sends headers without end': ['too large', /more headers than any page needs/],
  'sends one huge header': ['too large', /more headers than any page needs/],
  'sends preliminary answers without end': ['timed out', /within/, impatient],
  'sends a body without end': ['too large', /larger than 1000000 bytes/],
  'sends chunks without end': ['too large', /larger than 1000000 bytes/],
  'sends a chunk extension without end': ['timed out', /within/, impatient],
  'announces too much': ['unreachable', /shorter or longer than its server said|broke the connection off/],
  'announces far too much': ['too large', /larger than 1000000 bytes/],
  'announces too little': ['ok', null],
  'announces less than nothing': ['unreachable', /does not speak HTTP as it should/],
  'announces two lengths': ['unreachable', /shorter or longer than its server said/],
  'announces a length and chunks': ['unreachable', /shorter or longer than its server said/],
  'sends chunks of no size': ['unreachable', /does not speak HTTP as it should/],
  'ends between chunks': ['unreachable', /broke the connection off/],
  'resets before its answer': ['unreachable', /broke the connection off/],
  'hangs up before its answer': ['unreachable', /broke the connection off/],
  'resets in mid-body': ['unreachable', /broke the connection off/],
  'hangs up in mid-body': ['unreachable', /shorter or longer|broke the connection off/],
  'resets in a packed body': ['unreachable', /broke the connection off/],
  'has no number for its status': ['unreachable', /does not speak HTTP as it should/],
  'has a status beyond all': ['unreachable', /does not speak HTTP as it should/],
  'speaks another version': ['unreachable', /does not speak HTTP as it should/],
  'speaks Icecast': ['unreachable', /does not speak HTTP as it should/],
  'speaks SSH': ['unreachable', /does not speak HTTP as it should/],
  'speaks no protocol': ['unreachable', /does not speak HTTP as it should/],
  'sends a page without a head': ['unreachable', /does not speak HTTP as it should/],
  'has NUL in its headers': ['unreachable', /does not speak HTTP as it should/],
  'has a header without a name': ['unreachable', /does not speak HTTP as it should/],
  'changes the protocol': ['unreachable', /./],
  'sends a second answer unasked': ['ok', null],
  'keeps the connection open': ['ok', null],
  'ends its body by hanging up': ['ok', null],
  'sends a gzip bomb': ['too large', /larger than 1000000 bytes/],
  'sends a brotli bomb': ['too large', /larger than 1000000 bytes/],
  'sends a deflate bomb': ['too large', /larger than 1000000 bytes/],
  'sends a zstd bomb': ['too large', /larger than 1000000 bytes/],
  'sends a bomb in a bomb': ['too large', /larger than 1000000 bytes/],
  'sends gzip that is cut off': ['unreachable', /ends before it is complete/],
  'sends gzip that is broken': ['unreachable', /packed as gzip, and it is not, or is broken/],
  'sends gzip that is none': ['unreachable', /packed as gzip, and it is not/],
  'sends brotli that is none': ['unreachable', /packed as br, and it is not/],
  'sends zstd that is none': ['unreachable', /packed as zstd, and it is not/],
  'packs nothing': ['empty', /body is empty/],
  'packs as nobody does': ['wrong type', /packed in a way that is not known: compress/],
  'packs over and over': ['wrong type', /packed 3 times over/],
  'packs twice': ['ok', null],
  'packs without a header': ['ok', null],
  'packs with a header': ['ok', null],
  'packs as zstd': ['ok', null],
  'says identity': ['ok', null],
  'gives another type': ['wrong type', /gives video\/mp4/],
  'gives no type, for a page': ['ok', null],
  'gives no type, for a picture': ['binary', /declares no type, and it is a PNG picture/],
  'gives a type that is none': ['ok', null],
  'gives nothing': ['empty', /body is empty/],
  'says that there is nothing': ['empty', /nothing to read \(status 204\)/],
  'gives a part': ['unreachable', /a part of it, though all was asked for \(status 206\)/],
  'says unchanged unasked': ['unreachable', /though that was not asked \(status 304\)/],
  'says unchanged': ['unchanged', /not changed \(status 304\)/, { known: { etag: '"v1"', sha256: 'abc' } }],
  'says changed when it is not': ['unchanged', /not changed by a byte/, { known: { sha256: sha256(PAGE) } }],
  'changes its text each time': ['ok', null, { known: { etag: '"same"', sha256: sha256(PAGE) } }],
  'redirects to nowhere': ['unreachable', /without saying where to \(status 301\)/],
  'redirects to no address': ['unreachable', /redirects to what is no address: http:\/\/\[::1/],
  'redirects to itself': ['too many redirects', /in a circle/],
  'redirects in a circle': ['too many redirects', /in a circle/],
  'redirects without end': ['too many redirects', /more than 10 times/],
  'redirects to plain HTTP': ['unreachable', /host is not known/, { resolve: unknown }],
  'redirects to a file': ['refused', /only http and https addresses are fetched, not file:/i],
  'redirects to a script': ['refused', /not javascript:/],
  'redirects to data': ['refused', /not data:/],
  'redirects with a password': ['refused', /user name or password/],
  'redirects with an endless page': ['ok', null],
  'wants a cookie': ['ok', null],
  'wants to be left alone': [
    'refused',
    /asked more often than it allows \(status 429\); it asks to be left alone for 120 s/,
  ],
  'is away until a day': ['unreachable', /failed \(status 503\); it asks to be left alone for 600 seconds/],
  'wants to be left alone for ever': ['refused', /left alone for 86400 seconds/],
  'wants to be left alone, oddly': ['refused', /allows \(status 429\)\.$/],
  'wants a password': ['refused', /refused to give it \(status 401\)/],
  'wants money': ['paywalled', /wants to be paid for it \(status 402\)/],
  'forbids it': ['refused', /refused to give it \(status 403\)/],
  'has no such page': ['not found', /no such page \(status 404\)/],
  'had such a page': ['not found', /no such page \(status 410\)/],
  'may not show it': ['refused', /refused to give it \(status 451\)/],
  'is broken': ['unreachable', /failed \(status 500\)/],
  'has a status of its own': ['unreachable', /failed \(status 999\)/],
  fine: ['ok', null],
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What every record of an attempt holds, whatever came of it. */
function checkRecord(made: Fetched, asked: string): void {
  assert.equal(made.url, asked);
  assert.equal(made.at, NOW.toISOString());
  assert.ok(Number.isInteger(made.durationMs) && made.durationMs >= 0);
  assert.ok(URL.canParse(made.finalUrl));
  assert.equal(made.finalUrl, made.redirects.at(-1) ?? made.url);
  assert.equal(made.body !== null, made.outcome === 'ok');
  assert.equal(made.reason === null, made.outcome === 'ok');
  if (made.reason !== null) assert.match(made.reason, /^[A-Z][^\n]*[^.]\.$/);
  if (made.body) {
    assert.equal(made.bytes, made.body.length);
    assert.equal(made.sha256, createHash('sha256').update(made.body).digest('hex'));
  }
  assert.ok(!('set-cookie' in made.headers));
}

describe('a server that misbehaves', () => {
  let server: Misbehaving;
  before(async () => {
    server = await startMisbehaving();
  });
  after(() => server.close());
  const ask = (name: MisdeedName, options: AttemptOptions = {}) =>
    attempt(`${server.origin}${pathOf(name)}`, { ...bounds, ...options });
  const textOf = ({ body }: Fetched): string => Buffer.from(body ?? []).toString();

  for (const name of Object.keys(MISDEEDS) as MisdeedName[]) {
    const [outcome, reason, options] = EXPECTED[name];
    it(`that ${name}: ${outcome}`, async () => {
      const made = await ask(name, options);
      assert.equal(made.outcome, outcome, made.reason ?? '');
      if (reason) assert.match(made.reason!, reason);
      checkRecord(made, `${server.origin}${pathOf(name)}`);
    });
  }

  it('in every way at once: each has its record, and none holds up another', async () => {
    const names = Object.keys(MISDEEDS) as MisdeedName[];
    assert.ok(names.length > 80);
    const made = await Promise.all(names.map((name) => ask(name, EXPECTED[name][2])));
    assert.deepEqual(
      made.map(({ outcome }, at) => `${names[at]}: ${outcome}`),
      names.map((name) => `${name}: ${EXPECTED[name][0]}`),
    );
  });

  for (const name of [
    'packs twice',
    'packs without a header',
    'packs with a header',
    'packs as zstd',
    'says identity',
    'gives no type, for a page',
    'sends a second answer unasked',
    'keeps the connection open',
    'ends its body by hanging up',
    'redirects with an endless page',
  ] as const) {
    it(`gives the page whole when it ${name}`, async () => assert.equal(textOf(await ask(name)), PAGE));
  }

  it('is believed in the length that it announces', async () => {
    assert.equal(textOf(await ask('announces too little')), PAGE.slice(0, 60));
  });

  it('sees no cookie again, though it sets one', async (t) => {
    const fresh = await startMisbehaving();
    t.after(() => fresh.close());
    const made = await attempt(`${fresh.origin}${pathOf('wants a cookie')}`, bounds);
    assert.match(textOf(made), /a B/);
    assert.equal(made.redirects.length, 1);
  });

  it('that changes its text gives another digest each time, under the same etag', async () => {
    const [first, second] = [await ask('changes its text each time'), await ask('changes its text each time')];
    assert.equal(first.etag, second.etag);
    assert.notEqual(first.sha256, second.sha256);
  });

  it('is told what is known of the very address that gave it, and of no other', async () => {
    const first = await ask('says unchanged');
    assert.deepEqual([first.etag, first.lastModified], ['"v1"', 'Sat, 03 May 2031 10:00:00 GMT']);
    const second = await ask('says unchanged', { known: first });
    assert.deepEqual(
      [second.outcome, second.etag, second.lastModified, second.sha256, second.bytes],
      ['unchanged', first.etag, first.lastModified, first.sha256, 0],
    );
    assert.match(server.heads.at(-1)!, /if-none-match: "v1"\r\nif-modified-since: sat, 03 may 2031 10:00:00 gmt/);
    assert.match(server.heads.at(-1)!, /connection: close/);
    const elsewhere = await ask('says unchanged', { known: { ...first, finalUrl: `${server.origin}/other` } });
    assert.equal(elsewhere.outcome, 'unchanged', 'by its bytes');
    assert.doesNotMatch(server.heads.at(-1)!, /if-none-match|if-modified-since/);
    await ask('fine', { known: { etag: 'a\r\nx-evil: 1', lastModified: 'x'.repeat(2_000) } });
    assert.doesNotMatch(server.heads.at(-1)!, /evil|xxx|if-/);
  });

  it('gives no validators with an error', async () => {
    const { etag, lastModified } = await ask('is broken');
    assert.deepEqual([etag, lastModified], [null, null]);
  });

  it('can be left at any time', async () => {
    const reason = new Error('enough');
    const control = new AbortController();
    setTimeout(() => control.abort(reason), 50);
    await assert.rejects(ask('silent', { signal: control.signal }), reason);
    await assert.rejects(ask('fine', { signal: control.signal }), reason);
    await assert.rejects(ask('fine', { contact: 'nobody' }), /e-mail address/);
  });
});

describe('a server whose TLS is wrong', () => {
  const host = 'news.paper.example';
  const resolve: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  const authority = certify('Paper Authority');
  const signed = (options: { hosts?: string[]; days?: [number, number]; issuer?: Certified } = {}): Certified =>
    certify(host, { hosts: [host], issuer: authority, ...options });
  const options: AttemptOptions = { ...bounds, resolve, ca: authority.cert };

  const CERTIFICATES: readonly (readonly [what: string, certificate: () => Certified, reason: RegExp | null])[] = [
    ['has a good certificate', () => signed(), null],
    ['has an expired certificate', () => signed({ days: [-9, -2] }), /certificate has expired/],
    ['has a certificate of tomorrow', () => signed({ days: [1, 9] }), /not valid yet/],
    ['has a certificate for another host', () => signed({ hosts: ['other.example'] }), /for another host/],
    ['signs for itself', () => certify(host, { hosts: [host] }), /signed by nobody but itself/],
    ['is signed by a stranger', () => signed({ issuer: certify('Stranger') }), /authority that is not known/],
  ];
  for (const [what, certificate, reason] of CERTIFICATES) {
    it(what, async (t) => {
      const server = await startMisbehavingTls(certificate());
      t.after(() => server.close());
      const made = await attempt(`${server.origin}/fine`, options);
      checkRecord(made, `${server.origin}/fine`);
      assert.equal(made.outcome, reason ? 'unreachable' : 'ok', made.reason ?? '');
      if (reason) assert.match(made.reason!, reason);
    });
  }

  it('redirects to where nothing is hidden on the way', async (t) => {
    const server = await startMisbehavingTls(signed());
    t.after(() => server.close());
    const { outcome, reason, redirects } = await attempt(
      `${server.origin}${pathOf('redirects to plain HTTP')}`,
      options,
    );
    assert.match(reason!, /from https to http/);
    assert.deepEqual([outcome, redirects], ['refused', []]);
  });

  for (const [what, take, outcome, reason, more] of [
    [
      'speaks no TLS',
      (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'),
      'unreachable',
      /^No safe connection could be agreed on with its server \(wrong version number\)/,
    ],
    [
      'hangs up in the handshake',
      (socket) => socket.once('data', () => socket.end()),
      'unreachable',
      /broke the connection off|safe/,
    ],
    [
      'resets in the handshake',
      (socket) => socket.once('data', () => socket.resetAndDestroy()),
      'unreachable',
      /broke the/,
    ],
    ['never shakes hands', () => undefined, 'timed out', /within 0\.4 seconds|in time/, impatient],
  ] as const satisfies readonly (readonly [
    string,
    Parameters<typeof startBare>[0],
    Outcome,
    RegExp,
    AttemptOptions?,
  ])[]) {
    it(what, async (t) => {
      const server = await startBare(take);
      t.after(() => server.close());
      const made = await attempt(`${server.origin}/`, { ...options, ...more });
      assert.equal(made.outcome, outcome, made.reason ?? '');
      assert.match(made.reason!, reason);
    });
  }
});

describe('a name server that misbehaves', () => {
  for (const [what, answers, outcome, reason, more] of [
    ['knows no such name', ['unknown'], 'unreachable', /host is not known/],
    ['fails', ['failure'], 'unreachable', /name server failed/],
    ['knows the name and no address', [[]], 'unreachable', /host has no address/],
    ['never answers', ['silence'], 'timed out', /within 0\.4 seconds/, impatient],
  ] as const satisfies readonly (readonly [string, readonly Named[], Outcome, RegExp, AttemptOptions?])[]) {
    it(what, async (t) => {
      const names = await startNameServer({ 'news.paper.example': answers });
      t.after(() => names.close());
      const made = await attempt('http://news.paper.example/', { ...bounds, resolve: names.resolve, ...more });
      assert.equal(made.outcome, outcome, made.reason ?? '');
      assert.match(made.reason!, reason);
    });
  }
});
