import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createProgram } from '../../src/cli/program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The onrecord commands of a Markdown text: after "$" in its blocks, and in code within lines, up to a pipe. */
function commandLines(markdown: string): string[] {
  const typed = [...markdown.matchAll(/^\$ onrecord ([^\n|>#]+)/gm), ...markdown.matchAll(/`onrecord ([^`]+)`/g)];
  return typed.map((match) => match[1]!.trim()).filter((line) => /^[a-z]/.test(line));
}

describe('README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const program = createProgram();
  const commands = new Map(program.commands.map((command) => [command.name(), command]));

  it('shows commands and options that exist', () => {
    const lines = commandLines(readme);
    assert.ok(lines.length > 5);
    for (const line of lines) {
      const [name, second] = line.split(/\s/);
      const outer = commands.get(name!);
      // “…” stands for any of the commands within.
      const all = !outer?.commands.length || second === '…';
      const command = all ? outer : outer.commands.find((inner) => inner.name() === second);
      assert.ok(command, `there is a command for: onrecord ${line}`);
      for (const [option] of line.matchAll(/(?<=\s)--?[a-z][a-z-]*/g)) {
        const known = command.options.some(({ short, long }) => option === short || option === long);
        assert.ok(known, `${option} is an option of: onrecord ${line}`);
      }
    }
  });

  it('leaves out no command', () => {
    for (const name of commands.keys()) {
      if (name === 'demo') continue; // npm start is how it is shown
      assert.match(readme, new RegExp(`onrecord (-- )?${name}\\b`), `README shows ${name}`);
    }
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!);
    for (const link of links) assert.doesNotThrow(() => readFileSync(join(ROOT, link)), `${link} is there`);
  });
});
