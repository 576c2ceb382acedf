import { apiPrefix, ProblemSchema, rest, type RestRoute } from '@parley/contracts';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
/** A line of JSON for each item of the list. */
const jsonLines = (schema: JsonSchema) => ({ 'application/x-ndjson': { schema } });

/** What goes in is described as it is sent, before it is trimmed and given its defaults; what comes out as it is received. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const described: JsonSchema = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  delete described.$schema;
  return described;
}

function parameters(schema: z.ZodObject | undefined, location: 'path' | 'query') {
  return Object.entries<z.core.$ZodType>(schema?.shape ?? {}).map(([name, field]) => {
    const described = jsonSchema(z.object({ [name]: field }), 'input');
    return {
      ...{ name, in: location, required: location === 'path' || (described.required ?? []).includes(name) },
      schema: described.properties?.[name] ?? {},
    };
  });
}

/** An access token for all that is not public, or an API key with the scope that the route names. */
function securityOf({ access }: RestRoute): Record<string, string[]>[] {
  if (access === 'public') return [];
  return access === 'session' ? [{ accessToken: [] }] : [{ accessToken: [] }, { apiKey: [access] }];
}

function operation(area: string, name: string, route: RestRoute) {
  const idempotencyKey = {
    ...{ name: 'Idempotency-Key', in: 'header', required: false },
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
  const answers = Object.entries(route.answers).map(([status, schema]): [string, object] => [
    status,
    schema === null
      ? { description: 'Done.' }
      : { description: 'The answer.', content: (route.jsonLines ? jsonLines : json)(jsonSchema(schema, 'output')) },
  ]);
  return {
    operationId: `${area}.${name}`,
    tags: [area],
    summary: route.summary,
    security: securityOf(route),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(route.idempotencyKey ? [idempotencyKey] : []),
    ],
    ...(route.body && {
      requestBody: {
        required: !route.body.safeParse(undefined).success,
        content: json(jsonSchema(route.body, 'input')),
      },
    }),
    responses: { ...Object.fromEntries(answers), default: { $ref: '#/components/responses/Problem' } },
  };
}

/** The REST contract as OpenAPI 3.1, made of the same table that the routes are made of. */
export function openApi(origin: string) {
  const paths: Record<string, Record<string, ReturnType<typeof operation>>> = {};
  for (const [area, routes] of Object.entries(rest)) {
    for (const [name, route] of Object.entries<RestRoute>(routes)) {
      const path = (paths[apiPrefix + route.path] ??= {});
      path[route.method.toLowerCase()] = operation(area, name, route);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Parley', version: '1' },
    servers: [{ url: origin }],
    paths,
    components: {
      securitySchemes: {
        accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'API key', description: 'With the scope named.' },
      },
      responses: {
        Problem: {
          description: 'Any error, RFC 9457; `code` is stable.',
          content: { 'application/problem+json': { schema: jsonSchema(ProblemSchema, 'output') } },
        },
      },
    },
  };
}
