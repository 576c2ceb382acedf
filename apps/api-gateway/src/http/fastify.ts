import cookie from '@fastify/cookie';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { limits, ParleyError } from '@parley/contracts';
import type { ErrorLog } from '@parley/server-edge';
import { newRequestId, requestContext } from '@parley/server-runtime';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { sendProblem } from './send-problem';

/** How long an answer may take in all, services included; of one that comes in portions, each of them. */
export const ANSWER_DEADLINE_MS = 5_000;
/**
 * A body somewhat too large is read to its end before it is refused: an answer in mid-body, with the connection closed upon it, is lost on whoever is
 * still sending, a proxy above all. Only beyond this is the connection cut.
 */
const READ_BEFORE_REFUSING_BYTES = 4 * limits.jsonBodyBytes;
/** How long a client may take to send a request. */
const REQUEST_TIMEOUT_MS = 30_000;

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/** The HTTP server below Nest: sizes, ids of requests, JSON and nothing else, and the contract's errors also where Nest is never reached. */
export function httpAdapter(errors: ErrorLog): FastifyAdapter {
  const options: FastifyServerOptions = {
    logger: false,
    bodyLimit: limits.jsonBodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Idle keep-alive connections end with the process; requests under way are answered first.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : newRequestId();
    },
    // An address that cannot be read: no hook runs for it.
    frameworkErrors: (error, request, reply) => {
      setCommonHeaders(request, reply);
      sendProblem(error, request, reply, errors);
    },
  };
  return new FastifyAdapter(options);
}

function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'x-request-id': request.id,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}

function tooLarge(): ParleyError {
  return new ParleyError('payload_too_large', `A body may have ${limits.jsonBodyBytes / 1024} KiB.`);
}

/** Finishes the server before Nest adds its routes. */
export async function prepareHttp(app: NestFastifyApplication): Promise<void> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  await fastify.register(cookie);
  fastify.removeAllContentTypeParsers();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: READ_BEFORE_REFUSING_BYTES },
    (request: FastifyRequest, body: string, done) => {
      // A client that always names the type, also where it sends nothing, sends nothing.
      if (body === '') done(null, undefined);
      else if (Buffer.byteLength(body) > limits.jsonBodyBytes) done(tooLarge(), undefined);
      else void parseJson(request, body, done);
    },
  );
  fastify.addHook('onRequest', (request, reply, done) => {
    setCommonHeaders(request, reply);
    done();
  });
  // After the body was read: what reads it runs outside the context of the request.
  fastify.addHook('preHandler', (request, _reply, done) => {
    requestContext.run({ requestId: request.id, deadline: Date.now() + ANSWER_DEADLINE_MS }, done);
  });
}
