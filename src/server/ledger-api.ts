import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import * as pipeline from '../pipeline/index.ts';
import type { RecordStore } from '../store/index.ts';
import { type App, typed } from './app.ts';
import * as schemas from './ledger-schemas.ts';
import { isForPeople, noSuch } from './problems.ts';
import { asText, longest, noQuery, pagingQuery, problem } from './schemas.ts';
import { outsidePolicy } from './security.ts';

/** A request that names what is not there, or means nothing, with its status. */
class Unanswerable extends Error {
  readonly status: 400 | 404;
  constructor(message: string, status: 400 | 404) {
    super(message);
    this.status = status;
  }
}

/** What of a list is on a page. */
const pageOf = <T>(all: readonly T[], { limit, offset }: { readonly limit: number; readonly offset: number }) => ({
  items: all.slice(offset, offset + limit),
  total: all.length,
});

interface AskedQuery {
  readonly about?: string | undefined;
  readonly also: readonly string[];
  readonly issue?: string | undefined;
  readonly speaker?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Answers about positions: a record, and the folder of its issues, or null without one. */
class Ledgers {
  readonly #record: RecordStore;
  readonly #folder: string | null;
  /** The one that was asked for last: a page, its counts and its files are made of the same. */
  #last: { readonly asked: string; readonly ledger: pipeline.Ledger } | null = null;

  constructor(record: RecordStore, folder: string | null) {
    this.#record = record;
    this.#folder = folder;
  }

  issues() {
    const { issues, problems } =
      this.#folder === null ? { issues: [], problems: [] } : pipeline.readIssues(this.#folder);
    return { issues, problems: problems.map(({ file, reason }) => ({ file: basename(file), reason })) };
  }

  /** @throws Unanswerable when there is no issue of this name, or its file is none */
  issue(name: string): pipeline.IssueFile {
    let issue: pipeline.IssueFile | null = null;
    try {
      issue = this.#folder === null ? null : pipeline.readIssue(this.#folder, name);
    } catch {
      throw new Unanswerable(`The file of the issue ${name} is none: /api/issues says why.`, 404);
    }
    if (!issue) throw new Unanswerable(noSuch('issue', name, '/api/issues').error, 404);
    return issue;
  }

  /** What is asked about an issue; null where none is named. @throws Unanswerable */
  query({ about, also, issue, speaker, from, to }: AskedQuery): pipeline.LedgerQuery | null {
    const only = { ...(speaker === undefined ? {} : { speakers: [speaker] }), from, to };
    if (about !== undefined) return { wordings: [about, ...also], ...only };
    if (issue === undefined) return null;
    return { ...pipeline.queryOf(this.#record, this.issue(issue)).query, ...only };
  }

  /** @throws Unanswerable when a wording has no word to look for */
  ledger(query: pipeline.LedgerQuery): pipeline.Ledger {
    const asked = `${this.#record.state()} ${JSON.stringify(query)}`;
    if (this.#last?.asked !== asked)
      this.#last = { asked, ledger: meaningful(() => pipeline.readLedger(this.#record, query)) };
    return this.#last.ledger;
  }

  shifts(asked: AskedQuery): pipeline.ShiftsFound {
    const query = this.query(asked);
    const { speaker = '', from, to } = asked;
    if (!query) return pipeline.shiftsBy(this.#record, speaker, { from, to });
    return meaningful(() => pipeline.shiftsOn(this.#record, query));
  }
}

/** Runs what fails only where the words that are asked for mean nothing. */
function meaningful<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isForPeople(error)) throw error;
    throw new Unanswerable(error.message, 400);
  }
}

const byName = z.object({ name: asText(longest.key, 'the name of an issue') });
const problems = { 400: problem, 404: problem };

/**
 * Adds `/positions`, `/issues`, `/shifts`, `/collisions` and `/ledger`: who holds what on an issue, what changed, what collides.
 *
 * @param folder where the issues lie; null: there are none.
 */
export function addLedgers(app: App, record: RecordStore, folder: string | null): void {
  const ledgers = new Ledgers(record, folder);
  app.register(async (plain) => {
    const within = typed(plain);
    within.setErrorHandler((error, _request, reply) => {
      if (error instanceof Unanswerable) return reply.code(error.status).send({ error: error.message });
      throw error;
    });
    addIssues(within, record, ledgers);
    addLists(within, record, ledgers);
    addWhole(within, ledgers);
  });
}

function addIssues(app: App, record: RecordStore, ledgers: Ledgers): void {
  app.get(
    '/issues',
    {
      schema: {
        summary: 'Saved issues, and files that are none',
        querystring: pagingQuery,
        response: { 200: schemas.issueList, 400: problem },
      },
    },
    async ({ query }) => {
      const { issues, problems: bad } = ledgers.issues();
      return { ...pageOf(issues, query), problems: bad };
    },
  );

  app.get(
    '/issues/:name',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'Who holds what on an issue, in time, with what changed and what collides',
        params: byName,
        querystring: schemas.issueQuery,
        response: { 200: schemas.issueDetail, ...problems },
      },
    },
    async ({ params: { name }, query: days }) => {
      const issue = ledgers.issue(name);
      const { query, unknown } = pipeline.queryOf(record, issue);
      return { issue, unknown, ...ledgers.ledger({ ...query, ...days }) };
    },
  );

  app.get(
    '/issues/:name/counts',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'How much is held on an issue',
        params: byName,
        querystring: noQuery,
        response: { 200: schemas.issueCounts, ...problems },
      },
    },
    async ({ params: { name } }) => countsOf(ledgers.ledger(pipeline.queryOf(record, ledgers.issue(name)).query)),
  );

