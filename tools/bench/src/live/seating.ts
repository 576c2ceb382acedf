/** Rooms, and who sits in them. */
export interface Shape {
  readonly rooms: number;
  /** Connections that hear each room. */
  readonly members: number;
  /** Connections of each person; 1 by default. */
  readonly devices?: number;
  /** Rooms of each person; 1 by default. With more there are so many times as many rooms, of which `rooms` are enough for everybody. */
  readonly roomsEach?: number;
  /** Rooms of one more person, who is in none of the others'; there is none by default. */
  readonly busyRooms?: number;
  /** Processes that carry the connections. */
  readonly nodes?: number;
}

/** Who is in which room, and how often each is connected. */
export interface Seating {
  readonly people: number;
  /** The people of each room, by their numbers. */
  readonly rooms: readonly (readonly number[])[];
  /** The person of each connection. Neighbours share a room. */
  readonly connections: readonly number[];
}

export function seatingOf({ rooms, members, devices = 1, roomsEach = 1 }: Shape): Seating {
  const each = members / devices;
  if (!Number.isInteger(each)) throw new RangeError(`${members} connections are no ${devices} of each in a room.`);
  const people = rooms * each;
  const roomOf = (room: number, round: number): number[] =>
    Array.from({ length: each }, (_, place) => (room * each + place + round) % people);
  return {
    people,
    rooms: Array.from({ length: roomsEach }, (_, round) =>
      Array.from({ length: rooms }, (_, room) => roomOf(room, round)),
    ).flat(),
    connections: Array.from({ length: people * devices }, (_, index) => index % people),
  };
}

/** The rooms of each person, by their names. */
export function roomsByPerson({ people, rooms }: Seating, names: readonly string[]): readonly (readonly string[])[] {
  const all = Array.from({ length: people }, (): string[] => []);
  for (const [index, members] of rooms.entries()) for (const person of members) all[person]?.push(names[index] ?? '');
  return all;
}
