/** Reads an archive in a process of its own, and says how much memory that took at most. */
import { setFlagsFromString } from 'node:v8';
import { capture, isRefusal } from '../../../src/capture/index.ts';

// As the commands do (src/cli/memory.ts).
setFlagsFromString('--semi-space-growth-factor=1');

let [captures, refusals] = [0, 0];
for await (const each of capture([process.argv[2]!])) {
  if (isRefusal(each)) refusals++;
  else captures++;
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ captures, refusals, peakMb }));
