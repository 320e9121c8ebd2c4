import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openRecord } from '../src/pipeline/index.ts';
import { Random } from '../training/synthetic/random.ts';
import { rowsInto } from './full-record-rows.ts';
import { inventedWord, people } from './speaker-names.ts';
import { utterance } from './utterances.ts';

/** Statements of an article, as of the five in shared/articles. */
const EACH = 20;
/** One of so many is a copy of one of the last so many. */
const COPIES = 0.25;
const RECENT = 2500;
const OUTLETS = 97;
/** As found by `analyze` in 924 articles. */
const MODES = [...Array(15).fill('says'), ...['thinks', 'writes', 'shows', 'feels', 'wants', 'decides']];
const TYPES = [...Array(13).fill('indirect'), ...Array(4).fill('direct'), ...Array(3).fill('mixed')];
const MEDIA = ['Twitter', 'Radio Sarn', 'Facebook', 'Marrow Television', 'The Ledger', 'a press conference'];
const KINDS = [...Array(12).fill('person'), ...Array(3).fill('group'), ...Array(2).fill('organization')];

/** Speakers of a record: a sixteenth of its statements, at least one. */
const speakersOf = (statements: number): number => Math.max(1, Math.ceil(statements / 16));

interface Made {
  readonly statement: number;
  readonly speaker: number;
  readonly words: readonly string[];
}

/**
 * Makes a record of so many statements, or takes the one that is there: the same tables and indexes as `record.add` fills,
 * in rows made up for the bench. Left out are what only adding reads (the keys by which newcomers are told, fingerprints
 * of articles), since `record.add` takes milliseconds a statement.
 */
export function fullRecord(path: string, statements: number): void {
  if (existsSync(path)) return;
  openRecord(path).close();
  const database = new DatabaseSync(path);
  database.exec('pragma synchronous = off; pragma cache_size = -400000; pragma foreign_keys = off');
  const rows = rowsInto(database);
  const random = new Random(7);
  const names = [...people(23, speakersOf(statements))].map(({ name }) => name);
  database.exec('begin');
  rows.speakers(names.map((name, i) => ({ name, kind: KINDS[i % KINDS.length] })));
  const recent: Made[] = [];
  let made = 0;
  for (let article = 0; article * EACH < statements; article++) {
    if (article % 500 === 499) database.exec('commit; begin');
    if (article % 10_000 === 0) console.error(`  ${(article * EACH).toLocaleString('en')} statements`);
    const published = new Date(Date.UTC(2011, 0, 1 + Math.floor(article / 20))).toISOString().slice(0, 10);
    const title = utterance(500_000_000 + article)
      .words.slice(0, 9)
      .join(' ');
    rows.article({ outlet: `The ${inventedWord(random.between(0, OUTLETS - 1))} Post`, published, title });
    for (let n = 0; n < EACH; n++) {
      const copy = recent.length > 0 && random.chance(COPIES) ? random.pick(recent) : null;
      const { words } = copy ?? utterance(made);
      const speaker = copy?.speaker ?? Math.floor(12 * ((names.length + 12) / 12) ** random.next() - 12);
      const altered = copy !== null && words.length > 6 && random.chance(0.3);
      const said = altered ? words.with(random.between(0, words.length - 1), 'not') : words;
      const statement = rows.statement({
        words: said,
        speaker,
        of: copy?.statement ?? null,
        kinds: altered ? 1 << random.between(0, 9) : 0,
        type: random.pick(TYPES),
        mode: random.pick(MODES),
        medium: random.chance(0.035) ? random.pick(MEDIA) : null,
      });
      if (copy === null) recent[made % RECENT] = { statement, speaker, words };
      made++;
    }
    rows.endArticle();
  }
  rows.finish();
  database.exec('commit; pragma wal_checkpoint(truncate)');
  database.close();
}
