import { defineRpc } from '@parley/contracts';
import { z } from 'zod';
import { checkOutput } from './check-output';

const rpc = defineRpc({
  pattern: 'people.one',
  caller: 'public',
  repeatable: true,
  input: z.object({}),
  output: z.object({ name: z.string(), friends: z.array(z.object({ id: z.number() })), bio: z.string().optional() }),
});

it('is content with what the contract names', () => {
  expect(() => checkOutput(rpc, '{"name":"Ada","friends":[{"id":1}]}')).not.toThrow();
});

it.each([
  ['a field too many', '{"name":"Ada","friends":[],"hash":"$argon2"}', 'does not name'],
  ['a field too many further down', '{"name":"Ada","friends":[{"id":1,"hash":"$argon2"}]}', 'does not name'],
  ['a field too few', '{"friends":[]}', 'name: '],
  ['a wrong type', '{"name":"Ada","friends":[{"id":"1"}]}', 'friends.0.id: '],
])('refuses %s', (_, json, message) => {
  expect(() => checkOutput(rpc, json)).toThrow(message);
  expect(() => checkOutput(rpc, json)).not.toThrow('argon2');
});
