import { roomsByPerson, seatingOf } from './seating';

it('everybody is in one room, and connected once', () => {
  const { people, rooms, connections } = seatingOf({ rooms: 3, members: 2 });
  expect(people).toBe(6);
  expect(rooms).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
  expect(connections).toEqual([0, 1, 2, 3, 4, 5]);
});

it('with several devices there are fewer people, each connected so often', () => {
  const { people, rooms, connections } = seatingOf({ rooms: 2, members: 20, devices: 10 });
  expect([people, rooms.length, connections.length]).toEqual([4, 2, 40]);
  for (let person = 0; person < people; person++) expect(connections.filter((one) => one === person)).toHaveLength(10);
});

it('everybody is in as many rooms as they should be, each of as many people', () => {
  const seating = seatingOf({ rooms: 4, members: 50, devices: 5, roomsEach: 20 });
  expect(seating.rooms).toHaveLength(80);
  for (const members of seating.rooms) expect(new Set(members).size).toBe(10);
  const names = seating.rooms.map((_, index) => `room-${index}`);
  for (const rooms of roomsByPerson(seating, names)) expect(new Set(rooms).size).toBe(20);
});

it('people who do not fill a room are refused', () => {
  expect(() => seatingOf({ rooms: 1, members: 10, devices: 3 })).toThrow(RangeError);
});
