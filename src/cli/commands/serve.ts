import type { Command } from 'commander';
import type { ServerOptions } from '../../server/index.ts';
import { openAccepting } from '../accepting.ts';
import { hostOption, jsonOption, portOption, type RulesFile, recordOption, rulesOption } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { withRecord, withWritableRecord } from '../records.ts';
import { openRules } from '../rules.ts';
import { serveUntilStopped } from '../serving.ts';

const HELP = `
Serves only reading: nobody can change the record through it. Every page is also
there as JSON under /api, described at /api/openapi.json.

With --accept-pages the page /capture also adds what your browser shows, for
pages behind a login or made by scripts: it has a bookmarklet to drag to the
bookmarks bar. Nothing is added before you press a button there. The server then
answers to addresses in figures alone; with a --host that others reach, all who
reach it may add pages.

Examples:
  onrecord serve
  onrecord serve --record talks.db --port 8080
  onrecord serve --accept-pages`;

interface ServeOptions extends RulesFile {
  readonly record: string;
  readonly port: number;
  readonly host: string;
  readonly json?: true;
  readonly acceptPages?: true;
}

async function serve({ record: path, port, host, json, acceptPages, rules }: ServeOptions): Promise<void> {
  const run = (options: Pick<ServerOptions, 'record' | 'accept'>): Promise<void> =>
    serveUntilStopped({ ...options, port, host }, async (url) => {
      if (json) return printJson({ url });
      await printLine(`${path} is at ${url} (Ctrl-C ends it)`);
      if (acceptPages) await printLine(`Pages that your browser shows are added at ${url}/capture`);
    });
  if (!acceptPages) return withRecord(path, (record) => run({ record }));
  const siteRules = await openRules(rules);
  await withWritableRecord(path, async (record) => {
    const accepting = await openAccepting(record, siteRules);
    try {
      await run({ record, accept: accepting.accept });
    } finally {
      await accepting.close();
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
    .addOption(rulesOption())
    .addOption(jsonOption('with the address'))
    .addHelpText('after', HELP)
    .action(serve);
}
