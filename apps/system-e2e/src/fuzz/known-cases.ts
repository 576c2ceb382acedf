import { exchange, statusOf } from './exchange';
import { frame, FuzzSocket, UPGRADE } from './fuzz-socket';
import { Finding, type Target } from './target';

/** One input that has ended, or opened, some server before. */
export interface KnownCase {
  readonly name: string;
  send(target: Target): Promise<unknown>;
}

const gateway = ({ gatewayPorts }: Target): number => gatewayPorts[0] ?? 0;

/** Packets after a sound handshake. */
const packets = (name: string, ...texts: string[]): KnownCase => ({
  name,
  send: async (target) => {
    const socket = await FuzzSocket.open(gateway(target));
    await socket.join(target.people[0]?.grant.accessToken ?? '');
    for (const text of texts) socket.text(text);
    await socket.rest();
    socket.close();
  },
});

/** The upgrade with something in its place. */
const upgrade = (name: string, pattern: RegExp | string, instead: string): KnownCase => ({
  name,
  send: (target) => exchange(gateway(target), Buffer.from(UPGRADE.replace(pattern, instead))),
});

/** The holes of the libraries in use and of the peers, a regression case for each. */
export const knownCases: readonly KnownCase[] = [
  {
    name: 'CVE-2026-33151: eleven binary attachments',
    send: async (target) => {
      const socket = await FuzzSocket.open(gateway(target));
      await socket.join(target.people[0]?.grant.accessToken ?? '');
      const places = Array.from({ length: 11 }, (_, num) => ({ _placeholder: true, num }));
      socket.text(`4511-${JSON.stringify(['message:send', ...places])}`);
      if ((await socket.heard((packet) => packet.startsWith('43'))) !== null)
        throw new Finding('eleven attachments were taken');
    },
  },
  packets(
    'CVE-2022-2421: a placeholder by a name',
    '451-["message:send",{"_placeholder":true,"num":"splice"}]',
    'bAAAA',
  ),
  packets(
    'CVE-2023-32695: an event named by no text',
    '42[{"toString":"foo"}]',
    '42[["x"]]',
    '42["toString"]',
    '42["constructor"]',
  ),
  packets('CVE-2024-38355: an event named error', '42["error",{}]', '42["error"]'),
  packets('CVE-2026-48779 and reserved events', '42["connect"]', '42["disconnecting"]', '42["newListener"]'),
  upgrade('CVE-2022-21676: an Engine.IO that the server does not speak', 'EIO=4', 'EIO=3'),
  upgrade('CVE-2023-31125: a session that there is not', 'transport=websocket', 'transport=websocket&sid=a'),
  upgrade('CVE-2022-41940: an upgrade on another transport', 'transport=websocket', 'transport=polling'),
  upgrade('CVE-2024-37890: an upgrade with thousands of headers', '\r\n\r\n', `\r\n${'X: y\r\n'.repeat(2_500)}\r\n`),
  upgrade('CVE-2024-37890: an upgrade with no header for it', /Upgrade: websocket\r\n/, ''),
  {
    name: 'CVE-2026-48779: tens of thousands of tiny fragments',
    send: async (target) => {
      const many = Buffer.concat(Array.from({ length: 30_000 }, () => frame(0, Buffer.from('4'), { isFinal: false })));
      const first = frame(1, Buffer.from('4'), { isFinal: false });
      const { isEnded } = await exchange(gateway(target), Buffer.from(UPGRADE), {
        more: [first, many],
        listenMs: 5_000,
      });
      if (!isEnded) throw new Finding('tens of thousands of fragments are taken for one message');
    },
  },
  {
    name: 'CVE-2026-40879: 47 KB of JSON pieces at each service’s port',
    send: async ({ callPorts }) => {
      for (const port of callPorts) await exchange(port, Buffer.from('2#{}'.repeat(12_000)));
    },
  },
  {
    name: 'CVE-2026-2293: another spelling of a guarded address',
    send: async ({ apiPort }) => {
      for (const path of [
        '/api/v1/users/me/',
        '//api/v1/users/me',
        '/API/v1/users/me',
        '/api/v1/users/me;x',
        '/api/v1/%75sers/me',
      ]) {
        const text = `GET ${path} HTTP/1.1\r\nHost: parley\r\nConnection: close\r\n\r\n`;
        const { answer } = await exchange(apiPort, Buffer.from(text), { listenMs: 5_000 });
        if (![400, 401, 404].includes(statusOf(answer) ?? 0))
          throw new Finding(`${path}: ${answer.subarray(0, 40).toString()}`);
      }
    },
  },
];
