import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openPolite, type Polite, type PoliteOptions } from '../../../src/capture/index.ts';
import { stillClock } from '../still-clock.ts';
import { type Page, type Site, startSite, status } from './site.ts';

const TEXT = 'The ferry pact was signed in Norta on Friday.';
const SECOND = 1_000;

async function opened(
  t: TestContext,
  pages: Record<string, Page>,
  options: PoliteOptions = {},
): Promise<{ site: Site; polite: Polite; clock: ReturnType<typeof stillClock> }> {
  const site = await startSite(t, pages);
  const clock = stillClock();
  const polite = await openPolite({ allowPrivate: true, resolve: site.resolve, clock, ...options });
  return { site, polite, clock };
}

describe('politeness', () => {
  it('asks under a name that says how to reach whoever asks', async (t) => {
    const names: (string | undefined)[] = [];
    const tell: Page = (request, response) => {
      names.push(request.headers['user-agent']);
      response.writeHead(200, { 'content-type': 'text/plain' }).end(TEXT);
    };
    const { site, polite } = await opened(t, { '/a': tell, '/robots.txt': tell }, { contact: 'desk@paper.example' });
    assert.equal((await polite.attempt(site.at('/a'))).outcome, 'ok');
    assert.deepEqual(names, Array(2).fill('Onrecord/0.1 (desk@paper.example)'));
    await assert.rejects(openPolite({ contact: 'me' }), /e-mail address or the address of a web page/);
  });

  it('leaves time between requests to one host, and none between hosts', async (t) => {
    const { site, polite, clock } = await opened(t, { '/a': TEXT }, { delayMs: 2 * SECOND });
    for (const host of ['one.example', 'two.example']) await polite.attempt(site.at('/a', host));
    // The robots.txt of each is a request as well.
    assert.deepEqual(clock.waits, [2 * SECOND, 2 * SECOND]);
    await polite.attempt(site.at('/a', 'one.example'));
    await polite.attempt(site.at('/a', 'one.example'));
    assert.deepEqual(
      clock.waits.length,
      3,
      'two.example was asked in the meantime: nothing is left to wait for the first',
    );
    assert.equal(site.asked.length, 6);
  });

  it('asks one thing of a host at a time, and so many hosts at the same time', async (t) => {
    const slow: Page = (_, response) => void setTimeout(() => response.end(TEXT), 15);
    const site = await startSite(t, { '/a': slow, '/b': slow });
    const polite = await openPolite({ allowPrivate: true, resolve: site.resolve, delayMs: 1, atOnce: 3 });
    const hosts = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example', 'f.example'];
    const made = await Promise.all(
      hosts.flatMap((host) => ['/a', '/b', '/a'].map((path) => polite.attempt(site.at(path, host)))),
    );
    assert.ok(made.every(({ outcome }) => outcome === 'ok'));
    assert.equal(site.asked.length, hosts.length * 4);
    for (const host of hosts) assert.equal(site.most.get(host), 1, host);
    const most = site.most.get('all')!;
    assert.ok(most > 1 && most <= 3, `${most} at the same time`);
  });

  it('goes on with a host after an address that cannot be asked', async (t) => {
    const { site, polite } = await opened(t, { '/a': TEXT });
    for (const [address, outcome] of [
      ['ftp://paper.example/a', 'refused'],
      ['no address', 'not found'],
      [site.at('/missing'), 'not found'],
      [site.at('/a'), 'ok'],
    ] as const)
      assert.equal((await polite.attempt(address)).outcome, outcome, address);
    const shut = await openPolite({ resolve: site.resolve, clock: stillClock() });
    assert.equal((await shut.attempt(site.at('/a'))).outcome, 'refused', 'what is not public is not asked by any way');
    assert.equal(site.asked.filter((asked) => asked.endsWith('/robots.txt')).length, 1);
  });

  it('takes what is known along', async (t) => {
    const { site, polite } = await opened(t, { '/a': TEXT });
    const known = await polite.attempt(site.at('/a'));
    assert.equal((await polite.attempt(site.at('/a'), { known })).outcome, 'unchanged');
  });
});

