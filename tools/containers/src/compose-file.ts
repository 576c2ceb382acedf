import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { interpolate, type Variables } from './interpolate';

const condition = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);

/** What the checks look at of a service; that the file as a whole is well-formed is for the official schema to say. */
const service = z.object({
  image: z.string(),
  build: z
    .object({ context: z.string(), dockerfile: z.string(), target: z.string(), args: z.record(z.string(), z.string()) })
    .optional(),
  pull_policy: z.string().optional(),
  user: z.string().optional(),
  restart: z.string().optional(),
  read_only: z.boolean().default(false),
  privileged: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.object({ target: z.number(), published: z.string(), host_ip: z.string() })).default([]),
  network_mode: z.string().optional(),
  networks: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  configs: z.array(z.object({ source: z.string(), target: z.string() })).default([]),
  command: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition })).default({}),
  stop_grace_period: z.string().optional(),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().default(false) }).optional(),
  logging: z.object({ options: z.record(z.string(), z.string()) }).optional(),
  deploy: z.object({ resources: z.object({ limits: z.object({ memory: z.string(), pids: z.number() }) }) }).optional(),
});
export type ComposeService = z.output<typeof service>;

const file = z.object({ file: z.string() });
const composeFile = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) }).nullable()),
  configs: z.record(z.string(), file),
  secrets: z.record(z.string(), file),
});

/** A compose file with its variables put in. */
export interface ComposeFile extends z.output<typeof composeFile> {
  /** The variables that it asks for, whether they were set or not. */
  readonly variables: ReadonlySet<string>;
}

/** @throws Error where the file is not what the checks expect it to be */
export function readComposeFile(path: string, variables: Variables = {}): ComposeFile {
  const asked = new Set<string>();
  const content: unknown = parse(readFileSync(path, 'utf8'), { merge: true });
  const complete = mapStrings(content, (text) => interpolate(text, variables, (name) => asked.add(name)));
  return { ...composeFile.parse(complete), variables: asked };
}

/** What runs to its end before others start. */
export function isJob({ restart }: ComposeService): boolean {
  return restart === 'no';
}

function mapStrings(node: unknown, change: (text: string) => string): unknown {
  if (typeof node === 'string') return change(node);
  if (Array.isArray(node)) return node.map((item) => mapStrings(item, change));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapStrings(value, change)]));
}
