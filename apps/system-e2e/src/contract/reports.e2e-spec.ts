import { limits, ReportReceiptSchema, type ReportReceipt } from '@parley/contracts';
import { aPerson, Api, problemOf } from '@parley/testing';
import { randomUUID } from 'node:crypto';
import { system } from '../support/system';

const places = system();

describe('reports', () => {
  it('are taken of a person, a room and a message, also across a block', async () => {
    const [ana, ben] = [await aPerson(places), await aPerson(places)];
    const room = await ana.groupWith('Reports', ben);
    const seq = await ben.says(room.id, 'buy this');
    for (const more of [{}, { roomId: room.id }, { roomId: room.id, seq }, { roomId: room.id, seq, note: 'often' }]) {
      const answer = await ana.api.post<ReportReceipt>('/reports', { userId: ben.id, reason: 'spam', ...more });
      expect(answer.status).toBe(201);
      expect(ReportReceiptSchema.strict().parse(answer.body)).toEqual(answer.body);
    }
    await ana.api.put(`/users/me/blocks/${ben.id}`);
    const answer = await ana.api.post('/reports', { userId: ben.id, roomId: room.id, seq, reason: 'harassment' });
    expect(answer.status).toBe(201);
  });

  it('are refused of oneself, of what the reporter does not see, with a wrong input, and from strangers', async () => {
    const [ana, ben, eve] = [await aPerson(places), await aPerson(places), await aPerson(places)];
    const room = await ana.groupWith('Reports', ben);
    const seq = await ben.says(room.id, 'private');
    const code = async (api: Api, body: object) =>
      problemOf(await api.post('/reports', { reason: 'spam', ...body })).code;
    for (const [api, body] of [
      [ana.api, { userId: randomUUID() }],
      [eve.api, { userId: ben.id, roomId: room.id, seq }],
      [ana.api, { userId: ben.id, roomId: randomUUID() }],
      [ana.api, { userId: ben.id, roomId: room.id, seq: seq + 1 }],
    ] as const)
      expect({ body, code: await code(api, body) }).toEqual({ body, code: 'not_found' });
    for (const body of [
      { userId: ana.id },
      { userId: ben.id, reason: '' },
      { userId: ben.id, seq },
      { userId: ben.id, reporterId: eve.id },
      { userId: ben.id, note: 'x'.repeat(limits.reportNoteCodePoints + 1) },
    ])
      expect({ body, code: await code(ana.api, body) }).toEqual({ body, code: 'validation_failed' });
    expect(await code(new Api(places.origin), { userId: ben.id })).toBe('unauthenticated');
  });
});
