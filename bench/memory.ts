import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { INPUT, TENFOLD } from './articles.ts';

const PROGRAM = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const LOOK_EVERY_MS = 20;

/** The most memory that a process has held so far, all its threads included, in MB; 0 when it has ended. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** The most memory that `onrecord analyze` holds, in MB. */
async function peakOfAnalyze(input: string, workers: number): Promise<number> {
  const args = [PROGRAM, 'analyze', '--workers', String(workers), input];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, LOOK_EVERY_MS);
  const [status] = await once(child, 'exit');
  clearInterval(look);
  if (status !== 0) throw new Error(`onrecord analyze ${input} ended with ${status}`);
  return peak;
}

/** Measures the peak memory of the command, with one thread and two, and whether it grows with the length of the stream. */
export async function measureMemory(): Promise<void> {
  if (!existsSync('/proc/self/status')) {
    console.log('Memory: not measured, this system has no /proc');
    return;
  }
  console.log('Memory: the most that onrecord analyze holds, all threads together');
  const peaks: number[] = [];
  for (const workers of [1, 2]) {
    peaks.push(await peakOfAnalyze(INPUT, workers));
    console.log(`  ${workers === 1 ? 'one thread' : 'two threads'}: ${peaks.at(-1)!.toFixed(0)} MB`);
  }
  if (!TENFOLD) return;
  const long = await peakOfAnalyze(TENFOLD, 2);
  const growth = (long / peaks[1]!).toFixed(2);
  console.log(`  two threads, ten times as many articles: ${long.toFixed(0)} MB, ${growth} times as much`);
}
