import { type Route, UrlSegment, UrlSegmentGroup } from '@angular/router';
import { roomAddress } from './room-address';

const match = (path: string) => {
  const segments = path === '' ? [] : path.split('/').map((name) => new UrlSegment(name, {}));
  const found = roomAddress(segments, new UrlSegmentGroup(segments, {}), {} satisfies Route);
  if (found === null) return null;
  const { roomId, seq } = found.posParams ?? {};
  return { roomId: roomId?.path, seq: seq?.path, consumed: found.consumed.length };
};

describe('roomAddress', () => {
  it('names a room, or a message in it', () => {
    expect(match('r')).toEqual({ roomId: 'r', consumed: 1 });
    expect(match('r/5')).toEqual({ roomId: 'r', seq: '5', consumed: 2 });
  });

  it('leaves the rest to what stands beside the room', () => {
    expect(match('r/details')).toEqual({ roomId: 'r', consumed: 1 });
    expect(match('r/7/with/u')).toEqual({ roomId: 'r', seq: '7', consumed: 2 });
  });

  it.each(['r/0', 'r/-1', 'r/1e3', 'r/9999999999999999'])('takes no place that cannot be: %s', (path) => {
    expect(match(path)).toEqual({ roomId: 'r', consumed: 1 });
  });

  it('is not the address of nothing', () => {
    expect(match('')).toBeNull();
  });
});
