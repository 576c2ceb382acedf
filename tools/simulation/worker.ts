import { fork } from 'node:child_process';
import type { Chunk, ChunkResult, Worker } from './chunks';

/** Starts a process that carries out chunks. One that dies, or does not answer within `deadlineMs`, fails the chunk it was at. */
export function startWorker(program: string, deadlineMs: number): Worker {
  const child = fork(program, { stdio: 'inherit' });
  let settle: { resolve: (result: ChunkResult) => void; reject: (error: Error) => void } | null = null;
  let gone: Error | null = null;
  const end = (error: Error): void => {
    gone ??= error;
    settle?.reject(gone);
  };
  child.on('message', (result: ChunkResult) => settle?.resolve(result));
  child.once('error', end);
  child.once('exit', (code, signal) => end(new Error(`A worker ended by ${signal ?? `code ${code}`}.`)));
  return {
    async run(chunk: Chunk) {
      let timer: NodeJS.Timeout | undefined;
      try {
        return await new Promise<ChunkResult>((resolve, reject) => {
          settle = { resolve, reject };
          if (gone) return reject(gone);
          timer = setTimeout(() => {
            child.kill('SIGKILL');
            end(new Error(`No answer within ${deadlineMs} ms.`));
          }, deadlineMs);
          child.send(chunk);
        });
      } finally {
        clearTimeout(timer);
        settle = null;
      }
    },
    stop: () => void child.kill(),
  };
}
