import { v7 } from 'uuid';
import { asNamed, inPlaces, PLACES, withoutPlace } from './placement';

const placeOf = (name: string): string => /^\{([^}]+)\}/.exec(name)?.[1] ?? '';

it('names of one subject lie together in a Cluster, and are what they are elsewhere', () => {
  expect(placeOf(inPlaces('key', 'ana'))).toBe(placeOf(inPlaces('channel', 'ana')));
  expect(asNamed('key', 'ana')).toBe('key');
  for (const name of ['parley#/#room:1#', ''])
    for (const placed of [name, inPlaces(name, 'ana')]) expect(withoutPlace(Buffer.from(placed)).toString()).toBe(name);
});

it('subjects are spread over all places, also those whose ids were made in one moment', () => {
  const counts = new Map<string, number>();
  for (let i = 0; i < 100 * PLACES; i++) {
    const place = placeOf(inPlaces('', `room:${v7()}`));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  expect(counts.size).toBe(PLACES);
  // One hundred each, give or take six standard deviations.
  for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(60);
});
