import { ParleyError } from '@parley/contracts';
import { ask, asUnreachable, parse, problemOf, type HttpOptions, type HttpRequest } from './http';

/** Waits for a step of an answer, and for no longer than the deadline. */
type Within = <T>(step: Promise<T>) => Promise<T>;

/**
 * One request whose answer is JSON Lines, an item a line. Resolves once the server has begun to answer; of the answer no more than a part is held. The deadline is that of each part, as the
 * whole may be long.
 * @throws ParleyError as `request`; while the items come, `unavailable` where the answer breaks off
 */
export async function requestLines(
  options: HttpOptions,
  call: HttpRequest,
): Promise<AsyncGenerator<unknown, void, undefined>> {
  const silence = new AbortController();
  const within: Within = async (step) => {
    const timer = setTimeout(() => silence.abort(), options.deadlineMs);
    try {
      return await step;
    } catch (cause) {
      throw asUnreachable(cause, call);
    } finally {
      clearTimeout(timer);
    }
  };
  const signal = call.signal ? AbortSignal.any([call.signal, silence.signal]) : silence.signal;
  const response = await within(ask(options, call, signal));
  if (!response.ok || response.body === null) throw problemOf(response, parse(await within(response.text())));
  return itemsOf(response.body, within);
}

function itemIn(line: string): unknown {
  const item = parse(line);
  if (item === undefined) throw new ParleyError('unavailable', 'The server answered what is no JSON.');
  return item;
}

async function* itemsOf(body: ReadableStream<Uint8Array>, within: Within): AsyncGenerator<unknown, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await within(reader.read());
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield itemIn(line);
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
