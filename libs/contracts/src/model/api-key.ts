import * as z from 'zod';
import { scopes } from '../access';
import { limits } from '../limits';
import { nameSchema, TimeSchema, UuidSchema } from './primitives';

/** What every key begins with: no access token does, and whoever looks for leaked secrets finds it. */
const PREFIX = 'parley_';

/** A key as its owner holds it: after the prefix its id (16 bytes) and a secret (32 bytes), each in base64url. */
export const ApiKeyTextSchema = z.string().regex(/^parley_[\w-]{65}$/, 'must be an API key');

/** Whether a bearer token claims to be an API key rather than an access token. */
export const isApiKey = (token: string): boolean => token.startsWith(PREFIX);

/** The text of a key. @param id 22 and @param secret 43 characters of base64url */
export const apiKeyText = (id: string, secret: string): string => PREFIX + id + secret;

/** The id in the text of a key, in base64url. */
export const idInApiKey = (key: string): string => key.slice(PREFIX.length, PREFIX.length + 22);

export const ScopeSchema = z.enum(scopes);

export const CreateApiKeyInputSchema = z.strictObject({
  name: nameSchema(limits.apiKeyNameCodePoints),
  /** Each once, in the order of the contract, however they were named. */
  scopes: z
    .array(ScopeSchema)
    .max(10 * scopes.length)
    .transform((named) => scopes.filter((scope) => named.includes(scope))),
  /** From when on it is refused; null or left out: never. Must be to come. */
  expiresAt: TimeSchema.nullable().default(null),
});
export type CreateApiKeyInput = z.infer<typeof CreateApiKeyInputSchema>;

/** A key in the list of its owner's; `lastUsedAt` to the minute. */
export const ApiKeySchema = z.object({
  id: UuidSchema,
  name: z.string(),
  scopes: z.array(ScopeSchema),
  createdAt: TimeSchema,
  expiresAt: TimeSchema.nullable(),
  lastUsedAt: TimeSchema.nullable(),
});
export type ApiKey = z.infer<typeof ApiKeySchema>;

/** The answer to the making of a key: the only one that ever tells it. */
export const NewApiKeySchema = ApiKeySchema.pick({ id: true, name: true, scopes: true, expiresAt: true }).extend({
  key: ApiKeyTextSchema,
});
export type NewApiKey = z.infer<typeof NewApiKeySchema>;
