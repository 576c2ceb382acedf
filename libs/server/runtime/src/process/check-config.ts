import type { z } from 'zod';
import { ConfigError } from '../config/config-error';
import { loadConfig, type Environment } from '../config/load-config';

/** The argument with which a process only looks at its configuration. */
export const CHECK_CONFIG = '--check-config';
/** EX_CONFIG of sysexits.h: starting again will not help. */
export const EXIT_CONFIG = 78;

/** What a process says of its environment. */
export interface ConfigReport {
  readonly name: string;
  /** The variables that it reads; each may also be given as `<NAME>_FILE`. */
  readonly variables: readonly string[];
  /** What is wrong with them, without any value. Empty: it would start. */
  readonly problems: readonly string[];
}

/** Holds an environment against a process's schema. */
export function reportConfig(name: string, schema: z.ZodObject, env?: Environment): ConfigReport {
  return { name, variables: Object.keys(schema.shape), problems: problemsOf(schema, env) };
}

/** Prints the report of this process's own environment as one line of JSON and ends it: 0 when it would start, else 78. Nothing is started. */
export function checkConfig(name: string, schema: z.ZodObject): void {
  const report = reportConfig(name, schema);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  process.exitCode = report.problems.length === 0 ? 0 : EXIT_CONFIG;
}

function problemsOf(schema: z.ZodObject, env?: Environment): readonly string[] {
  try {
    loadConfig(schema, env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
