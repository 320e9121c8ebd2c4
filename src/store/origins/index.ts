/** Where articles have their material from, in the record. */
export { keepOrigins } from './reprints.ts';
export { readSourcing } from './sourcing.ts';
