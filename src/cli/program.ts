import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addAdd } from './commands/add.ts';
import { addAnalyze } from './commands/analyze.ts';
import { addArticles } from './commands/articles.ts';
import { addCheck } from './commands/check.ts';
import { addCollisions } from './commands/collisions.ts';
import { addCorrect } from './commands/correct/index.ts';
import { addDemo } from './commands/demo.ts';
import { addExport } from './commands/export.ts';
import { addExtract } from './commands/extract.ts';
import { addIssue } from './commands/issue/index.ts';
import { addLink } from './commands/link.ts';
import { addPositions } from './commands/positions.ts';
import { addRebuild } from './commands/rebuild.ts';
import { addRefusals } from './commands/refusals.ts';
import { addRevisions } from './commands/revisions.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { addShifts } from './commands/shifts.ts';
import { addShow } from './commands/show.ts';
import { addSourcesCommands } from './commands/sources/index.ts';
import { addSpeakers } from './commands/speakers.ts';
import { addStatements } from './commands/statements.ts';
import { addStories } from './commands/stories.ts';
import { addTrace } from './commands/trace.ts';
import { addWatch } from './commands/watch.ts';
import { addWho } from './commands/who.ts';
import { addWikidata } from './commands/wikidata.ts';

/** The version in the package's own package.json, which lies two folders up from `src/cli` and `dist/cli` alike. */
function ownVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

const OVERVIEW = `
Examples:
  onrecord analyze news.html     who said what, as JSON Lines
  onrecord add articles/         put a folder of articles into onrecord.db
  onrecord who "Mara Tellen"     what a speaker said, with the evidence
  onrecord search ceasefire      words in what was said
  onrecord serve                 the record in a browser

FILE is a text (.txt), a page (.html, .html.gz), JSON Lines (.jsonl), or - for
standard input. Exit status: 0 success; 1 when some input was refused or the
command failed; 2 for wrong usage; 130 or 143 when interrupted.`;

/** `help COMMAND`. commander's own shows the overview for a command that it does not know, and does not say so. */
function addHelp(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .argument('[command]')
    .description('show how to use a command')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((known) => known.name() === name);
      if (!command) program.error(`error: unknown command '${name}'`);
      command.help();
    });
}

/**
 * The whole command line as commander knows it. Errors are thrown, not turned into exits. Commands load what they work
 * with when they run: a question to a record needs none of the models and none of the server.
 */
export function createProgram(): Command {
  const program = new Command('onrecord')
    .description('The public record of who said what: attributed statements from news, each tied to its exact words.')
    .version(ownVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show how to use a command')
    .addHelpText('after', OVERVIEW)
    .exitOverride()
    .showHelpAfterError('(add --help to see how the command is used)');
  program.commandsGroup('Commands on files:');
  addAnalyze(program);
  addExtract(program);
  addLink(program);
  addCheck(program);
  addStories(program);
  program.commandsGroup('Commands on a record:');
  addAdd(program);
  addSourcesCommands(program);
  addWatch(program);
  addArticles(program);
  addShow(program);
  addRevisions(program);
  addWho(program);
  addSpeakers(program);
  addSearch(program);
  addStatements(program);
  addTrace(program);
  addPositions(program);
  addIssue(program);
  addShifts(program);
  addCollisions(program);
  addExport(program);
  addRefusals(program);
  addCorrect(program);
  addWikidata(program);
  addRebuild(program);
  addServe(program);
  program.commandsGroup('To begin with:');
  addDemo(program);
  addHelp(program);
  return program;
}
