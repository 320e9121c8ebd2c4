import type { Command } from 'commander';
import { hostOption, jsonOption, portOption, recordOption } from '../options.ts';
import { printJson, printLine } from '../output.ts';
import { withRecord } from '../records.ts';
import { serveUntilStopped } from '../serving.ts';

const HELP = `
Serves only reading: nobody can change the record through it. Every page is also
there as JSON under /api, described at /api/openapi.json.

Examples:
  onrecord serve
  onrecord serve --record talks.db --port 8080`;

interface ServeOptions {
  readonly record: string;
  readonly port: number;
  readonly host: string;
  readonly json?: true;
}

async function serve({ record: path, port, host, json }: ServeOptions): Promise<void> {
  await withRecord(path, (record) =>
    serveUntilStopped({ record, port, host }, (url) =>
      json ? printJson({ url }) : printLine(`${path} is at ${url} (Ctrl-C ends it)`),
    ),
  );
}

/** `serve`: a record in the browser. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description('show a record in the browser, and serve it as JSON')
    .addOption(portOption())
    .addOption(hostOption())
    .addOption(recordOption())
    .addOption(jsonOption('with the address'))
    .addHelpText('after', HELP)
    .action(serve);
}
