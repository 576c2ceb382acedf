import { fireEvent } from '@testing-library/dom';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { GrowingText } from './growing-text';

async function show(text = '') {
  const [entered, escaped, raised] = [jest.fn(), jest.fn(), jest.fn()];
  await render(GrowingText, { inputs: { label: 'Message', text }, on: { entered, escaped, raised } });
  return { area: screen.getByLabelText<HTMLTextAreaElement>('Message'), entered, escaped, raised };
}

describe('GrowingText', () => {
  it('takes Enter for done and Shift+Enter for a new line', async () => {
    const { area, entered } = await show();
    await userEvent.type(area, 'a{Shift>}{Enter}{/Shift}b');
    expect(area).toHaveValue('a\nb');
    expect(entered).not.toHaveBeenCalled();
    await userEvent.type(area, '{Enter}');
    expect(entered).toHaveBeenCalledTimes(1);
    expect(area).toHaveValue('a\nb');
  });

  it('leaves Enter to an input method that composes', async () => {
    const { area, entered } = await show('にほn');
    expect(fireEvent.keyDown(area, { key: 'Enter', isComposing: true })).toBe(true);
    // Safari ends the composition before this key, and tells it by the key code alone.
    expect(fireEvent.keyDown(area, { key: 'Enter', keyCode: 229 })).toBe(true);
    expect(entered).not.toHaveBeenCalled();
    fireEvent.keyDown(area, { key: 'Enter' });
    expect(entered).toHaveBeenCalledTimes(1);
  });

  it('tells of Escape, and of the arrow up only where nothing is typed', async () => {
    const { area, escaped, raised } = await show();
    await userEvent.type(area, '{ArrowUp}');
    expect(raised).toHaveBeenCalledTimes(1);
    await userEvent.type(area, 'x{ArrowUp}{Escape}');
    expect([raised.mock.calls.length, escaped.mock.calls.length]).toEqual([1, 1]);
  });
});
