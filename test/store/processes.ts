import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ADDER = fileURLToPath(new URL('adder.ts', import.meta.url));

export interface Ended {
  readonly lines: readonly string[];
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Adds articles to a record in a process of its own (see adder.ts) until it ends.
 *
 * @param onLine is called with the process and each line it says.
 */
export async function addInProcess(
  path: string,
  { from = 0, to, attributions }: { from?: number; to: number; attributions: number },
  onLine: (line: string, child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const args = [ADDER, path, String(from), String(to), String(attributions)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout! });
  output.on('line', (line) => {
    lines.push(line);
    onLine(line, child);
  });
  const [[code, signal]] = await Promise.all([once(child, 'close'), once(output, 'close')]);
  return { lines, code, signal };
}
