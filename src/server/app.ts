import fastify, { type FastifyInstance, LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { describeApi } from './api-description.ts';
import { answerError, answerUnknown } from './problems.ts';

/** The app as its routes see it: what they take and give is typed by zod schemas. */
export type App = ReturnType<typeof typed>;

export const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

/** An app that has no routes yet: it bounds and checks what it is asked, describes itself, and answers in JSON what is wrong. */
export async function createApp(): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: 'warn', stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 30_000,
    bodyLimit: 1_024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    frameworkErrors: answerError,
  });
  app.setErrorHandler(answerError);
  await describeApi(app);
  answerUnknown(app);
  return app;
}