describe('a host that is busy or fails', () => {
  const failing = (times: number, code = 503, headers: Record<string, string> = {}): Page => {
    let left = times;
    return (_, response) => {
      if (left-- > 0) response.writeHead(code, headers).end();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(TEXT);
    };
  };

  it('is left alone as long as it asks', async (t) => {
    const { site, polite, clock } = await opened(t, { '/a': failing(1, 429, { 'retry-after': '90' }) });
    const first = await polite.attempt(site.at('/a'));
    assert.deepEqual([first.outcome, first.status, first.retryAfter], ['refused', 429, 90]);
    assert.equal((await polite.attempt(site.at('/a'))).outcome, 'ok');
    assert.equal(clock.waits.at(-1), 90 * SECOND);
  });

  it('is not waited for where that takes too long, and nobody else is held up', async (t) => {
    const { site, polite, clock } = await opened(t, { '/a': failing(1, 429, { 'retry-after': '3600' }), '/b': TEXT });
    await polite.attempt(site.at('/a'));
    const before = [site.asked.length, clock.time];
    const second = await polite.attempt(site.at('/b'));
    assert.deepEqual([second.outcome, second.status, second.retryAfter], ['refused', null, 3_600]);
    assert.match(second.reason!, /^It was not asked for: .* until 2031-05-04T11:00:\d\d\.\d{3}Z\.$/);
    assert.deepEqual([site.asked.length, clock.time], before);
    assert.equal((await polite.attempt(site.at('/b', 'other.example'))).outcome, 'ok');
    clock.time += 3_600 * SECOND;
    assert.equal((await polite.attempt(site.at('/b'))).outcome, 'ok');
  });

  it('is asked ever more rarely: full jitter under a bound that doubles', async (t) => {
    const { site, polite, clock } = await opened(t, { '/a': failing(6) }, { delayMs: 100 });
    const chances = [0.9, 0.5, 0.25, 0, 1 - 2 ** -40, 0.5];
    clock.random = () => chances.shift()!;
    const made = [];
    for await (const attempt of polite.tries(site.at('/a'), 9)) made.push(attempt.outcome);
    assert.deepEqual(made, [...Array(6).fill('unreachable'), 'ok']);
    // The first is the delay after the robots.txt; of 2, 4, 8 … seconds each time the part that chance gives.
    assert.deepEqual(clock.waits, [100, 1_800, 2_000, 2_000, 100, 32_000, 32_000]);
  });

  it('counts for itself when another leads to it', async (t) => {
    const { site, polite, clock } = await opened(t, {
      '/to-down': (_, response) => response.writeHead(302, { location: site.at('/a', 'down.example') }).end(),
      '/a': failing(1, 503, { 'retry-after': '600' }),
      '/b': TEXT,
    });
    assert.equal((await polite.attempt(site.at('/to-down'))).status, 503);
    clock.waits.length = 0;
    assert.equal((await polite.attempt(site.at('/b'))).outcome, 'ok');
    assert.deepEqual(clock.waits, [2 * SECOND]);
    assert.match((await polite.attempt(site.at('/b', 'down.example'))).reason!, /^It was not asked for/);
    const again = await polite.attempt(site.at('/to-down'));
    assert.deepEqual([again.outcome, again.redirects.length], ['refused', 1]);
    assert.equal(site.asked.filter((asked) => asked === 'down.example /a').length, 1);
  });

  it('is asked at once after it has come back', async (t) => {
    const { site, polite, clock } = await opened(t, { '/a': failing(3) }, { delayMs: 100 });
    for await (const _ of polite.tries(site.at('/a'), 9));
    clock.waits.length = 0;
    await polite.attempt(site.at('/a'));
    assert.deepEqual(clock.waits, [100]);
  });

  it('is tried so many times, and not again for what lasts', async (t) => {
    const { site, polite } = await opened(t, { '/a': failing(99), '/gone': status(410) });
    const outcomes = async (path: string): Promise<string[]> => {
      const all: string[] = [];
      for await (const { outcome } of polite.tries(site.at(path), 3)) all.push(outcome);
      return all;
    };
    assert.deepEqual(await outcomes('/a'), Array(3).fill('unreachable'));
    assert.deepEqual(await outcomes('/gone'), ['not found']);
  });

  it('can be waited for no longer', async (t) => {
    const site = await startSite(t, { '/a': failing(1, 429, { 'retry-after': '60' }) });
    const polite = await openPolite({ allowPrivate: true, resolve: site.resolve, delayMs: 0 });
    await polite.attempt(site.at('/a'));
    const control = new AbortController();
    const reason = new Error('enough');
    setTimeout(() => control.abort(reason), 20);
    const { signal } = control;
    // The second waits for its turn behind the first.
    const made = ['/a', '/b'].map((path) => polite.attempt(site.at(path), { signal }));
    await Promise.all(made.map((attempt) => assert.rejects(attempt, reason)));
  });
});

