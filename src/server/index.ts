/** The server: a record's HTTP API and pages. */
export { type RunningServer, type ServerOptions, startServer } from './start.ts';
