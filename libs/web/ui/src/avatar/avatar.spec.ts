import { fireEvent } from '@testing-library/dom';
import { render } from '@testing-library/angular';
import { Avatar } from './avatar';

describe('Avatar', () => {
  it('falls back to initials where the picture does not come', async () => {
    const { container, fixture } = await render(Avatar, {
      inputs: { seed: 'id', name: 'Inês Carvalho', url: 'https://parley.example/gone.jpg' },
    });
    const image = container.querySelector('img');
    expect(image).toHaveAttribute('referrerpolicy', 'no-referrer');
    if (image) fireEvent.error(image);
    await fixture.whenStable();
    expect(container).toHaveTextContent('IC');
    expect(container.querySelector('img')).toBeNull();
  });
});
