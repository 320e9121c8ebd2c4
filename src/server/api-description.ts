import swagger, { type SwaggerTransformObject } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';

/** The description without the second copy of every schema, for what is sent: none of them is. */
function onlyAnswers(document: Parameters<SwaggerTransformObject>[0]): ReturnType<SwaggerTransformObject> {
  const described = jsonSchemaTransformObject(document);
  if (!('components' in described) || !described.components?.schemas) return described;
  const { schemas } = described.components;
  for (const id of Object.keys(schemas)) if (id.endsWith('Input')) delete schemas[id];
  return described;
}

/**
 * Lets the app check and describe itself with zod, and keep its description at `/api/openapi.json`.
 * To be called before any route is added.
 */
export async function describeApi(app: FastifyInstance): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Onrecord',
        version: '1',
        description: 'Who said what, as reported: articles, attributions with their very words, and speakers.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: onlyAnswers,
  });
}
