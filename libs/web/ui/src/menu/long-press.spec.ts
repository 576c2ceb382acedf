import { Component } from '@angular/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import { point } from './finger.fixture';
import { LongPress } from './long-press';

@Component({
  imports: [LongPress],
  template: `<div (parleyLongPress)="told = told + 1">
    <button type="button" (click)="clicked = clicked + 1">Row</button>
  </div>`,
})
class ARow {
  told = 0;
  clicked = 0;
}

async function show() {
  const { fixture } = await render(ARow);
  const row = screen.getByRole('button');
  const seen = (): [number, number] => [fixture.componentInstance.told, fixture.componentInstance.clicked];
  return { row, seen };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('LongPress', () => {
  it('is told of once a finger has rested, and what it rests on is not pressed', async () => {
    const { row, seen } = await show();
    point(row, 'pointerdown');
    jest.advanceTimersByTime(500);
    expect(seen()).toEqual([0, 0]);
    jest.advanceTimersByTime(100);
    expect(seen()).toEqual([1, 0]);
    expect(fireEvent.contextMenu(row)).toBe(false);
    point(row, 'pointerup');
    // Which would take the focus out of a menu.
    expect(fireEvent.mouseDown(row)).toBe(false);
    fireEvent.click(row);
    expect(seen()).toEqual([1, 0]);
    jest.advanceTimersByTime(500);
    expect(fireEvent.mouseDown(row)).toBe(true);
    fireEvent.click(row);
    expect(seen()).toEqual([1, 1]);
  });

  it('leaves the next press alone, however soon it comes', async () => {
    const { row, seen } = await show();
    point(row, 'pointerdown');
    fireEvent.contextMenu(row);
    point(row, 'pointerup');
    point(row, 'pointerdown');
    point(row, 'pointerup');
    fireEvent.click(row);
    expect(seen()).toEqual([1, 1]);
  });

  it('is told of at once where the browser has noticed it', async () => {
    const { row, seen } = await show();
    point(row, 'pointerdown');
    expect(fireEvent.contextMenu(row)).toBe(false);
    expect(seen()).toEqual([1, 0]);
    jest.advanceTimersByTime(1_000);
    expect(seen()).toEqual([1, 0]);
  });

  it.each([
    ['lets go', (row: HTMLElement) => point(row, 'pointerup')],
    ['scrolls', (row: HTMLElement) => point(row, 'pointercancel')],
    ['moves on', (row: HTMLElement) => point(row, 'pointermove', { y: 70 })],
  ])('is none where the finger %s before', async (_, act) => {
    const { row, seen } = await show();
    point(row, 'pointerdown');
    act(row);
    jest.advanceTimersByTime(1_000);
    fireEvent.click(row);
    expect(seen()).toEqual([0, 1]);
  });

  it('is a finger’s alone: the menu of a mouse stays the browser’s', async () => {
    const { row, seen } = await show();
    point(row, 'pointerdown', { pointerType: 'mouse' });
    jest.advanceTimersByTime(1_000);
    expect(fireEvent.contextMenu(row)).toBe(true);
    expect(seen()).toEqual([0, 0]);
  });
});
