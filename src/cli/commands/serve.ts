import type { Command } from 'commander';
import type { ServerOptions } from '../../server/index.ts';
import { openAccepting } from '../accepting.ts';
import { byOption, correctAs, corrector } from '../corrector.ts';
import { folderOf, type IssuesOptions, issuesOption } from '../issues.ts';
import {
  contactOption,
  hostOption,
  jsonOption,
  portOption,
  type RulesFile,
  recordOption,
  rulesOption,
} from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { withRecord, withWritableRecord } from '../records.ts';
import { openRules } from '../rules.ts';
import { serveUntilStopped } from '../serving.ts';
import { watchMoreOf } from '../watching-more.ts';

const HELP = `
Serves only reading: nobody can change the record through it, unless one of the
next three says so. Every page is also there as JSON under /api, described at
/api/openapi.json. The page /check holds the quotations of a draft against the
record, and keeps nothing of it.

With --accept-pages the page /capture also adds what your browser shows, for
pages behind a login or made by scripts: it has a bookmarklet to drag to the
bookmarks bar. Nothing is added before you press a button there. The server then
answers to addresses in figures alone; with a --host that others reach, all who
reach it may add pages.

With --accept-corrections the page /review corrects the record, in your name: who
opens it on this machine says what is right, and the log of corrections keeps it.
It goes with no --host that others reach, since all would correct as one person.

With --accept-sources the page /watching adds feeds and sites to what is watched;
each address is asked once by this machine, never one of a private network.

Examples:
  onrecord serve
  onrecord serve --record talks.db --port 8080
  onrecord serve --accept-pages
  onrecord serve --accept-corrections --by "A. Editor"`;

interface ServeOptions extends RulesFile, IssuesOptions {
  readonly record: string;
  readonly port: number;
  readonly host: string;
  readonly json?: true;
  readonly acceptPages?: true;
  readonly acceptCorrections?: true;
  readonly acceptSources?: true;
  readonly by?: string;
  readonly contact?: string;
}

async function serve(options: ServeOptions): Promise<void> {
  const { record: path, port, host, json, acceptPages, acceptCorrections, acceptSources } = options;
  const issues = await folderOf(options);
  const run = (served: Omit<ServerOptions, 'port' | 'host' | 'check' | 'issues'>): Promise<void> =>
    serveUntilStopped(path, { ...served, issues, port, host }, async (url) => {
      if (json) return printJson({ url });
      await printLine(`${path} is at ${url} (Ctrl-C ends it)`);
      if (acceptPages) await printLine(`Pages that your browser shows are added at ${url}/capture`);
      if (acceptCorrections) await printLine(`Corrections are made at ${url}/review`);
      if (acceptSources) await printLine(`Sources are added at ${url}/watching`);
    });
  if (!acceptPages && !acceptCorrections && !acceptSources) return withRecord(path, (record) => run({ record }));
  const by = acceptCorrections ? corrector(options) : null;
  const siteRules = await openRules(options.rules);
  await withWritableRecord(path, async (record) => {
    const accepting = acceptPages ? await openAccepting(record, siteRules) : null;
    const { contact } = options;
    const asking = { allowPrivate: false, ...(contact === undefined ? {} : { contact }) };
    try {
      await run({
        record,
        ...(accepting && { accept: accepting.accept }),
        ...(by !== null && { correct: correctAs(record, by) }),
        ...(acceptSources && { watchMore: watchMoreOf(record, asking) }),
      });
    } finally {
      await accepting?.close();
    }
  });
}

/** `serve`: a record in the browser. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('show a record in the browser, and serve it as JSON')
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(recordOption())
    .option('--accept-pages', 'add pages that your browser hands over')
    .option('--accept-corrections', 'let the page /review correct the record in your name')
    .option('--accept-sources', 'let the page /watching add to what is watched')
    .addOption(byOption())
    .addOption(contactOption())
    .addOption(issuesOption())
    .addOption(rulesOption())
    .addOption(jsonOption('with the address'))
    .addHelpText('after', HELP)
    .action(serve);
}
