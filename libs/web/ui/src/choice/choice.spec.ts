import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { Choices } from './choices';
import { Switch } from './switch';

jest.setTimeout(60_000);

describe('Switch', () => {
  it('says what it is, what it means and where it stands', async () => {
    await render(Switch, { inputs: { label: 'Typing', hint: 'Others see it.', checked: true } });
    const control = screen.getByRole('switch', { name: 'Typing', description: 'Others see it.' });
    expect(control).toBeChecked();
  });

  it('is turned by a press anywhere on it, and not while it may not be', async () => {
    const turned: boolean[] = [];
    const on = { changed: (now: boolean) => turned.push(now) };
    const { rerender } = await render(Switch, { inputs: { label: 'Typing', checked: true }, on });
    await userEvent.click(screen.getByText('Typing'));
    expect(turned).toEqual([false]);
    await rerender({ inputs: { label: 'Typing', checked: false, disabled: true } });
    await userEvent.click(screen.getByText('Typing'));
    expect(turned).toEqual([false]);
  });
});

describe('Choices', () => {
  it('shows which one holds and tells of another', async () => {
    const chosen: string[] = [];
    await render(Choices<string>, {
      inputs: {
        label: 'Theme',
        value: 'light',
        choices: [
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ],
      },
      on: { chosen: (value: string) => chosen.push(value) },
    });
    expect(screen.getByRole('group', { name: 'Theme' })).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Light' })).toBeChecked();
    await userEvent.click(screen.getByText('Dark'));
    expect(chosen).toEqual(['dark']);
  });
});
