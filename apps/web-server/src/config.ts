import { httpOrigin, httpServerConfig, processConfig } from '@parley/server-runtime';
import { z } from 'zod';

/** The environment of a web-server. It calls nobody, so it gets no secret. */
export const webServerConfig = z.object({
  ...processConfig,
  ...httpServerConfig,
  /** Where browsers find Parley: the one origin that pages may connect to. */
  PUBLIC_ORIGIN: httpOrigin(),
  /** The folder that holds the built web app, its index.html included. */
  SITE_DIRECTORY: z.string(),
});
export type WebServerConfig = z.output<typeof webServerConfig>;
