import { createHash } from 'node:crypto';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Said {
  readonly words: readonly string[];
  /** From 0. */
  readonly speaker: number;
  /** The row of the statement that it repeats; null for a new one. */
  readonly of: number | null;
  readonly kinds: number;
  readonly type: string;
  readonly mode: string;
  readonly medium: string | null;
}

/** Stances as often as in the five articles of shared/articles; a collision for each two thousand statements. */
const POSITIONS = `
  insert into position (attribution_id, stance, negative, hedged, confidence, evidence, held)
    select id, case when part < 75 then 'states' when part < 83 then 'rejects' when part < 88 then 'demands'
      when part < 93 then 'accepts' when part < 97 then 'offers' else 'denies' end, 0, 0, 0.7, '[]', 0
    from (select id, (id * 2654435761 >> 8) % 100 as part from attribution);
  insert into collision (later_id, earlier_id, kind, confidence, reason, shown_later, shown_earlier)
    select id, id - 7, 'other', 0.3 + (id % 7) / 10.0, 'one side denies what the other says', '[]', '[]'
    from attribution where id % 2000 = 0;
`;

/** What writes articles and what is said in them as rows of a record. */
export interface Rows {
  speakers(all: readonly { readonly name: string; readonly kind: string }[]): void;
  article(about: { readonly outlet: string; readonly published: string; readonly title: string }): void;
  /** Gives the row of its statement. */
  statement(said: Said): number;
  endArticle(): void;
  finish(): void;
}

/** Writes into the tables of an empty record. The caller begins and commits. */
export function rowsInto(database: DatabaseSync): Rows {
  return new Writer(database);
}

