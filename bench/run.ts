import { measureMemory } from './memory.ts';
import { measureOneCore } from './one-core.ts';
import { measureTwoCores } from './two-cores.ts';

/** Measures speed and memory of `analyze`, and what one more speaker costs, one after the other: each would disturb the others. */
await measureOneCore();
await measureTwoCores();
await measureMemory();
