/** How the page is to look; `system` leaves it to the device. */
export interface Look {
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  readonly motion: 'system' | 'less';
  readonly textSize: 'small' | 'normal' | 'large' | 'largest';
  readonly density: 'roomy' | 'compact';
}

/**
 * Dresses the page: the attributes of its root that `tokens.css` reads. More contrast has one place in the tokens, whether it was chosen here or
 * in the system; so the system's wish is told by an attribute too. Answers the function that stops listening to the system.
 */
export function dress(document: Document, look: Look): () => void {
  const { dataset } = document.documentElement;
  const set = (name: string, value: string, usual: string): void => {
    if (value === usual) delete dataset[name];
    else dataset[name] = value;
  };
  set('theme', look.theme, 'system');
  set('text', look.textSize, 'normal');
  set('motion', look.motion, 'system');
  set('density', look.density, 'roomy');
  const wish = document.defaultView?.matchMedia('(prefers-contrast: more)');
  const follow = (): void => set('contrast', wish?.matches ? 'more' : look.contrast, 'system');
  follow();
  wish?.addEventListener('change', follow);
  return () => wish?.removeEventListener('change', follow);
}
