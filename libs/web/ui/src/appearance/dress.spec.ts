import { dress, type Look } from './dress';

const usual: Look = { theme: 'system', contrast: 'system', motion: 'system', textSize: 'normal', density: 'roomy' };

/** A system that wishes for more contrast, or not, and can change its mind. */
function aSystem(matches: boolean): { wish: (matches: boolean) => void } {
  const wish = Object.assign(new EventTarget(), { matches });
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => wish });
  return {
    wish: (now) => {
      wish.matches = now;
      wish.dispatchEvent(new Event('change'));
    },
  };
}

const attributes = (): Record<string, string | undefined> => ({ ...document.documentElement.dataset });

describe('dress', () => {
  it('leaves everything to the system where nothing was chosen', () => {
    aSystem(false);
    dress(document, usual);
    expect(attributes()).toEqual({});
  });

  it('sets what was chosen, and takes it off again', () => {
    aSystem(false);
    dress(document, { theme: 'dark', contrast: 'more', motion: 'less', textSize: 'large', density: 'compact' });
    expect(attributes()).toEqual({
      ...{ theme: 'dark', contrast: 'more', motion: 'less', text: 'large' },
      density: 'compact',
    });
    dress(document, usual);
    expect(attributes()).toEqual({});
  });

  it('follows a system that wishes for more contrast, until it is told to stop', () => {
    const system = aSystem(true);
    const stop = dress(document, usual);
    expect(attributes()).toEqual({ contrast: 'more' });
    system.wish(false);
    expect(attributes()).toEqual({});
    stop();
    system.wish(true);
    expect(attributes()).toEqual({});
  });
});
