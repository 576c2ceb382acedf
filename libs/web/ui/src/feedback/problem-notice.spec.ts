import { render, screen } from '@testing-library/angular';
import { words } from '../words/words.fixture';
import { ProblemNotice } from './problem-notice';
import type { ProblemShape } from './problem-words';

const show = (problem: ProblemShape | null, more: object = {}) =>
  render(ProblemNotice, { imports: [words], inputs: { problem, ...more } });

describe('ProblemNotice', () => {
  it('says nothing where nothing is wrong', async () => {
    const { container } = await show(null);
    expect(container.textContent?.trim()).toBe('');
  });

  it.each([
    [{ code: 'rate_limited', retryAfterMs: 12_400 }, 'Try again in 13 s.'],
    [{ code: 'rate_limited', retryAfterMs: 300_000 }, 'Try again in 5 min.'],
    [{ code: 'rate_limited' }, 'Wait a moment and try again.'],
    [{ code: 'unavailable' }, 'Parley does not answer just now.'],
    [{ code: 'something new' }, 'Parley does not answer just now.'],
  ])('speaks of %j', async (problem, sentence) => {
    await show(problem);
    expect(screen.getByRole('alert')).toHaveTextContent(sentence);
  });

  it('uses the words of the place where it stands', async () => {
    await show({ code: 'unauthenticated' }, { instead: { unauthenticated: 'They do not fit together.' } });
    expect(screen.getByRole('alert')).toHaveTextContent('They do not fit together.');
  });
});
