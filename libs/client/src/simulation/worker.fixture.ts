import { runChunk, type Chunk } from './chunk.fixture';

// A process of its own, which carries out what it is sent and answers with what came of it, for as long as somebody is there to send.
process.on('message', (chunk: Chunk) => {
  void runChunk(chunk).then((result) => process.send?.(result));
});
