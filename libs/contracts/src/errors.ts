import * as z from 'zod';
import { SecondFactorNeededSchema, type SecondFactorNeeded } from './model/second-factor-needed';

/**
 * The one table of errors: what each code is called, which HTTP status it has, how loudly it is logged and whether the same request
 * may succeed later. An error that is not in it is a defect and is shown as `unavailable`.
 * Source: public contract, "Conventions".
 */
export const errorTable = {
  validation_failed: { status: 400, title: 'The request is not valid', log: 'debug', retry: false },
  unauthenticated: { status: 401, title: 'You are not signed in', log: 'debug', retry: false },
  forbidden: { status: 403, title: 'You may not do this', log: 'info', retry: false },
  not_found: { status: 404, title: 'Not found', log: 'debug', retry: false },
  conflict: { status: 409, title: 'This does not fit what is already there', log: 'debug', retry: false },
  payload_too_large: { status: 413, title: 'That is too large', log: 'info', retry: false },
  unsupported_media_type: { status: 415, title: 'This content type is not supported', log: 'debug', retry: false },
  rate_limited: { status: 429, title: 'Too many requests', log: 'info', retry: true },
  unavailable: { status: 503, title: 'Parley cannot answer right now', log: 'error', retry: true },
} as const satisfies Record<string, { status: number; title: string; log: 'debug' | 'info' | 'error'; retry: boolean }>;

export type ErrorCode = keyof typeof errorTable;

export const errorCodes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]];
export const ErrorCodeSchema = z.enum(errorCodes);

/** One place in the input that was wrong: a path like `teaches.0.level` and a sentence. */
export const FieldErrorSchema = z.object({ path: z.string(), message: z.string() });
export type FieldError = z.infer<typeof FieldErrorSchema>;

/** An error as it travels in a socket acknowledgement or a service's answer. */
export const WireErrorSchema = z.object({
  code: ErrorCodeSchema,
  title: z.string(),
  detail: z.string(),
  errors: z.array(FieldErrorSchema).optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
  secondFactor: SecondFactorNeededSchema.optional(),
});
export type WireError = z.infer<typeof WireErrorSchema>;

/** The body of every REST error: `application/problem+json`, RFC 9457. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: ErrorCodeSchema,
  requestId: z.string(),
  errors: z.array(FieldErrorSchema).optional(),
  secondFactor: SecondFactorNeededSchema.optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

/**
 * The one error class that code throws on purpose, on either side of any wire.
 * `detail` is shown to people: it holds no secret, no SQL and no other member's data.
 */
export class ParleyError extends Error {
  readonly errors: FieldError[] | undefined;
  readonly retryAfterMs: number | undefined;
  /** With `unauthenticated`, for a login whose password was right: what it goes on with. */
  readonly secondFactor: SecondFactorNeeded | undefined;

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    more: {
      errors?: FieldError[] | undefined;
      retryAfterMs?: number | undefined;
      secondFactor?: SecondFactorNeeded | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(`${code}: ${detail}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'ParleyError';
    this.errors = more.errors;
    this.retryAfterMs = more.retryAfterMs;
    this.secondFactor = more.secondFactor;
  }

  /** The error as plain data, for an acknowledgement or a service's answer. */
  toWire(): WireError {
    return {
      code: this.code,
      title: errorTable[this.code].title,
      detail: this.detail,
      ...(this.errors ? { errors: this.errors } : {}),
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      ...(this.secondFactor === undefined ? {} : { secondFactor: this.secondFactor }),
    };
  }

  /** The error behind what came over a wire. */
  static fromWire(wire: WireError): ParleyError {
    const { code, detail, errors, retryAfterMs, secondFactor } = wire;
    return new ParleyError(code, detail, { errors, retryAfterMs, secondFactor });
  }

  /** A zod failure in the contract's words: each issue with its dotted path. At most 20 are told. */
  static fromIssues(issues: readonly z.core.$ZodIssue[]): ParleyError {
    const errors = issues
      .slice(0, 20)
      .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
    const first = errors[0];
    const detail = first ? `${first.path ? `${first.path}: ` : ''}${first.message}` : 'The request is not valid.';
    return new ParleyError('validation_failed', detail, { errors });
  }
}
