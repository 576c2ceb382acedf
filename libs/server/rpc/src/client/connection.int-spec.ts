import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'node:net';
import { EchoModule, echoRpc, heldCalls, openGate, secret } from '../echo.fixture';
import { eventually } from '../eventually.fixture';
import { silentLog } from '../log.fixture';
import { startRpcServer, type RpcServer } from '../server/start-rpc-server';
import { Signer } from '../wire/signer';
import { Connection } from './connection';
import { AnswerLost, NotSent } from './failures';

/** Calls that wait for their answers; what comes after them is held for a moment. */
const CROWD = 3;

let server: RpcServer;
let connection: Connection;
beforeEach(async () => {
  server = await startRpcServer(EchoModule, { host: '127.0.0.1', port: 0, secret, log: silentLog() });
  connection = new Connection({ host: '127.0.0.1', port: server.port }, new Signer(secret));
});
afterEach(async () => {
  openGate();
  connection.destroy();
  await server.close();
});

const call = (): Promise<unknown> => {
  const meta = { requestId: 'r', caller: 'tests', actor: null, deadlineMs: 20_000 };
  return connection.call(echoRpc.holdOnce.pattern, meta, '{}').catch((error: unknown) => error);
};

it.each([
  ['is cut', () => connection.destroy()],
  ['is ended by the other side', () => void connection.unwrap<Socket>().emit('end')],
  ['fails', () => void connection.unwrap<Socket>().destroy(new Error('as if it were reset'))],
])('a call that was still held when its connection %s was never sent, and nobody hears of it', async (_, breaks) => {
  const begun = Array.from({ length: CROWD }, call);
  await eventually(() => expect(heldCalls()).toBe(CROWD));
  const late = [call(), call()];
  breaks();
  for (const error of await Promise.all(late)) expect(error).toBeInstanceOf(NotSent);
  for (const error of await Promise.all(begun)) expect(error).toBeInstanceOf(AnswerLost);
  await pause(50);
  expect(heldCalls()).toBe(CROWD);
});

it('one that was held and has gone out is begun', async () => {
  const calls = Array.from({ length: CROWD + 1 }, call);
  await eventually(() => expect(heldCalls()).toBe(CROWD + 1));
  connection.destroy();
  for (const error of await Promise.all(calls)) expect(error).toBeInstanceOf(AnswerLost);
});