  app.get(
    '/suggested-issues',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'What several speakers or outlets take sides on, by the latest positions',
        querystring: noQuery,
        response: { 200: schemas.suggestedIssues, 400: problem },
      },
    },
    async () => {
      const items = pipeline.suggestFor(record);
      return { items, total: items.length };
    },
  );
}

function countsOf({ positions, collisions, collisionsLeft, read, left }: pipeline.Ledger) {
  const speakers = new Set(positions.flatMap(({ attribution: { speaker } }) => speaker?.key ?? [])).size;
  const shifts = positions.filter(({ shift }) => shift !== null).length;
  return { positions: positions.length, speakers, shifts, collisions: collisions.length + collisionsLeft, read, left };
}

function addLists(app: App, record: RecordStore, ledgers: Ledgers): void {
  app.get(
    '/positions',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'Positions on an issue, in time',
        querystring: schemas.positionsQuery,
        response: { 200: schemas.positionPage, 400: problem },
      },
    },
    async ({ query }) => {
      const { positions, read, left } = ledgers.ledger(ledgers.query(query)!);
      return { ...pageOf(positions, query), read, left };
    },
  );

  app.get(
    '/shifts',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'Where speakers changed what they hold on an issue, or one speaker on whatever, the surest first',
        querystring: schemas.shiftsQuery,
        response: { 200: schemas.shiftPage, ...problems },
      },
    },
    async ({ query }) => {
      const { shifts, read, left } = ledgers.shifts(query);
      return { ...pageOf(shifts, query), read, left };
    },
  );

  app.get(
    '/collisions',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'Accounts that cannot both hold, the surest first',
        querystring: schemas.collisionsQuery,
        response: { 200: schemas.collisionPage, ...problems },
      },
    },
    async ({ query }) => {
      const { kind, limit, offset, speaker, from, to } = query;
      const asked = ledgers.query(query);
      if (!asked) return record.collisions({ kind, limit, offset, speaker, from, to });
      const of = ledgers.ledger(asked).positions.map(({ attribution }) => attribution.key);
      return record.collisions({ kind, limit, offset, of });
    },
  );
}

/** Everything that is held on an issue at once, and as files, one position a row. */
function addWhole(app: App, ledgers: Ledgers): void {
  app.get(
    '/ledger',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'Who holds what on an issue or on words, in time, with what changed and what collides',
        querystring: schemas.ledgerQuery,
        response: { 200: schemas.wholeLedger, ...problems },
      },
    },
    async ({ query }) => ledgers.ledger(ledgers.query(query)!),
  );
  const files = [
    ['csv', 'text/csv; charset=utf-8; header=present', csvRows],
    ['jsonl', 'application/x-ndjson', jsonRows],
  ] as const;
  for (const [ending, mediaType, rows] of files) {
    app.get(
      `/ledger.${ending}`,
      {
        config: { aside: 'slow' },
        schema: {
          summary: `The positions of a ledger as a file, as onrecord positions writes it (${ending})`,
          querystring: schemas.ledgerQuery,
          response: {
            200: {
              description: 'One position a row. Onrecord-Left says how many likely statements were not looked at.',
              content: { [mediaType.split(';')[0]!]: { schema: z.instanceof(Readable) } },
            },
            ...problems,
          },
        },
      },
      async ({ query }, reply) => {
        const { positions, left } = ledgers.ledger(ledgers.query(query)!);
        reply.headers({
          'content-type': mediaType,
          'content-disposition': `attachment; filename="onrecord-positions.${ending}"`,
          'content-security-policy': outsidePolicy,
          'onrecord-left': String(left),
        });
        return reply.send(Readable.from(rows(positions)));
      },
    );
  }
}

function* csvRows(positions: readonly pipeline.LedgerPosition[]): Generator<string> {
  yield pipeline.ledgerHeader();
  for (const position of positions) yield pipeline.ledgerRow(position);
}

function* jsonRows(positions: readonly pipeline.LedgerPosition[]): Generator<string> {
  for (const position of positions) yield `${JSON.stringify(pipeline.ledgerObject(position))}\n`;
}
