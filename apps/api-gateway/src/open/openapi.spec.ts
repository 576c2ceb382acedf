import { rest, type RestRoute } from '@parley/contracts';
import { openApi } from './openapi';

const document = openApi('http://localhost:8080');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
);

it('describes every route, each under a name of its own', () => {
  const routes = Object.values(rest).flatMap((area) => Object.values<RestRoute>(area));
  expect(operations).toHaveLength(routes.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
});

it.each(operations)('$operationId: path, answers and errors are whole', ({ path, parameters, responses, security }) => {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(named);
  expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true);
  expect(responses).toHaveProperty('default', { $ref: '#/components/responses/Problem' });
  const isOpen = /^\/api\/v1\/auth\/(re\w+|login(\/second-factor)?|email\/confirm|oidc(\/begin|\/finish)?)$/.test(path);
  expect(isOpen).toBe(security.length === 0);
});

it('names the scope that an API key needs, and closes to keys what names none', () => {
  const security = (path: string, method: string) => document.paths[`/api/v1${path}`]?.[method]?.security;
  expect(security('/chatrooms', 'get')).toEqual([{ accessToken: [] }, { apiKey: ['rooms:read'] }]);
  expect(security('/api-keys', 'post')).toEqual([{ accessToken: [] }]);
});

it('tells input as it is sent and output as it is received', () => {
  const create = document.paths['/api/v1/auth/register']?.['post'];
  const body = create?.requestBody?.content['application/json'].schema;
  expect(body?.required).toEqual(['email', 'password', 'displayName']);
  expect(body?.additionalProperties).toBe(false);
  const search = document.paths['/api/v1/chatrooms']?.['get'];
  expect(search?.parameters.map(({ name, required }) => [name, required])).toEqual([
    ['cursor', false],
    ['limit', false],
    ['filter', false],
  ]);
});

it('tells which answer is JSON Lines', () => {
  const [answer] = Object.values(document.paths['/api/v1/chatrooms/{id}/export']?.['get']?.responses ?? {});
  expect(answer).toMatchObject({ content: { 'application/x-ndjson': { schema: { type: 'array' } } } });
});

it('is plain JSON without open ends', () => {
  const text = JSON.stringify(document);
  expect(JSON.parse(text)).toEqual(document);
  for (const [, reference] of text.matchAll(/"\$ref":"([^"]+)"/g))
    expect(reference).toBe('#/components/responses/Problem');
});
