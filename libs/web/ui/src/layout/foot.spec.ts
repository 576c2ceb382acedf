import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { render } from '@testing-library/angular';
import { Toaster } from '../feedback/toaster';
import { Toasts } from '../feedback/toasts';
import { words } from '../testing';
import { Foot } from './foot';
import { PassingPlace } from './passing-place';

describe('what stands at the foot of a view', () => {
  const observers: (() => void)[] = [];
  beforeAll(() => {
    // jsdom lays nothing out, and has nobody who watches it.
    globalThis.ResizeObserver = class {
      constructor(resized: ResizeObserverCallback) {
        observers.push(() => resized([], this));
      }
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
  });

  it('has what is said in passing above it, however tall it grows, for as long as it is there', async () => {
    const { container, rerender } = await render(`@if (isThere) { <form parleyFoot></form> } <parley-toasts />`, {
      imports: [Foot, Toasts, words],
      componentProperties: { isThere: true },
    });
    TestBed.inject(Toaster).say('Copied.');
    const foot = (): string | undefined =>
      container.querySelector<HTMLElement>('parley-toasts')?.style.getPropertyValue('--foot');
    const growTo = async (height: number): Promise<void> => {
      const form = container.querySelector('form');
      if (form) Object.defineProperty(form, 'offsetHeight', { configurable: true, value: height });
      for (const look of observers) look();
      await TestBed.inject(ApplicationRef).whenStable();
    };
    expect(foot()).toBe('');
    await growTo(64);
    expect(foot()).toContain('64px');
    await growTo(288);
    expect(foot()).toContain('288px');
    // A panel in its place.
    await growTo(0);
    expect(foot()).toBe('');
    await growTo(64);
    await rerender({ componentProperties: { isThere: false }, partialUpdate: true });
    await TestBed.inject(ApplicationRef).whenStable();
    expect(foot()).toBe('');
  });

  it('leaves free above it what is said there, and says between which sides it stands', async () => {
    const { container } = await render(`<form parleyFoot></form> <parley-toasts />`, {
      imports: [Foot, Toasts, words],
    });
    const [form, toasts] = ['form', 'parley-toasts'].map((name) => container.querySelector<HTMLElement>(name));
    if (!form || !toasts) throw new Error('Both are there.');
    const measure = async (toastHeight: number): Promise<void> => {
      Object.defineProperty(form, 'offsetHeight', { configurable: true, value: 64 });
      Object.defineProperty(toasts, 'offsetHeight', { configurable: true, value: toastHeight });
      form.getBoundingClientRect = () => ({ left: 392, right: 1_000 }) as DOMRect;
      Object.defineProperty(document.documentElement, 'clientWidth', { configurable: true, value: 1_010 });
      for (const look of observers) look();
      await TestBed.inject(ApplicationRef).whenStable();
    };
    await measure(40);
    expect(TestBed.inject(PassingPlace).taken()).toBeGreaterThan(40);
    expect(['--start', '--end'].map((name) => toasts.style.getPropertyValue(name))).toEqual(['392px', '10px']);
    await measure(0);
    expect(TestBed.inject(PassingPlace).taken()).toBe(0);
  });
});
