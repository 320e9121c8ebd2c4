import { AFFAIRS } from './affairs.ts';
import { COURTS } from './courts.ts';
import { ECONOMY } from './economy.ts';
import { INCIDENTS } from './incidents.ts';
import type { Topic } from './topic.ts';

export const TOPICS: readonly Topic[] = [...INCIDENTS, ...COURTS, ...AFFAIRS, ...ECONOMY];
