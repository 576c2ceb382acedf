import { TestBed } from '@angular/core/testing';
import { render, screen } from '@testing-library/angular';
import userEvent from '@testing-library/user-event';
import { words } from '@parley/web-ui/testing';
import { EmojiCatalogue } from './emoji-catalogue';
import { EmojiPicker } from './emoji-picker';

jest.setTimeout(60_000);

async function show() {
  TestBed.resetTestingModule();
  const picked = jest.fn();
  const { fixture } = await render(EmojiPicker, { imports: [words], on: { picked } });
  await TestBed.inject(EmojiCatalogue).load();
  await fixture.whenStable();
  return { picked, search: screen.getByLabelText('Search emoji') };
}

describe('EmojiPicker', () => {
  beforeEach(() => localStorage.clear());

  it('shows hands in the skin tone that one chose, then and the next time', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Skin tone' }));
    await userEvent.click(screen.getByRole('button', { name: 'Medium' }));
    expect(screen.getByLabelText('Search emoji')).toHaveFocus();
    const { picked, search } = await show();
    await userEvent.type(search, 'wave{Enter}');
    expect(picked).toHaveBeenCalledWith('👋🏽');
  });

  it('takes the first that is found by Enter, and says where there is none', async () => {
    const { picked, search } = await show();
    await userEvent.type(search, 'tada{Enter}');
    expect(picked).toHaveBeenCalledWith('🎉');
    await userEvent.clear(search);
    await userEvent.type(search, 'zzzzqqq{Enter}');
    expect(picked).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/^No emoji of that name/)).toBeInTheDocument();
  });
});
