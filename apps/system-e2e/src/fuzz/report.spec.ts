import { grown } from './report';

const MIB = 1_024 * 1_024;
const held = (live: number, resident = 300) => ({ live: live * MIB, resident: resident * MIB });

it('calls a process grown by what is alive in it, and not by what the system gives it', () => {
  const memory = [
    { name: 'level', early: held(60), late: held(62, 900) },
    { name: 'filling its caches', early: held(60), late: held(80) },
    { name: 'leaking', early: held(60), late: held(82) },
  ];
  expect(grown({ memory })).toEqual(['leaking']);
});
