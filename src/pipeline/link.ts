import { createLinker, type LinkSettings, Links } from '../linking/index.ts';
import type { AnalyzedArticle, Attribution, Change, ChangeKind, Linker, Newcomer, Reported, Span } from '../model.ts';
import { Identities } from '../speakers/index.ts';

/** One occurrence of a statement, as files give it. */
export interface LinkedOccurrence {
  /** The article's. */
  readonly id: string;
  readonly content: readonly Span[];
  readonly type: Attribution['type'];
  /** Against the earliest occurrence; null for that one. */
  readonly change: Change | null;
  /** What changed, the gravest first. */
  readonly kinds: readonly ChangeKind[];
  /** Why it is the same utterance as others that came before it, in words for people; null for the first. */
  readonly reason: string | null;
}

interface ReportedHere extends Reported {
  readonly id: string;
  readonly content: readonly Span[];
}

/** Statements with the occurrences that articles give them: for articles at hand, without a record. */
export class ArticleLinks {
  readonly #linker: Linker;
  readonly #links: Links<ReportedHere>;
  readonly #speakers = new Identities();
  #articles = 0;

  constructor(settings?: LinkSettings) {
    this.#linker = createLinker(settings);
    this.#links = new Links(this.#linker);
  }

  /** Takes in one article. Those published earlier should come earlier; the result is the same for the same order. */
  add({ id, outlet, published, text, attributions }: AnalyzedArticle): void {
    const speakers = new Map<string, NonNullable<Reported['speaker']>>();
    const occurrences = attributions.map(({ content, type, mode, speaker, saidOn }): ReportedHere => {
      const words = content.map(([start, end]) => text.slice(start, end));
      return {
        id,
        content,
        words,
        type,
        mode,
        saidOn,
        speaker: speaker && this.#speaker(speakers, { ...speaker, outlet }),
      };
    });
    this.#links.add({ id: this.#articles++, outlet, published }, occurrences);
  }

  #speaker(known: Map<string, NonNullable<Reported['speaker']>>, newcomer: Newcomer) {
    const { kind, name } = newcomer;
    const same = JSON.stringify([kind, name]);
    const found = known.get(same) ?? { id: this.#speakers.add(newcomer).identity.id, name, kind };
    known.set(same, found);
    return found;
  }

  /** The occurrences of each statement, the earliest first. */
  *statements(): Generator<LinkedOccurrence[]> {
    for (const occurrences of this.#links.statements()) {
      const [earliest] = occurrences;
      yield occurrences.map(({ reported, joined }) => {
        const { id, content, type } = reported;
        const compared = reported === earliest!.reported ? null : this.#linker.compare(earliest!.reported, reported);
        const { change, kinds } = compared ?? { change: null, kinds: [] };
        return { id, content, type, change, kinds, reason: joined?.reason ?? null };
      });
    }
  }
}
