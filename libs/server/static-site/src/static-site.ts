import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { contentType } from 'mime-types';
import { basename, join } from 'node:path';
import send from 'send';
import { ownScripts } from './own-scripts';
import { securityHeaders } from './security-headers';
import { SiteFiles, type SiteFile } from './site-files';

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

const NOTHING = 'There is nothing here.\n';

/** Serves the web app: compressed where a `.br` or `.gz` lies beside a file, hashed files for ever, the rest checked each time. */
export function staticSite({ directory, publicOrigin }: StaticSiteOptions): RequestListener {
  const page = join(directory, 'index.html');
  if (!existsSync(page)) return (_request, response) => say(response, 404, 'The web app is not built.\n');
  const headers = Object.entries(securityHeaders(publicOrigin, ownScripts(readFileSync(page, 'utf8'))));
  const files = new SiteFiles(directory);

  function serve(request: IncomingMessage, response: ServerResponse, file: SiteFile): void {
    for (const [name, value] of headers) response.setHeader(name, value);
    const plain = file.coding === null ? file.path : file.path.slice(0, file.path.lastIndexOf('.'));
    response.setHeader('cache-control', HASHED.test(plain) ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('content-type', contentType(basename(plain)) || 'application/octet-stream');
    if (file.coding !== null) response.setHeader('content-encoding', file.coding);
    // No browser asks for a part of these files.
    send(request, file.path, { root: directory, index: false, cacheControl: false, acceptRanges: false })
      .on('error', () => {
        // A file that has gone, or cannot be read any more, in the middle of it too.
        response.removeHeader('content-encoding');
        if (response.headersSent) response.destroy();
        else say(response, 404, NOTHING);
      })
      .pipe(response);
  }

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      say(response, 405, 'Pages can only be read.\n');
      return;
    }
    const file = files.find((request.url ?? '/').split('?', 1)[0] ?? '/', request.headers['accept-encoding']);
    if (file) serve(request, response, file);
    else say(response, 404, NOTHING);
  };
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(text);
}
