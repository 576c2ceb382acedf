import { configure } from '@testing-library/dom';
import '@testing-library/jest-dom';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// Whatever is waited for may take long on a busy machine; what never comes is told before the test itself is given up.
configure({ asyncUtilTimeout: 20_000 });

// jsdom knows the element, not how to open it over the page.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    if (!this.open) return;
    this.open = false;
    setTimeout(() => this.dispatchEvent(new Event('close')));
  },
});

// It lays nothing out.
Element.prototype.scrollIntoView = () => undefined;
