import { fireEvent } from '@testing-library/dom';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { words } from '../testing';
import { Dialog } from './dialog';

async function show() {
  let closed = 0;
  await render(
    `<parley-dialog title="A question" (closed)="count()"><input aria-label="An answer" /></parley-dialog>`,
    {
      imports: [Dialog, words],
      componentProperties: { count: () => closed++ },
    },
  );
  const dialog = await screen.findByRole<HTMLDialogElement>('dialog', { name: 'A question' });
  return { dialog, closed: () => closed };
}

/** By when the browser has told of it, too. */
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

describe('Dialog', () => {
  it('opens with the focus on the first thing to do', async () => {
    const { dialog } = await show();
    expect(dialog.open).toBe(true);
    expect(screen.getByLabelText('An answer')).toHaveFocus();
  });

  it('and so where what it lies in has a head of its own', async () => {
    await render(
      `<section><header>Above</header><div>
        <parley-dialog title="A question"><form><label>An answer <input /></label></form></parley-dialog>
      </div></section>`,
      { imports: [Dialog, words] },
    );
    expect(await screen.findByLabelText('An answer')).toHaveFocus();
  });

  it.each([
    ['Escape', (dialog: HTMLElement) => void fireEvent(dialog, new Event('cancel', { cancelable: true }))],
    ['a press beside it', (dialog: HTMLElement) => void fireEvent.mouseDown(dialog)],
    ['the browser, which does not always ask', (dialog: HTMLElement) => (dialog as HTMLDialogElement).close()],
    ['its button', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
  ])('is closed by %s, and tells it once', async (_by, act: (dialog: HTMLElement) => void | Promise<void>) => {
    const { dialog, closed } = await show();
    await act(dialog);
    expect(dialog.open).toBe(false);
    await told();
    expect(closed()).toBe(1);
  });

  it('is closed at once by Escape: the next key belongs to the page', async () => {
    const { dialog } = await show();
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(document.querySelector('dialog[open]')).toBeNull();
  });

  it('keeps Escape to itself: what is behind it does not hear of it', async () => {
    const { dialog } = await show();
    const heard = jest.fn();
    document.addEventListener('keydown', heard);
    fireEvent.keyDown(screen.getByLabelText('An answer'), { key: 'Escape' });
    fireEvent.keyDown(screen.getByLabelText('An answer'), { key: 'a' });
    document.removeEventListener('keydown', heard);
    expect(heard.mock.calls.map(([event]) => (event as KeyboardEvent).key)).toEqual(['a']);
    expect(dialog.open).toBe(true);
  });

  it('stays for a press on its scroll bar, and for another button beside it', async () => {
    const { dialog, closed } = await show();
    dialog.getBoundingClientRect = () => new DOMRect(100, 100, 300, 200);
    fireEvent.mouseDown(dialog, { clientX: 395, clientY: 150 });
    fireEvent.mouseDown(dialog, { clientX: 50, clientY: 150, button: 2 });
    await told();
    expect([dialog.open, closed()]).toEqual([true, 0]);
    fireEvent.mouseDown(dialog, { clientX: 50, clientY: 150 });
    expect([dialog.open, closed()]).toEqual([false, 1]);
  });

  it('stays for a press or a change of mind within it', async () => {
    const { dialog, closed } = await show();
    const field = screen.getByLabelText('An answer');
    fireEvent.mouseDown(field);
    field.dispatchEvent(new Event('cancel', { bubbles: true }));
    await told();
    expect(dialog.open).toBe(true);
    expect(closed()).toBe(0);
  });
});
