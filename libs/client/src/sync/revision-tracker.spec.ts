import fc from 'fast-check';
import { RevisionTracker } from './revision-tracker';

const shuffled = (length: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, i) => i + 1),
    { minLength: length, maxLength: length },
  );

describe('RevisionTracker', () => {
  it('has no hole once every change was seen, in whatever order and however often', () => {
    fc.assert(
      fc.property(shuffled(30), fc.array(fc.integer({ min: 1, max: 30 })), (order, again) => {
        const tracker = new RevisionTracker(0);
        const news = [...order, ...again].filter((revision) => tracker.see(revision));
        expect(news).toEqual(order);
        expect(tracker.complete).toBe(30);
        expect(tracker.hasHole).toBe(false);
      }),
    );
  });

  it('is complete exactly up to the first change that was missed', () => {
    fc.assert(
      fc.property(shuffled(30), fc.integer({ min: 1, max: 29 }), (order, missed) => {
        const tracker = new RevisionTracker(0);
        for (const revision of order) if (revision !== missed) tracker.see(revision);
        expect(tracker.complete).toBe(missed - 1);
        expect(tracker.hasHole).toBe(true);
        tracker.completeTo(missed);
        expect(tracker.complete).toBe(30);
        expect(tracker.hasHole).toBe(false);
      }),
    );
  });
});
