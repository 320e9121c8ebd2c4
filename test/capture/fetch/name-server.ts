/** A name server (RFC 1035, over UDP) on the loopback, that answers as its keeper likes, and not always the same. */
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Resolve } from '../../../src/capture/fetch/index.ts';

/** What a name is answered with: addresses of both families, a failure, or nothing at all. */
export type Named = readonly string[] | 'unknown' | 'failure' | 'silence';

const TYPES = { A: 1, AAAA: 28 };
const CODES = { failure: 2, unknown: 3 };

interface Question {
  readonly name: string;
  readonly type: number;
  /** As it stands in the packet. */
  readonly bytes: Buffer;
}

function readQuestion(packet: Buffer): Question {
  const labels: string[] = [];
  let at = 12;
  for (let length = packet[at]!; length > 0; length = packet[at]!) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return {
    name: labels.join('.').toLowerCase(),
    type: packet.readUInt16BE(at + 1),
    bytes: packet.subarray(12, at + 5),
  };
}

function answerFor(packet: Buffer, question: Question, named: readonly string[] | 'unknown' | 'failure'): Buffer {
  const failed = typeof named === 'string';
  const family = question.type === TYPES.A ? isIPv4 : (address: string) => !isIPv4(address);
  const asked = question.type === TYPES.A || question.type === TYPES.AAAA;
  const records = (failed || !asked ? [] : named.filter(family)).map((address) => {
    const data = Buffer.from(ipaddr.parse(address).toByteArray());
    // A pointer to the name in the question, the type, class IN, no time to live, the address.
    return Buffer.concat([Buffer.from([0xc0, 12, 0, question.type, 0, 1, 0, 0, 0, 0, 0, data.length]), data]);
  });
  const code = failed ? CODES[named] : 0;
  const header = Buffer.from([packet[0]!, packet[1]!, 0x81, 0x80 | code, 0, 1, 0, records.length, 0, 0, 0, 0]);
  return Buffer.concat([header, question.bytes, ...records]);
}

export interface NameServer {
  readonly resolve: Resolve;
  /** Names asked for, once for each look-up. */
  readonly asked: string[];
  close(): void;
}

/**
 * Starts a name server.
 *
 * @param answers what a name is answered with the first time, the second time, and so on; the last counts for ever
 */
export async function startNameServer(answers: Readonly<Record<string, readonly Named[]>>): Promise<NameServer> {
  const asked: string[] = [];
  const times = new Map<string, number>();
  const socket = createSocket('udp4');
  socket.on('message', (packet, from) => {
    const question = readQuestion(packet);
    // A look-up asks for both families; each counts for itself, so that both get the same answer.
    const key = `${question.name} ${question.type}`;
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    if (question.type === TYPES.A) asked.push(question.name);
    const list = answers[question.name] ?? ['unknown'];
    const named = list[Math.min(time, list.length - 1)]!;
    if (named !== 'silence') socket.send(answerFor(packet, question, named), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver({ timeout: 10_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return {
    asked,
    async resolve(host) {
      const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
      const addresses = [
        ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
        ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
      ];
      if (!addresses.length && four.status === 'rejected') throw four.reason;
      return addresses;
    },
    close() {
      resolver.cancel();
      socket.close();
    },
  };
}
