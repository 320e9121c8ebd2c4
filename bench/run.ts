import { measureMemory } from './memory.ts';
import { measureOneCore } from './one-core.ts';
import { measureTwoCores } from './two-cores.ts';

/**
 * Measures speed and memory of `analyze`, one after the other: each would disturb the others. What one more speaker costs
 * takes minutes and is measured by itself: node bench/speakers.ts (in memory), node bench/record-speakers.ts (in a record)
 */
await measureOneCore();
await measureTwoCores();
await measureMemory();
