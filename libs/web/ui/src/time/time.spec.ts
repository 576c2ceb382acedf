import { render, screen } from '@testing-library/angular';
import { words } from '../words/words.fixture';
import { Time } from './time';

const NOW = new Date(2026, 10, 22, 14, 32).getTime();
const at = new Date(NOW - 7 * 60_000);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
});
afterEach(() => jest.restoreAllMocks());

const show = (template: string) =>
  render(template, { imports: [Time, words], componentProperties: { at: at.toISOString() } });

describe('Time', () => {
  it('tells a moment by how far it lies back, and the whole of it on hovering', async () => {
    await show('<parley-time [at]="at" />');
    const time = screen.getByText('7 min ago');
    expect(time).toHaveAttribute('datetime', at.toISOString());
    expect(time.title).toMatch(/22 November 2026 at 14:25/);
  });

  it.each(['brief', 'ago', 'day', 'clock'])('goes by the direction of its own words: %s', async (look) => {
    await show(`<parley-time look="${look}" [at]="at" />`);
    expect(screen.getByRole('time')).toHaveAttribute('dir', 'auto');
  });
});
