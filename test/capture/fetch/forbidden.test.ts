import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { request } from 'undici';
import { isPublicAddress } from '../../../src/capture/fetch/addresses.ts';
import { checkedAgent } from '../../../src/capture/fetch/connect.ts';
import { attempt } from '../../../src/capture/fetch/index.ts';
import { type NameServer, startNameServer } from './name-server.ts';

/** The address that stands for the public net here: the loopback has more than one. */
const PUBLIC = '127.0.0.2';
const PRIVATE = '127.0.0.1';
const allowPrivate = (host: string): boolean => host === PUBLIC;

/** Ways to write an address of this machine, of a local network or of a metadata service; PORT is the private server's. */
const WRITTEN = [
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0X7F.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://00000177.0.0.1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://①②⑦.0.0.1:PORT/',
  'http://127。0。0。1:PORT/',
  'http:127.0.0.1:PORT/',
  'http:\\\\127.0.0.1:PORT\\',
  'http://\t127.0.\n0.1:PORT/',
  'HTTP://127.0.0.1:PORT/',
  'http://127.255.255.254:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0:PORT/',
  'http://0.1.2.3/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://ｌｏｃａｌｈｏｓｔ:PORT/',
  'http://loc\u00adalhost:PORT/',
  'http://news.localhost:PORT/',
  'http://news.localhost.:PORT/',
  'http://localhost.localdomain:PORT/',
  'http://router/',
  'http://archive.local/',
  'http://archive.internal/',
  'http://desk.home.arpa/',
  'http://desk.corp/',
  'http://paper.onion/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://metadata/computeMetadata/v1/',
  'http://metadata.packet.net/',
  'http://metadata.tencentyun.com/',
  'http://instance-data.eu-west-1.compute.amazonaws.com/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://169.254.170.2/v2/credentials',
  'http://100.100.100.200/latest/meta-data/',
  'http://168.63.129.16/machine',
  'http://192.0.0.192/opc/v2/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[fd20:ce::254]/',
  'http://10.0.0.1/',
  'http://012.1.1.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://0xc0a80101/',
  'http://100.64.0.1/',
  'http://100.127.255.255/',
  'http://198.18.0.1/',
  'http://192.0.2.1/',
  'http://198.51.100.7/',
  'http://203.0.113.7/',
  'http://192.88.99.1/',
  'http://224.0.0.251/',
  'http://239.255.255.250/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::7f00:1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::ffff:10.0.0.1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[febf::1]/',
  'http://[fec0::1]/',
  'http://[fc00::1]/',
  'http://[fdff::1]/',
  'http://[ff02::1]/',
  'http://[ff0e::1]/',
  'http://[100::1]/',
  'http://[2001:db8::1]/',
  'http://[2001:2::1]/',
  'http://[3fff::1]/',
  'http://[5f00::1]/',
  'http://[4000::1]/',
  'http://paper.example@127.0.0.1:PORT/',
  'http://paper.example:80@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT@paper.example/',
  'http://user:word@paper.example/',
  'http://paper.example:0/',
  'http://paper.example:22/',
  'http://paper.example:25/',
  'http://paper.example:6000/',
  'https://paper.example:3659/',
  'http://paper.example:10080/',
  'ftp://paper.example/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:PORT/_x',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:http://127.0.0.1:PORT/x',
  'ws://paper.example/',
  'view-source:http://127.0.0.1:PORT/',
  `http://paper.example/${'x'.repeat(9_000)}`,
] as const;

/** What is no address for any reader: it goes nowhere. */
const NO_ADDRESSES = [
  'http://[fe80::1%25eth0]/',
  'http://[fe80::1%eth0]/',
  'http://1.2.3.4.5/',
  'http://256.256.256.256/',
  'http://[::1/',
  'http://127.0.0.1:99999/',
  'http://a b/',
  'http://',
  '',
] as const;

/** Names and what they resolve to, one time after another; all but the last address that is told is harmless. */
const NAMED = {
  'loopback.paper.example': [[PRIVATE]],
  'loopback6.paper.example': [['::1']],
  'mapped.paper.example': [['::ffff:127.0.0.1']],
  'nat64.paper.example': [['64:ff9b::7f00:1']],
  'lan.paper.example': [['192.168.0.10']],
  'metadata.paper.example': [['169.254.169.254']],
  'metadata6.paper.example': [['fd00:ec2::254']],
  'wireserver.paper.example': [['168.63.129.16']],
  'zero.paper.example': [['0.0.0.0']],
  'multicast.paper.example': [['224.0.0.1']],
  'mixed.paper.example': [[PUBLIC, PRIVATE]],
  'mixed6.paper.example': [[PUBLIC, '::1']],
  'rebinding.paper.example': [[PUBLIC], [PRIVATE]],
  'rebinding6.paper.example': [[PUBLIC], ['::1']],
} as const;
const rebinding = (name: string): boolean => name.startsWith('rebinding');

interface Listening {
  readonly server: Server;
  readonly port: number;
  readonly asked: string[];
}

async function listen(host: string, port: number, answer: Parameters<typeof createServer>[1]): Promise<Listening> {
  const asked: string[] = [];
  const server = createServer(answer)
    .on('connection', () => asked.push('connection'))
    .listen(port, host);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, asked };
}

