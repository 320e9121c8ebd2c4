import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { RecordStore } from '../../store/index.ts';
import { correctAs, corrector } from '../corrector.ts';
import { CommandError } from '../errors.ts';
import { portOption } from '../options.ts';
import { note, printLine } from '../output.ts';
import { everyItem, withWritableRecord } from '../records.ts';
import { serveUntilStopped } from '../serving.ts';
import { paint, stripUnsafe, wrap } from '../terminal.ts';
import { provenance, speakerName, wordsOf } from '../views.ts';
import { addInputs } from './add.ts';

/** The record of the demonstration, in the current folder. It is made anew each time, so no other name can be given. */
const RECORD = 'onrecord-demo.db';
/** The package's own samples, as seen from `src/cli/commands` and from `dist/cli/commands` alike. */
const SAMPLES = fileURLToPath(new URL('../../../samples/articles', import.meta.url));
const ISSUES = fileURLToPath(new URL('../../../samples/issues', import.meta.url));
const LOOPBACK = '127.0.0.1';

/** Prints who said what, article by article. */
async function printStatements(record: RecordStore): Promise<void> {
  for (const { key } of everyItem((paging) => record.articles(paging), Number.MAX_SAFE_INTEGER)) {
    const found = record.article(key);
    if (!found) continue;
    await printLine();
    await printLine(wrap(paint('bold', stripUnsafe(provenance(found.article)))));
    for (const attribution of found.attributions) {
      const name = paint('cyan', stripUnsafe(speakerName(attribution)));
      await printLine(wrap(`${name} (${attribution.type}): ${wordsOf(attribution)}`, '  ', '      '));
    }
  }
}

/** Whether nothing listens on this port of this machine. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)));
  });
}

async function demo(options: { port: number; serve: boolean }): Promise<void> {
  if (!existsSync(SAMPLES)) throw new CommandError(`The samples are missing: ${SAMPLES} is not there.`);
  for (const ending of ['', '-wal', '-shm']) rmSync(RECORD + ending, { force: true });
  note('Adding the samples: articles by invented outlets about an invented negotiation …');
  const interrupted = await addInputs([SAMPLES], { record: RECORD, quiet: true });
  if (interrupted !== null) process.exit(interrupted);
  await withWritableRecord(RECORD, async (record) => {
    await printStatements(record);
    await printLine();
    await printLine(wrap(`The record is ${RECORD}: try  npx onrecord who NAME --record ${RECORD}`));
    if (!options.serve) return;
    const port = (await isFree(options.port)) ? options.port : 0;
    // The record is made anew at each start, and this machine alone reaches it.
    const correct = correctAs(record, corrector({}));
    await serveUntilStopped(RECORD, { record, issues: ISSUES, port, host: LOOPBACK, correct }, (url) =>
      printLine(wrap(`Its pages are at ${paint('bold', url)}; ${url}/review corrects it (Ctrl-C ends it)`)),
    );
  });
}

/** `demo`: the samples in a fresh record, what they say, and the pages. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description(`put the samples into a fresh ${RECORD}, print who said what, and serve the pages`)
    .addOption(portOption())
    .option('--no-serve', 'end after printing')
    .addHelpText('after', '\nExample:\n  onrecord demo --no-serve')
    .action(demo);
}
