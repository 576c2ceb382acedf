import { render } from '@testing-library/angular';
import { CutName, NAME_PLACE } from './cut-name';

describe('CutName', () => {
  it.each([
    ['in the middle', `Only with ${NAME_PLACE} now`, 'Only with Inês now'],
    ['at the end, isolated', `in \u2068${NAME_PLACE}\u2069`, 'in Inês'],
  ])('has the name in an element of its own: %s', async (_, sentence, whole) => {
    const { container } = await render(CutName, { inputs: { sentence, name: 'Inês' } });
    expect(container.textContent).toBe(whole);
    expect(container.querySelector('bdi')?.textContent).toBe('Inês');
  });
});