describe('forbidden targets', () => {
  let open: Listening;
  let shut: Listening;
  let names: NameServer;
  const target = (written: string): string => written.replaceAll('PORT', String(shut.port));

  before(async () => {
    // Both listen at the same port, so that a name that changes its address leads from one to the other.
    shut = await listen(PRIVATE, 0, (_, response) => response.end('secret'));
    open = await listen(PUBLIC, shut.port, (request, response) => {
      const to = new URL(request.url!, 'http://x').searchParams.get('to');
      if (to === null) response.writeHead(200, { 'content-type': 'text/plain' }).end('public');
      else response.writeHead(302, { location: to }).end();
    });
    names = await startNameServer({ 'public.paper.example': [[PUBLIC]], ...NAMED });
  });
  after(() => {
    names.close();
    for (const { server } of [open, shut]) server.close();
  });
  const ask = (address: string) => attempt(address, { allowPrivate, resolve: names.resolve });

  it('are more than sixty, and each is told once', () => {
    assert.ok(WRITTEN.length + Object.keys(NAMED).length > 120);
    assert.equal(new Set(WRITTEN).size, WRITTEN.length);
  });

  it('are refused however they are written, and not connected to', async () => {
    const wrong: string[] = [];
    for (const written of WRITTEN) {
      const { outcome, status, reason, body } = await attempt(target(written), { resolve: names.resolve });
      if (outcome !== 'refused' || status !== null || body || !/^[A-Z].*\.$/.test(reason ?? ''))
        wrong.push(`${written}: ${outcome}, ${reason}`);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(shut.asked, []);
    assert.deepEqual(names.asked, [], 'no name was looked up to find that out');
  });

  it('are refused at every redirect', async () => {
    const wrong: string[] = [];
    names.asked.length = 0;
    // What stands for the public net here is reached by its address.
    const hop = `http://${PUBLIC}:${open.port}/?to=`;
    for (const written of WRITTEN.filter((written) => written.length < 1_000)) {
      const first = `${hop}${encodeURIComponent(new URL(target(written)).href)}`;
      const { outcome, redirects, reason } = await ask(first);
      if (outcome !== 'refused' || redirects.length !== 1) wrong.push(`${written}: ${outcome}, ${reason}`);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual([shut.asked, names.asked], [[], []]);
    const { outcome, body } = await ask(`${hop}/`);
    assert.deepEqual([outcome, body && Buffer.from(body).toString()], ['ok', 'public'], 'others are followed');
  });

  it('are refused after resolution, whichever of the answers they are', async () => {
    for (const name of Object.keys(NAMED).filter((name) => !rebinding(name))) {
      const { outcome, reason } = await ask(`http://${name}:${open.port}/`);
      assert.equal(outcome, 'refused', name);
      assert.match(reason!, /is at [\da-f.:]+, which is no address of the public net/);
    }
    assert.deepEqual(shut.asked, []);
  });

  for (const name of Object.keys(NAMED).filter(rebinding)) {
    it(`are refused when the answer changes: ${name}`, async () => {
      const address = `http://${name}:${open.port}/`;
      names.asked.length = 0;
      const { outcome, reason, redirects } = await ask(`${address}?to=${encodeURIComponent(address)}`);
      assert.deepEqual([outcome, redirects], ['refused', [address]], reason!);
      assert.deepEqual(names.asked, [name, name], 'one look-up for each connection: what was checked is connected to');
      assert.deepEqual(shut.asked, []);
    });
  }

  it('are refused on the socket, where no name is looked up', async () => {
    const dispatcher = checkedAgent({ allowPrivate: false, connectTimeoutMs: 5_000, idleTimeoutMs: 5_000 });
    await assert.rejects(request(`http://${PRIVATE}:${shut.port}/`, { dispatcher }), { code: 'refused' });
    await dispatcher.destroy();
    assert.equal(shut.asked.splice(0).length, 1, 'the check is the last one: it comes after the connection');
  });

  it('are asked where the user wants it, as far as that goes', async () => {
    assert.equal((await attempt(target('http://localhost:PORT/'), { allowPrivate: true })).outcome, 'ok');
    assert.equal((await attempt(target('http://127.1:PORT/'), { allowPrivate: true })).outcome, 'ok');
    assert.equal((await attempt('http://127.0.0.1:25/', { allowPrivate: true })).outcome, 'refused');
    assert.equal((await ask(`http://public.paper.example:${open.port}/`)).outcome, 'ok');
    assert.equal((await ask(target('http://127.0.0.1:PORT/'))).outcome, 'refused');
  });

  it('are not found where they are no addresses', async () => {
    for (const address of NO_ADDRESSES) assert.equal((await attempt(address)).outcome, 'not found', address);
  });
});

describe('public addresses', () => {
  it('are those of the public net only', () => {
    for (const address of ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])
      assert.ok(isPublicAddress(address), address);
    for (const address of ['fe80::1%eth0', '2606:2800::1%1', 'localhost', '', '::ffff:168.63.129.16', '1.2.3.4.5'])
      assert.ok(!isPublicAddress(address), address);
  });

  it('hold no address of this machine in any form', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const embedded = fc.constantFrom('::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::');
    fc.assert(
      fc.property(fc.constantFrom(127, 10, 0), byte, byte, byte, embedded, (a, b, c, d, prefix) => {
        const four = [a, b, c, d].join('.');
        assert.ok(!isPublicAddress(four), four);
        assert.ok(!isPublicAddress(`${prefix}${four}`), `${prefix}${four}`);
      }),
    );
  });
});
