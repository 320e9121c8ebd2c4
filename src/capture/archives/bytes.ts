/** A stream of bytes that is read piece by piece, looked ahead in, and put back into. */

const NONE = Buffer.alloc(0);

/** Bytes of a stream, with where they came from. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Where in the file they stand, or, of packed bytes, where the member begins that they were packed in. */
  readonly at: number;
}

/** Reads a stream in the portions that a format asks for. Holds what was asked to be held, and one piece. */
export class ByteReader {
  readonly #source: AsyncIterator<Piece>;
  #held: Buffer = NONE;
  /** Where the pieces of `#held` came from: how far into `#held` each begins, and its `at`. */
  #origins: { begin: number; readonly at: number }[] = [];
  #ended = false;
  #failure: unknown = null;
  #position = 0;

  constructor(source: AsyncIterable<Piece>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** How many bytes were taken so far. */
  get position(): number {
    return this.#position;
  }

  /** Where in the file the next byte stands, or the member that it was packed in begins. To be asked after `fill(1)`. */
  get origin(): number {
    return this.#origins.findLast(({ begin }) => begin <= 0)?.at ?? 0;
  }

  /** What broke the stream off; null where it ended, or goes on. What came before that can still be taken. */
  get failure(): unknown {
    return this.#failure;
  }

  /**
   * Sees to it that `count` bytes can be looked at. Never throws: see `failure`.
   *
   * @returns how many there are, which is fewer at the stream's end
   */
  async fill(count: number): Promise<number> {
    if (this.#held.length >= count) return this.#held.length;
    const parts: Uint8Array[] = [this.#held];
    let length = this.#held.length;
    while (length < count && !this.#ended) {
      const next = await this.#next();
      if (next.done) {
        this.#ended = true;
      } else if (next.value.bytes.length > 0) {
        this.#origins.push({ begin: length, at: next.value.at });
        parts.push(next.value.bytes);
        length += next.value.bytes.length;
      }
    }
    this.#held = parts.length > 1 ? Buffer.concat(parts) : this.#held;
    return length;
  }

  async #next(): Promise<IteratorResult<Piece>> {
    try {
      return await this.#source.next();
    } catch (error) {
      this.#failure = error;
      return { done: true, value: undefined };
    }
  }

  /** The next bytes, without taking them: those that `fill` brought, at most `count`. */
  peek(count: number): Buffer {
    return this.#held.subarray(0, count);
  }

  /** Takes up to `count` bytes; fewer at the stream's end. */
  async take(count: number): Promise<Buffer> {
    await this.fill(count);
    const taken = this.#held.subarray(0, count);
    this.#advance(taken.length);
    return taken;
  }

  /** Takes what is there, at most `count` bytes; none at the stream's end. */
  async takeSome(count: number): Promise<Buffer> {
    await this.fill(1);
    const taken = this.#held.subarray(0, count);
    this.#advance(taken.length);
    return taken;
  }

  /** Passes over `count` bytes without holding them. @returns how many there were */
  async skip(count: number): Promise<number> {
    let passed = 0;
    while (passed < count) {
      const { length } = await this.takeSome(count - passed);
      if (length === 0) break;
      passed += length;
    }
    return passed;
  }

  /** Passes over all bytes that are one of these. @returns whether another follows */
  async skipAny(...passed: readonly number[]): Promise<boolean> {
    while ((await this.fill(1)) > 0) {
      const other = this.#held.findIndex((byte) => !passed.includes(byte));
      this.#advance(other < 0 ? this.#held.length : other);
      if (other >= 0) return true;
    }
    return false;
  }

  /** Lets go of the stream: its file is closed. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  /** Puts back the bytes that were taken last. */
  putBack(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#held = Buffer.concat([bytes, this.#held]);
    this.#position -= bytes.length;
    for (const origin of this.#origins) origin.begin += bytes.length;
  }

  #advance(count: number): void {
    this.#held = this.#held.subarray(count);
    this.#position += count;
    for (const origin of this.#origins) origin.begin -= count;
    const current = this.#origins.findLastIndex(({ begin }) => begin <= 0);
    if (current > 0) this.#origins = this.#origins.slice(current);
  }
}

/** A file's bytes as pieces. */
export async function* asPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let at = 0;
  for await (const bytes of stream) {
    yield { bytes, at };
    at += bytes.length;
  }
}