describe('robots.txt', () => {
  it('is asked for once, and what it forbids is not asked for', async (t) => {
    const { site, polite } = await opened(t, {
      '/robots.txt': 'User-agent: *\nDisallow: /archive/\nAllow: /archive/open\n',
      '/a': TEXT,
      '/archive/open': TEXT,
      '/archive/shut': TEXT,
    });
    const made = [];
    for (const path of ['/a', '/archive/shut', '/archive/open', '/robots.txt'])
      made.push(await polite.attempt(site.at(path)));
    assert.deepEqual(
      made.map(({ outcome }) => outcome),
      ['ok', 'robots', 'ok', 'ok'],
    );
    assert.deepEqual([made[1]!.status, made[1]!.body], [null, null]);
    assert.match(made[1]!.reason!, /robots\.txt of its server asks programs not to read it/);
    assert.deepEqual(
      site.asked.map((asked) => asked.split(' ')[1]),
      ['/robots.txt', '/a', '/archive/open', '/robots.txt'],
    );
  });

  it('speaks to us by our name, and to each host and port for itself', async (t) => {
    const { site, polite } = await opened(t, {
      'one.example /robots.txt': 'User-agent: *\nAllow: /\n\nUser-agent: onrecord\nDisallow: /\n',
      'two.example /robots.txt': 'User-agent: otherbot\nDisallow: /\n',
      '/a': TEXT,
    });
    const outcomes = [];
    for (const host of ['one.example', 'two.example'])
      outcomes.push((await polite.attempt(site.at('/a', host))).outcome);
    assert.deepEqual(outcomes, ['robots', 'ok']);
  });

  for (const [what, page, outcome] of [
    ['that is not there', status(404), 'ok'],
    ['that is forbidden', status(403), 'ok'],
    ['that is gone', status(410), 'ok'],
    ['that is empty', status(200), 'ok'],
    ['that is a page', '<!doctype html><html><body>Disallow: / us</body></html>', 'ok'],
    ['that is no text', (_, response) => response.end(Buffer.from([0, 1, 2, 255, 0])), 'ok'],
    ['that leads to itself', status(302, { location: '/robots.txt' }), 'ok'],
    ['that leads into another network', status(302, { location: 'file:///etc/passwd' }), 'ok'],
    ['with the mark of UTF-8', '\ufeffUser-agent: *\r\nDisallow: /a\r\n', 'robots'],
    ['with old line ends', 'User-agent: *\rDisallow: /a\r', 'robots'],
    ['elsewhere', status(301, { location: '/rules' }), 'robots'],
    ['that is broken', status(500), 'unreachable'],
    ['that comes too often', status(429), 'refused'],
    ['that breaks off', (request) => request.socket.destroy(), 'unreachable'],
  ] as const satisfies readonly (readonly [string, Page, string])[]) {
    it(`${what}: ${outcome}`, async (t) => {
      const { site, polite } = await opened(t, {
        '/robots.txt': page,
        '/rules': 'User-agent: *\nDisallow: /a',
        '/a': TEXT,
      });
      const made = await polite.attempt(site.at('/a'));
      assert.equal(made.outcome, outcome, made.reason ?? '');
      assert.equal(
        site.asked.some((asked) => asked.endsWith('/a')),
        outcome === 'ok',
      );
      if (!['ok', 'robots'].includes(outcome))
        assert.match(made.reason!, /^The robots\.txt of its server could not be had.*: \S/);
    });
  }

  it('counts as far as it is read, and odd rules not at all', async (t) => {
    const filler = '# filler\n'.repeat(60_000);
    const wild = `Disallow: /*${'a'.repeat(1_500)}\n`.repeat(10);
    const { site, polite } = await opened(t, {
      '/robots.txt': `User-agent: *\nDisallow: /early\n${wild}Disallow: /*.wild$\n${filler}Disallow: /late\n`,
      '/early': TEXT,
      '/late': TEXT,
      '/b.wild': TEXT,
    });
    const made = [];
    for (const path of ['/early', '/late', '/b.wild']) made.push((await polite.attempt(site.at(path))).outcome);
    assert.deepEqual(made, ['robots', 'ok', 'robots']);
  });

  it('with thousands of rules that fit almost everywhere is read all the same', async (t) => {
    const wild = `Disallow: /*${'a'.repeat(60)}b\n`.repeat(7_000);
    const path = `/${'a'.repeat(6_000)}`;
    const { site, polite } = await opened(t, { '/robots.txt': `User-agent: *\n${wild}`, [path]: TEXT });
    assert.equal((await polite.attempt(site.at(path))).outcome, 'ok');
  });

  for (const [delay, waited] of [
    ['7', 7 * SECOND],
    ['0.5', 2 * SECOND],
    ['-3', 2 * SECOND],
    ['soon', 2 * SECOND],
    ['Infinity', 2 * SECOND],
  ] as const) {
    it(`with a Crawl-delay of ${delay}`, async (t) => {
      const { site, polite, clock } = await opened(t, {
        '/robots.txt': `User-agent: *\nCrawl-delay: ${delay}\n`,
        '/a': TEXT,
      });
      await polite.attempt(site.at('/a'));
      await polite.attempt(site.at('/a'));
      assert.equal(clock.waits.at(-1), waited);
    });
  }

  it('is asked for again when it has expired, and stands while its server fails', async (t) => {
    const rules: Page[] = [
      (_, response) =>
        response.writeHead(200, { 'cache-control': 'public, max-age=900' }).end('User-agent: *\nDisallow: /a\n'),
      status(503),
      'User-agent: *\nDisallow: /b\n',
    ];
    const pages: Record<string, Page> = { '/a': TEXT, '/b': TEXT };
    const { site, polite, clock } = await opened(t, pages);
    const outcome = async (): Promise<string> => (await polite.attempt(site.at('/a'))).outcome;
    pages['/robots.txt'] = rules[0]!;
    assert.equal(await outcome(), 'robots');
    pages['/robots.txt'] = rules[1]!;
    clock.time += 899 * SECOND;
    assert.equal(await outcome(), 'robots');
    assert.equal(site.asked.length, 1);
    clock.time += 2 * SECOND;
    assert.equal(await outcome(), 'robots');
    assert.equal(site.asked.length, 2);
    pages['/robots.txt'] = rules[2]!;
    clock.time += 60 * SECOND;
    assert.equal(await outcome(), 'ok');
    assert.equal(site.asked.length, 4);
  });

  it('of where a redirect leads counts as well', async (t) => {
    const { site, polite } = await opened(t, {
      'two.example /robots.txt': 'User-agent: *\nDisallow: /shut\n',
      'down.example /robots.txt': status(500),
      '/shut': TEXT,
      '/open': TEXT,
      '/to-shut': (_, response) => response.writeHead(302, { location: site.at('/shut', 'two.example') }).end(),
      '/to-open': (_, response) => response.writeHead(302, { location: site.at('/open', 'two.example') }).end(),
      '/to-down': (_, response) => response.writeHead(302, { location: site.at('/open', 'down.example') }).end(),
    });
    for (const [path, outcome] of [
      ['/to-shut', 'robots'],
      ['/to-open', 'ok'],
      ['/to-down', 'unreachable'],
    ] as const)
      assert.equal((await polite.attempt(site.at(path))).outcome, outcome, path);
    assert.ok(!site.asked.includes('two.example /shut'));
    assert.equal(site.asked.filter((asked) => asked === 'two.example /robots.txt').length, 1);
  });

  it('holds up no two hosts that lead to each other', async (t) => {
    const { site, polite } = await opened(t, {
      'one.example /a': (_, response) => response.writeHead(302, { location: site.at('/b', 'two.example') }).end(),
      'two.example /a': (_, response) => response.writeHead(302, { location: site.at('/b', 'one.example') }).end(),
      '/b': TEXT,
    });
    const made = await Promise.all(
      ['one.example', 'two.example', 'one.example', 'two.example'].map((host) => polite.attempt(site.at('/a', host))),
    );
    assert.deepEqual(
      made.map(({ outcome }) => outcome),
      Array(4).fill('ok'),
    );
  });
});
