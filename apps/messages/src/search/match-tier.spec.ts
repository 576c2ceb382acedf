import { tiersFor } from './match-tier';

it.each([
  ['good coffee', 'A GOOD Coffée.', 0],
  ['good coffee', 'coffee, and good', 1],
  ['good coffee', 'goodness, coffee', 2],
  ['good coffees', 'good coffee', 3],
  ['coffee', 'a coffee', 0],
  ['coffee', 'coffees', 2],
  ['東京', '昨日東京に', 0],
  ['東京 タワー', 'タワーと東京', 1],
  ['東京 tow', '東京の towers', 2],
])('of %j, %j matches by tier %i', (q, text, tier) => {
  expect(tiersFor(q)(text)).toBe(tier);
});
