import { TestBed } from '@angular/core/testing';
import { PARLEY_CLIENT } from '@parley/web-data-access';
import { aProfile, QuietClient } from '@parley/web-data-access/testing';
import { Toaster } from '@parley/web-ui';
import { words } from '@parley/web-ui/testing';
import { ParleyError } from '@parley/contracts';
import { RoomExport } from './room-export';

let saved: { name: string; file: Blob }[] = [];
beforeEach(() => {
  saved = [];
  // jsdom keeps no files and follows no downloads.
  const kept = new Map<string, Blob>();
  Object.assign(URL, {
    createObjectURL: (file: Blob) => {
      kept.set(`blob:${kept.size}`, file);
      return `blob:${kept.size - 1}`;
    },
    revokeObjectURL: () => undefined,
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const file = kept.get(this.href);
    if (file) saved.push({ name: this.download, file });
  });
});
afterEach(() => jest.restoreAllMocks());

const lines = [
  { type: 'room', firstSeq: 1, lastSeq: 1 },
  { type: 'message', message: { seq: 1, text: 'Kaixo' } },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

async function exporting(answer: unknown) {
  const client = await new QuietClient({ 'GET /chatrooms/room/export': answer }).signIn();
  TestBed.configureTestingModule({ imports: [words], providers: [{ provide: PARLEY_CLIENT, useValue: client }] });
  const texts = (): string[] =>
    TestBed.inject(Toaster)
      .toasts()
      .map(({ text }) => text);
  return { rooms: TestBed.inject(RoomExport), texts, client };
}

it('saves the conversation under its name, and says so', async () => {
  const { rooms, texts } = await exporting(() => new Response(lines));
  const saving = rooms.save('room', '../Ana & Ben: «Spanish»');
  expect(texts()).toEqual([expect.stringContaining('may take a while')]);
  await saving;
  expect(saved).toEqual([
    { name: expect.stringMatching(/^Ana-Ben-Spanish-\d{4}-\d\d-\d\d\.jsonl$/), file: expect.any(Blob) },
  ]);
  expect(saved[0]?.file.size).toBe(lines.length);
  // In the place of what was said of its beginning.
  expect(texts()).toEqual([expect.stringContaining('«Spanish»” is saved')]);
});

it.each([
  ['is refused', new ParleyError('not_found', 'There is no such room.')],
  ['breaks off', () => new Response(lines.split('\n')[0])],
])('saves nothing where the answer %s, and says so', async (_, answer) => {
  const { rooms, texts } = await exporting(answer);
  await rooms.save('room', 'Ana');
  expect(saved).toEqual([]);
  expect(texts()).toEqual([expect.not.stringContaining('may take a while')]);
});

it.each([
  ['ends', (client: QuietClient) => Promise.resolve(client.session.end('Signed out elsewhere.'))],
  [
    'becomes somebody else’s',
    (client: QuietClient) => {
      const user = aProfile({ id: 'ben', email: 'ben@parley.example' });
      client.answers['POST /auth/login'] = { user, accessToken: 'token', expiresIn: 600 };
      return client.signIn(user);
    },
  ],
])('saves nothing where the session %s on the way, and says nothing any more', async (_, change) => {
  let answer: (response: Response) => void = () => undefined;
  const { rooms, texts, client } = await exporting(() => new Promise<Response>((resolve) => (answer = resolve)));
  const saving = rooms.save('room', 'Ana');
  await change(client);
  // As it would come from a server that does not know yet.
  answer(new Response(lines));
  await saving;
  expect(saved).toEqual([]);
  expect(texts()).toEqual([]);
});

it('saves each one once at a time', async () => {
  const { rooms, texts, client } = await exporting(() => new Response(lines));
  const saving = Promise.all([rooms.save('room', 'Ana'), rooms.save('room', 'Ana')]);
  expect(texts()).toEqual([expect.stringContaining('may take a while')]);
  await saving;
  expect(saved).toHaveLength(1);
  expect(client.asked.filter(({ call }) => call.endsWith('/export'))).toHaveLength(1);
  const again = rooms.save('room', 'Ana');
  // What was said of the first time is not left beside it.
  expect(texts()).toEqual([expect.stringContaining('may take a while')]);
  await again;
  expect(saved).toHaveLength(2);
  expect(texts()).toEqual([expect.stringContaining('“Ana” is saved')]);
});
