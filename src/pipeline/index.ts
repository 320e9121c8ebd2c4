/** The pipeline: takes captures through the stages, alone or into a record. */
export { type CaptureOptions, capture, isRefusal } from '../capture/index.ts';
export { type AddEvent, type AddOptions, addToRecord } from './add.ts';
export { type AnalyzedCapture, analyzeStream } from './analyze-stream.ts';
export { type Analyzer, type AnalyzerOptions, createAnalyzer } from './analyzer.ts';
