import { afterNextRender, Component, viewChild, ViewContainerRef } from '@angular/core';
import { KitSample } from './kit-sample';

const chatKit = () => import('@parley/web-feature-chat').then((m) => m.chatKit());

/** What a conversation is made of, as rooms show it. Its parts belong to that feature, which is fetched for it. */
@Component({
  selector: 'parley-kit-chat',
  imports: [KitSample],
  template: `
    <section>
      <h2>Conversations</h2>
      <div class="samples">
        <parley-kit-sample class="wide" name="Messages: of others and one’s own, in groups, by days, in every state">
          <div class="framed"><ng-container #messages /></div>
        </parley-kit-sample>
        <parley-kit-sample name="Rows of the overview, in every state">
          <div class="framed"><ng-container #rooms /></div>
        </parley-kit-sample>
      </div>
    </section>
  `,
  styleUrl: './kit-section.css',
})
export class KitChat {
  private readonly messages = viewChild.required('messages', { read: ViewContainerRef });
  private readonly rooms = viewChild.required('rooms', { read: ViewContainerRef });

  constructor() {
    // Not by a component outlet: that would make what everybody waits for heavier.
    afterNextRender(() => void this.fill());
  }

  private async fill(): Promise<void> {
    const { KitMessages, KitRooms } = await chatKit();
    this.messages().createComponent(KitMessages);
    this.rooms().createComponent(KitRooms);
  }
}
