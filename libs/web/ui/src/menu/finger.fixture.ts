/** What a pointer does to something, told as browsers tell it: jsdom knows of no pointers. @param at where in the page, in pixels */
export function point(target: HTMLElement, type: string, { pointerType = 'touch', x = 50, y = 50 } = {}): void {
  const event = new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y });
  target.dispatchEvent(Object.assign(event, { pointerType }));
}
