import { Component } from '@angular/core';
import { KitChat } from './kit-chat';
import { KitControls } from './kit-controls';
import { KitDialogs } from './kit-dialogs';
import { KitFeedback } from './kit-feedback';
import { KitPeople } from './kit-people';

/**
 * Every component of `web/ui`, and what conversations are made of, in every state, for whoever builds with them: how it looks here is how it looks everywhere. Nothing leads here from the app;
 * its words are for those who build it, so they are in no list of words.
 */
@Component({
  selector: 'parley-kit-page',
  imports: [KitChat, KitControls, KitDialogs, KitFeedback, KitPeople],
  template: `
    <main>
      <h1>The kit of Parley</h1>
      <p>Colours, contrast and size of the text follow the device, and what is set under Appearance.</p>
      <parley-kit-controls />
      <parley-kit-dialogs />
      <parley-kit-people />
      <parley-kit-feedback />
      <parley-kit-chat />
    </main>
  `,
  styles: `
    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-6);
      max-inline-size: 62rem;
      margin-inline: auto;
      padding: var(--space-6) var(--space-4) var(--space-10);
    }
    h1 {
      font-size: var(--text-2xl);
    }
  `,
})
export class KitPage {}
