import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ConfigError } from './config-error';

/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

const FILE_SUFFIX = '_FILE';
/** A secret is a line, not a document. */
const FILE_CHARACTERS_MAX = 64 * 1024;

/**
 * Reads a process's configuration. Each variable may instead be given as `<NAME>_FILE`, the path of a file that holds it (a mounted
 * secret; a line end at its end is dropped). A variable that is set to nothing counts as not set.
 * @throws ConfigError that names every problem at once
 */
export function loadConfig<S extends z.ZodObject>(schema: S, env: Environment = process.env): z.output<S> {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = readVariable(name, env, problems);
    if (value !== undefined) values[name] = value;
  }
  const result = schema.safeParse(values);
  if (!result.success) {
    for (const issue of result.error.issues) {
      const name = String(issue.path[0] ?? 'configuration');
      if (problems.some((problem) => problem.startsWith(`${name}${FILE_SUFFIX}:`))) continue;
      const isMissing = issue.path.length === 1 && values[name] === undefined && schema.shape[name] !== undefined;
      problems.push(isMissing ? `${name} is missing` : `${name}: ${issue.message}`);
    }
  }
  if (problems.length > 0 || !result.success) throw new ConfigError(problems);
  return result.data;
}

function readVariable(name: string, env: Environment, problems: string[]): string | undefined {
  const direct = env[name] === '' ? undefined : env[name];
  const path = env[`${name}${FILE_SUFFIX}`];
  if (path === undefined || path === '') return direct;
  if (direct !== undefined) {
    problems.push(`${name}${FILE_SUFFIX}: ${name} is set as well; set one of the two`);
    return direct;
  }
  try {
    const content = readFileSync(path, 'utf8');
    if (content.length > FILE_CHARACTERS_MAX) throw new Error('it is too large');
    return content.replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    problems.push(`${name}${FILE_SUFFIX}: the file can't be read (${reasonOf(error)})`);
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
