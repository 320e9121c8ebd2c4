/** Web archives as streams of captures; what writes them is apart, since it needs none of what reads them. */
export { captureWacz } from './wacz.ts';
export { captureWarc } from './warc.ts';
