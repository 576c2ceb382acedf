import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** What a Compose file on top of `docker-compose.yml` may say: what the users service has besides, and nothing of any other. */
const OnTopSchema = z.strictObject({
  services: z.strictObject({
    users: z.strictObject({
      networks: z.array(z.string()),
      secrets: z.array(z.string()),
      environment: z.record(z.string(), z.string()),
    }),
  }),
  networks: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
export type ComposeOnTop = z.infer<typeof OnTopSchema>;

/** Reads a file that goes on top. @throws ZodError for one that says more than that */
export function readOnTop(path: string): ComposeOnTop {
  return OnTopSchema.parse(parse(readFileSync(path, 'utf8')));
}
