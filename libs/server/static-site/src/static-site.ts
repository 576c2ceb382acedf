import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestListener } from 'node:http';
import sirv from 'sirv';
import { securityHeaders } from './security-headers';

export interface StaticSiteOptions {
  /** The built web app; its index.html answers for every path that names no file. */
  readonly directory: string;
  readonly publicOrigin: string;
}

/**
 * Scripts, styles and media that the build names by their content: `/main-4F2K7QXA.js`, `/media/literata-Bx3_kP0a.woff2`.
 * What is copied as it is (`/icon-maskable.svg`) keeps its name when it changes.
 */
const HASHED = /^\/[\w-]+-[\w-]{8}\.(?:js|css)(?:\.map)?$|^\/media\/.+-[\w-]{8}\.\w+$/;

/** Serves the web app: compressed where a `.br` or `.gz` lies beside a file, hashed files for ever, the rest checked each time. */
export function staticSite({ directory, publicOrigin }: StaticSiteOptions): RequestListener {
  const headers = Object.entries(securityHeaders(publicOrigin));
  if (!existsSync(join(directory, 'index.html'))) {
    return (_request, response) =>
      void response.writeHead(404, { 'content-type': 'text/plain' }).end('The web app is not built.\n');
  }
  const serve = sirv(directory, {
    single: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      for (const [name, value] of headers) response.setHeader(name, value);
      response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      serve(
        request,
        response,
        () => void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n'),
      );
      return;
    }
    response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' }).end('Pages can only be read.\n');
  };
}
