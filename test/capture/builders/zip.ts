/** Makes ZIP files for tests (APPNOTE 6.3). */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly stored?: boolean;
  /** Marks the entry as locked with a password; its bytes are as they are. */
  readonly locked?: boolean;
  /** The size that the entry claims to unpack to. */
  readonly claimed?: number;
}

function heads(entry: ZipEntry, offset: number): { readonly local: Buffer; readonly central: Buffer } {
  const content = Buffer.from(entry.content);
  const data = entry.stored ? content : deflateRawSync(content);
  const name = Buffer.from(entry.name);
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(0x800 | (entry.locked ? 1 : 0), 2);
  about.writeUInt16LE(entry.stored ? 0 : 8, 4);
  about.writeUInt32LE(0x5aa35c41, 6);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(data.length, 14);
  about.writeUInt32LE(entry.claimed ?? content.length, 18);
  about.writeUInt16LE(name.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), about, name, data]),
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, tail, name]),
  };
}

export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { local, central } = heads(entry, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}
