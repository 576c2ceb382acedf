import { RawSocket } from '@parley/testing';

/** A live socket that only is there, or what it was told instead. */
export interface Knock {
  readonly answer: 'ok' | 'unauthenticated' | 'none';
  /** Whether it is still there. */
  isOpen(): boolean;
  close(): void;
}

const ANSWER_MS = 5_000;

/** Connects to a gateway with a token and stays, saying nothing, until it is closed. */
export function knock(port: number, token: string): Promise<Knock> {
  return new Promise((resolve) => {
    let isOpen = true;
    const answered = (answer: Knock['answer']): void => {
      clearTimeout(timer);
      resolve({ answer, isOpen: () => isOpen, close: () => socket.close() });
      if (answer !== 'ok') socket.close();
    };
    const timer = setTimeout(() => answered('none'), ANSWER_MS);
    const socket = new RawSocket(port, '/socket.io/?EIO=4&transport=websocket', {
      open: () => undefined,
      text(text) {
        if (text === '2') socket.send('3');
        else if (text.startsWith('40')) answered('ok');
        else if (text.startsWith('44')) answered(text.includes('"unauthenticated"') ? 'unauthenticated' : 'none');
        else if (text.startsWith('0')) socket.send(`40${JSON.stringify({ token })}`);
      },
      close() {
        if (!isOpen) return;
        isOpen = false;
        answered('none');
      },
    });
  });
}
