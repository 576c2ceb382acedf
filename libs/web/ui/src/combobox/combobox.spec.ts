import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { fireEvent } from '@testing-library/dom';
import { Combobox, type ComboboxOption } from './combobox';

const options: ComboboxOption[] = [
  { id: '1', label: 'Spanish' },
  { id: '2', label: 'Spanish cooking' },
];

async function show({ staysOpen = false } = {}) {
  const [picked, queried] = [jest.fn(), jest.fn()];
  await render(Combobox, {
    inputs: { options, placeholder: 'A skill', emptyText: 'Nothing', staysOpen },
    on: { picked, queried },
  });
  return { picked, queried, field: screen.getByRole('combobox') };
}

describe('Combobox', () => {
  it('offers what fits while one types, and says so', async () => {
    const { field, queried } = await show();
    expect(field).toHaveAttribute('aria-expanded', 'false');
    await userEvent.type(field, ' spa');
    expect(queried).toHaveBeenLastCalledWith('spa');
    expect(field).toHaveAttribute('aria-expanded', 'true');
    const [first] = screen.getAllByRole('option');
    expect(field).toHaveAttribute('aria-activedescendant', first?.id);
  });

  it('goes through the options with the arrow keys and round again, and takes with Enter', async () => {
    const { field, picked } = await show();
    await userEvent.type(field, 'spa{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(picked).toHaveBeenCalledWith(options[1]);
    expect(field).toHaveValue('');
    expect(field).toHaveAttribute('aria-expanded', 'false');
  });

  it('takes what is pressed', async () => {
    const { field, picked } = await show();
    await userEvent.type(field, 'spa');
    await userEvent.click(screen.getByRole('option', { name: 'Spanish cooking' }));
    expect(picked).toHaveBeenCalledWith(options[1]);
    expect(field).toHaveFocus();
  });

  it('takes nothing while an input method composes', async () => {
    const { field, picked } = await show();
    await userEvent.type(field, 'スペ');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(picked).not.toHaveBeenCalled();
  });

  it('offers something before one types, where it stays open, and takes it only once one has gone there', async () => {
    const { field, picked } = await show({ staysOpen: true });
    expect(field).toHaveAttribute('aria-expanded', 'true');
    expect(field).not.toHaveAttribute('aria-activedescendant');
    await userEvent.type(field, '{Enter}');
    expect(picked).not.toHaveBeenCalled();
    await userEvent.type(field, '{ArrowUp}{Enter}');
    expect(picked).toHaveBeenLastCalledWith(options[1]);
    expect(field).not.toHaveAttribute('aria-activedescendant');
    await userEvent.type(field, 'spa{Enter}');
    expect(picked).toHaveBeenLastCalledWith(options[0]);
    expect(field).toHaveAttribute('aria-expanded', 'true');
  });

  it('brings its list into view as it opens, and the option that one goes to', async () => {
    const into = jest.spyOn(Element.prototype, 'scrollIntoView');
    const brought = () => into.mock.contexts.map((element) => (element as Element).getAttribute('role'));
    const { field } = await show();
    expect(brought()).toEqual([]);
    await userEvent.type(field, 's');
    expect(brought()).toEqual(['listbox']);
    await userEvent.type(field, '{ArrowDown}');
    expect(brought()).toEqual(['listbox', 'option']);
    into.mockRestore();
  });

  it('closes with Escape and keeps what was typed', async () => {
    const { field } = await show();
    await userEvent.type(field, 'spa{Escape}');
    expect(field).toHaveAttribute('aria-expanded', 'false');
    expect(field).toHaveValue('spa');
  });
});
