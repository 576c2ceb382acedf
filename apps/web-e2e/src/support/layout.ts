import type { Page } from '@playwright/test';

/**
 * What does not fit the page as it is shown just now: a page or a part of it that scrolls sideways (code may, within its message), and words, fields
 * and buttons that are cut. What ends in an ellipsis, and what one can scroll to, is not cut. One line for each finding; none where all is well.
 */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(findMisfits);
}

/** Runs in the page. */
function findMisfits(): string[] {
  /** Less than this is how lines and letters are rounded, in pixels. */
  const SLACK = 1.5;
  /** An ellipsis that leaves less than this tells nothing, in pixels. */
  const LEAST = 24;
  const found = new Set<string>();
  const root = document.documentElement;

  const nameOf = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent).replaceAll(/\s+/g, ' ').trim();
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${words.slice(0, 60)}`;
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
  /** What is for the ear alone has a box of one pixel, or is put aside until it has the focus. */
  const isForTheEar = (element: Element): boolean => {
    for (let one: Element | null = element; one; one = one.parentElement) {
      if (getComputedStyle(one).clipPath.startsWith('inset(50%') || one.matches('.skip:not(:focus)')) return true;
    }
    return false;
  };
  const mayScrollSideways = (element: Element): boolean => element.closest('pre, parley-code-block') !== null;

  /** How a box that lies in `holder` is cut by what is round it; null where it is not. */
  const cut = (rect: DOMRect, holder: Element): string | null => {
    let { left, right, top, bottom } = rect;
    for (let around: Element | null = holder; around && around !== root;) {
      const style = getComputedStyle(around);
      const edge = around.getBoundingClientRect();
      if (style.overflowX !== 'visible') {
        const isCut = left < edge.left - SLACK || right > edge.right + SLACK;
        const isEnded = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
        if (isCut && /hidden|clip/.test(style.overflowX) && !isEnded) return `cut at its side by ${nameOf(around)}`;
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (isCut && isEnded && rect.width > LEAST && right > left && right - left < LEAST)
          return 'all but gone in an ellipsis';
      }
      if (style.overflowY !== 'visible') {
        const isCut = top < edge.top - SLACK || bottom > edge.bottom + SLACK;
        const isEnded = style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis';
        if (isCut && /hidden|clip/.test(style.overflowY) && !isEnded) return `cut above or below by ${nameOf(around)}`;
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      // Scrolled out of view, or ended before it began.
      if (bottom <= top || right <= left) return null;
      if (style.position === 'fixed' || around.matches('dialog:modal')) {
        if (top < -SLACK || bottom > innerHeight + SLACK) return 'out of reach above or below';
        break;
      }
      around =
        style.position === 'absolute' && around instanceof HTMLElement ? around.offsetParent : around.parentElement;
    }
    if (left < -SLACK || right > root.clientWidth + SLACK) return 'beyond the side of the page';
    return bottom + scrollY > root.scrollHeight + SLACK || top + scrollY < -SLACK ? 'beyond the page' : null;
  };
  const look = (rect: DOMRect, holder: Element, what: Element): void => {
    if (rect.width < 1 || rect.height < 1) return;
    const how = cut(rect, holder);
    if (how !== null) found.add(`${nameOf(what)}: ${how}`);
  };

  if (root.scrollWidth > root.clientWidth + SLACK) found.add(`The page scrolls sideways: ${root.scrollWidth} px.`);
  for (const element of document.body.querySelectorAll('*')) {
    if (!isShown(element) || isForTheEar(element)) continue;
    const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX);
    if (scrolls && element.scrollWidth > element.clientWidth + SLACK && !mayScrollSideways(element))
      found.add(`${nameOf(element)}: scrolls sideways`);
    if (element.matches('a, button, input, select, textarea, [role=option], [role=menuitem]') && element.parentElement)
      look(element.getBoundingClientRect(), element.parentElement, element);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement: holder } = text;
    if (!holder || text.nodeValue?.trim() === '' || holder.matches('textarea, option, script, style, noscript'))
      continue;
    if (!isShown(holder) || isForTheEar(holder) || mayScrollSideways(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) look(rect, holder, holder);
  }
  return [...found];
}
