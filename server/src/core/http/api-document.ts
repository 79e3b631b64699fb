import { Problem } from '@candour/shared/errors.js';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import * as z from 'zod';

/** Where the page about the API stands; the document itself is at `/api/openapi.json`. */
const PAGE = 'api/docs';

/** Serves the document of the API, made from the contracts, and a page that shows it. */
export function serveApiDocument(app: NestExpressApplication): void {
  SwaggerModule.setup(PAGE, app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Candour API',
    // No badge of a validator elsewhere, and no trying out: a changing request wants the token of a session.
    swaggerOptions: { validatorUrl: null, supportedSubmitMethods: [] },
  });
}

/** OpenAPI 3.0 of every route, its bodies, queries and answers as their contracts say. */
export function apiDocument(app: NestExpressApplication): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('Candour')
    .setDescription('A customer-service and data-request desk that keeps its privacy policy.')
    .setVersion('0.1.0')
    .addSecurity('session', { type: 'apiKey', in: 'cookie', name: 'candour' })
    .addSecurity('csrf', { type: 'apiKey', in: 'header', name: 'x-csrf-token' })
    .build();
  const document = SwaggerModule.createDocument(app, base, {
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: jsonSchemaOf(schema, schemaType) } : undefined,
  });
  const problem = {
    description: 'Refused: problem details of RFC 9457; `code` says why.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: jsonSchemaOf(Problem, 'output') as object },
  };
  for (const operation of operationsOf(document)) operation.responses['default'] = problem;
  return document;
}

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'openapi-3.0', unrepresentable: 'any' });
  return rest;
}

interface Operation {
  responses: Record<string, unknown>;
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, unknown>).filter(
      (value): value is Operation => typeof value === 'object' && value !== null && 'responses' in value,
    ),
  );
}
