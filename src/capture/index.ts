/** Capture: files, folders, addresses and standard input become articles with the bytes they came from. */
export { type CaptureOptions, capture, isRefusal } from './capture.ts';
export { recapture } from './recapture.ts';
