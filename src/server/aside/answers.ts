/** An answer as it goes out, made elsewhere. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How long making it took, in milliseconds, without what was waited for before. */
  readonly tookMs: number;
}

/** An answer with how long ago, in milliseconds, it was asked for; 0 when it is of the record as it is. */
export interface Aged {
  readonly answer: Answer;
  readonly ageMs: number;
}

interface Kept {
  readonly answer: Answer;
  readonly state: string;
  /** When it was asked for. */
  readonly at: number;
}

/** What answers that are kept may take. */
export interface KeptBounds {
  /** An answer that took longer is given once more, while a newer one is made, when the record has changed. */
  readonly waitMs: number;
  /** How many bytes of answers are kept; those asked for longest ago go first. */
  readonly mostBytes: number;
}

/**
 * Answers that are kept while what they are made of stays as it is. After that whoever asks waits for a new one where it
 * comes soon, and is given the old one where it does not, while a new one is made for the next: what RFC 5861 calls
 * stale-while-revalidate. Without it a record that grows by the minute would answer nothing dear at once.
 */
export class KeptAnswers {
  readonly #make: (address: string) => Promise<Answer>;
  readonly #bounds: KeptBounds;
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Promise<Answer>>();
  #bytes = 0;

  constructor(make: (address: string) => Promise<Answer>, bounds: KeptBounds) {
    this.#make = make;
    this.#bounds = bounds;
  }

  /**
   * @param state changes whenever the answer may
   * @throws what making it throws, when there is none to give meanwhile
   */
  async answer(address: string, state: string): Promise<Aged> {
    const kept = this.#kept.get(address);
    if (kept?.state === state) {
      this.#kept.delete(address);
      this.#kept.set(address, kept);
      return { answer: kept.answer, ageMs: 0 };
    }
    const newer = this.#making.get(address) ?? this.#new(address, state);
    if (kept === undefined || kept.answer.tookMs <= this.#bounds.waitMs) return { answer: await newer, ageMs: 0 };
    // Whoever asks next is told why it could not be made, if it can not be made then.
    newer.catch(() => this.#forget(address));
    return { answer: kept.answer, ageMs: performance.now() - kept.at };
  }

  #new(address: string, state: string): Promise<Answer> {
    const at = performance.now();
    const making = this.#make(address)
      .then((answer) => {
        this.#forget(address);
        if (answer.status === 200) this.#keep(address, { answer, state, at });
        return answer;
      })
      .finally(() => this.#making.delete(address));
    this.#making.set(address, making);
    return making;
  }

  #keep(address: string, kept: Kept): void {
    this.#kept.set(address, kept);
    this.#bytes += kept.answer.body.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#bounds.mostBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(address: string): void {
    this.#bytes -= this.#kept.get(address)?.answer.body.byteLength ?? 0;
    this.#kept.delete(address);
  }
}
