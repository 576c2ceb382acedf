import { render, screen } from '@testing-library/angular';
import { words } from '../words/words.fixture';
import { RichText } from './rich-text';

async function show(text: string): Promise<HTMLElement> {
  const { container } = await render(RichText, { imports: [words], inputs: { text } });
  return container;
}

describe('RichText', () => {
  it('S34: opens links elsewhere, and tells nobody where one came from', async () => {
    await show('see https://parley.example/a and [that](https://parley.example/b)');
    for (const link of screen.getAllByRole('link')) {
      expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
      expect(link).toHaveAttribute('target', '_blank');
    }
    expect(screen.getByRole('link', { name: 'that' })).toHaveAttribute('href', 'https://parley.example/b');
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<a href="javascript:alert(1)">x</a>',
    '[x](javascript:alert(1))',
    '<svg/onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>">',
  ])('shows %s as it was typed', async (text) => {
    const container = await show(text);
    expect(container.querySelector('img, script, svg, iframe, a')).toBeNull();
    expect(container).toHaveTextContent(text);
  });

  it('adds no space to what was written', async () => {
    const container = await show('a**b**c`d`e');
    expect(container.querySelector('p')?.textContent).toBe('abcde');
  });

  it('has a list and a quote run as the words in them, so that their marks stand where these begin', async () => {
    const container = await show('> مرحبا\n\n- واحد\n- two\n\n1. first\n\nwords');
    for (const marked of ['blockquote', 'ul', 'ol']) {
      expect(container.querySelector(marked)).toHaveAttribute('dir', 'auto');
      // What has a direction of its own says nothing about that of what is around it.
      expect(container.querySelector(`${marked} [dir]`)).toBeNull();
    }
    expect(screen.getByText('words').closest('p')).toHaveAttribute('dir', 'auto');
  });

  it('shows code by line, to be scrolled with the keyboard', async () => {
    await show('```ts\nconst a = 1;\nconst b = 2;\n```');
    const code = screen.getByRole('group', { name: 'Code' });
    expect(code.textContent).toBe('const a = 1;\nconst b = 2;');
    expect(code).toHaveAttribute('tabindex', '0');
  });

  it('shows a few emoji large', async () => {
    const container = await show('🎉');
    expect(container).toHaveClass('large');
  });
});