class Writer implements Rows {
  readonly #database: DatabaseSync;
  readonly #insert = new Map<string, StatementSync>();
  #names: readonly { readonly name: string; readonly kind: string }[] = [];
  #counts: { attributions: number; articles: number; last: number }[] = [];
  #article = 0;
  #attribution = 0;
  #statements = 0;
  #about = { outlet: '', published: '', title: '' };
  #text = '';
  #position = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  #row(table: string, row: Readonly<Record<string, SQLInputValue>>): void {
    let insert = this.#insert.get(table);
    if (!insert) {
      const columns = Object.keys(row).map((column) => `"${column}"`);
      const places = columns.map(() => '?');
      insert = this.#database.prepare(`insert into ${table} (${columns.join()}) values (${places.join()})`);
      this.#insert.set(table, insert);
    }
    insert.run(...Object.values(row));
  }

  #run(query: string, ...values: SQLInputValue[]): void {
    let known = this.#insert.get(query);
    if (!known) {
      known = this.#database.prepare(query);
      this.#insert.set(query, known);
    }
    known.run(...values);
  }

  speakers(all: readonly { readonly name: string; readonly kind: string }[]): void {
    this.#names = all;
    this.#counts = all.map(() => ({ attributions: 0, articles: 0, last: 0 }));
    for (const [i, { name, kind }] of all.entries()) {
      const digest = keyOf(`speaker ${i}`);
      const found = { found_name: name, found_kind: kind, bound: 0, found_articles: 1 };
      this.#row('speaker', {
        ...{ id: i + 1, key: digest.slice(0, 12), digest, kind, name },
        ...{ attributions: 0, articles: 0, ...found },
      });
      this.#row('speaker_index', { rowid: i + 1, name: name.toLowerCase().replace(/[^a-z]+/g, ' ') });
      this.#row('speaker_spelling', { speaker_id: i + 1, spelling: name, articles: 1 });
    }
  }

  article(about: { readonly outlet: string; readonly published: string; readonly title: string }): void {
    this.#article++;
    this.#about = about;
    this.#text = '';
    this.#position = 0;
    const digest = keyOf(`article ${this.#article}`);
    // Three of ten articles are alone; the others are on one event by sevens.
    const alone = this.#article % 10 < 3;
    const first = this.#article - (this.#article % 10) + 3;
    this.#row('article', {
      ...{ id: this.#article, key: digest.slice(0, 12), digest, source_id: `made-${this.#article}`, ...about },
      ...{ language: 'en', sha256: digest, location: `made/${this.#article}.txt`, attributions: 0, revision: 1 },
      ...{ captured_at: `${about.published}T10:00:00.000Z`, story_id: alone ? this.#article : first },
    });
  }

  statement({ words, speaker, of, kinds, type, mode, medium }: Said): number {
    const id = ++this.#attribution;
    const { name } = this.#names[speaker]!;
    const start = this.#text.length;
    const joined = words.join(' ');
    const content = type === 'direct' ? `“${joined},”` : joined;
    this.#text += `${content} said ${name}.\n`;
    const cue = start + content.length + 1;
    const isNew = of === null;
    const statement = of ?? ++this.#statements;
    if (isNew) {
      const key = keyOf(`statement ${statement}`).slice(0, 12);
      this.#row('statement', { id: statement, key, earliest_id: id, occurrences: 1, kinds: 0 });
    } else {
      this.#run('update statement set occurrences = occurrences + 1, kinds = kinds | ? where id = ?', kinds, statement);
    }
    const change = isNew ? null : kinds === 0 ? 'identical' : 'altered';
    this.#row('attribution', {
      ...{ id, article_id: this.#article, position: this.#position++, type, mode, medium, confidence: 0.9 },
      ...{ found_speaker_id: speaker + 1, found_name: name, speaker_id: speaker + 1, speaker_confidence: 0.9 },
      ...{ found_statement_id: statement, statement_id: statement, change, kinds: isNew ? null : kinds },
    });
    const span = (part: string, from: number, to: number) =>
      this.#row('span', { attribution_id: id, part, position: 0, start: from, end: to });
    span('content', start, start + content.length);
    span('cue', cue, cue + 4);
    span('source', cue + 5, cue + 5 + name.length);
    const indexed = { words: joined, speaker: name.toLowerCase(), title: this.#about.title };
    this.#row('attribution_index', { rowid: id, ...indexed });
    const count = this.#counts[speaker]!;
    count.attributions++;
    if (count.last !== this.#article) count.articles++;
    count.last = this.#article;
    return statement;
  }

  endArticle(): void {
    const bytes = Buffer.from(this.#text);
    const sha256 = keyOf(this.#text);
    const capture = { sha256, media_type: 'text/plain', location: `made/${this.#article}.txt` };
    const at = { captured_at: `${this.#about.published}T10:00:00.000Z` };
    this.#row('snapshot', { sha256, size: bytes.length, encoding: 'gzip', bytes: gzipSync(bytes, { level: 1 }) });
    this.#row('article_text', { article_id: this.#article, text: this.#text });
    this.#row('capture', { article_id: this.#article, ...capture, ...at });
    this.#run('update article set sha256 = ?, attributions = ? where id = ?', sha256, this.#position, this.#article);
  }

  /** Counts, stories and positions, which are known when all is there. */
  finish(): void {
    for (const [i, { attributions, articles }] of this.#counts.entries()) {
      this.#run('update speaker set attributions = ?, articles = ? where id = ?', attributions, articles, i + 1);
    }
    this.#database.exec(
      `update statement set gravest = case
         when kinds & 1 then 0 when kinds & 2 then 1 when kinds & 4 then 2 when kinds & 8 then 3 when kinds & 16 then 4
         when kinds & 32 then 5 when kinds & 64 then 6 when kinds & 128 then 7 when kinds & 256 then 8 else 9 end
       where kinds > 0;
       insert into story (id, key, founder_id, articles, lead_id, latest)
         select story_id, substr(hex(randomblob(8)), 1, 12), min(id), count(*), min(id), max(published)
         from article group by story_id`,
    );
    this.#database.exec(POSITIONS);
  }
}
