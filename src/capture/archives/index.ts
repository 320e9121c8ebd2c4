/** Web archives: read as streams of captures, and written. */
export { captureWacz } from './wacz.ts';
export { captureWarc } from './warc.ts';
export { writeWarc } from './write.ts';
