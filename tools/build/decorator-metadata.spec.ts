import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleOptions, outputFolder } from './bundle-service';

const run = promisify(execFile);
const workspaceRoot = join(import.meta.dirname, '../..');

const source = `
  import { Injectable, Module } from '@nestjs/common';
  import { NestFactory } from '@nestjs/core';

  @Injectable()
  class Greeting { readonly text = 'hello'; }

  @Injectable()
  class Greeter { constructor(readonly greeting: Greeting) {} }

  @Module({ providers: [Greeting, Greeter] })
  class Root {}

  const app = await NestFactory.createApplicationContext(Root, { logger: false });
  console.log(app.get(Greeter).greeting.text, Greeter.name);
  await app.close();
`;

describe('a bundled service', () => {
  let projectRoot: string;

  beforeEach(() => {
    mkdirSync(join(workspaceRoot, 'tmp'), { recursive: true });
    projectRoot = relative(workspaceRoot, mkdtempSync(join(workspaceRoot, 'tmp/bundle-')));
    mkdirSync(join(workspaceRoot, projectRoot, 'src'));
    writeFileSync(join(workspaceRoot, projectRoot, 'src/main.ts'), source);
  });

  afterEach(() => {
    rmSync(join(workspaceRoot, projectRoot), { recursive: true });
    rmSync(outputFolder({ workspaceRoot, projectRoot }), { recursive: true, force: true });
  });

  it('injects by the type of a constructor parameter', async () => {
    const layout = { workspaceRoot, projectRoot };
    await build(bundleOptions(layout));
    const { stdout } = await run(process.execPath, [join(outputFolder(layout), 'main.js')], { timeout: 20_000 });
    expect(stdout.trim()).toBe('hello Greeter');
  });
});
