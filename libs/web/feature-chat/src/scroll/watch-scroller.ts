/** Calls back when the view or what is in it changes its size, and when it is scrolled. Answers the function that ends it. */
export function watchScroller(
  scroller: HTMLElement,
  content: HTMLElement,
  { resized, scrolled }: { resized: () => void; scrolled: () => void },
): () => void {
  const observer = new ResizeObserver(resized);
  observer.observe(scroller);
  observer.observe(content);
  // Not from the template: that would look through all that is drawn, with every frame of scrolling.
  scroller.addEventListener('scroll', scrolled, { passive: true });
  return () => {
    observer.disconnect();
    scroller.removeEventListener('scroll', scrolled);
  };
}
