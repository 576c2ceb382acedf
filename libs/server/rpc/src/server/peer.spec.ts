import { Socket } from 'node:net';
import fc from 'fast-check';
import { Peer } from './peer';

it('admits each envelope at most once, whatever comes in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 60 }), (counts) => {
      const peer = new Peer(new Socket());
      const admitted = counts.filter((count) => peer.admits({ challenge: peer.challenge, count }));
      expect(new Set(admitted).size).toBe(admitted.length);
      expect(admitted).toEqual([...admitted].sort((a, b) => a - b));
    }),
  );
});

it('admits what comes in order, also with gaps', () => {
  const peer = new Peer(new Socket());
  for (const count of [1, 2, 5, 1_000_000]) expect(peer.admits({ challenge: peer.challenge, count })).toBe(true);
});

it('admits nothing that was signed for another connection', () => {
  const [peer, other] = [new Peer(new Socket()), new Peer(new Socket())];
  expect(peer.admits({ challenge: other.challenge, count: 1 })).toBe(false);
});
