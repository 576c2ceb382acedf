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
        <parley-kit-sample class="wide" name="Where one writes: nothing, a line, more than a line, an answer, too much">
          <div class="framed"><ng-container #composers /></div>
        </parley-kit-sample>
        <parley-kit-sample name="Rows of the overview, in every state">
          <div class="framed"><ng-container #rooms /></div>
        </parley-kit-sample>
        <parley-kit-sample name="Messages that were found: of others and one’s own, in rooms of every kind">
          <div class="framed"><ng-container #hits /></div>
        </parley-kit-sample>
        <!-- The last: they are headings of the first level. -->
        <parley-kit-sample class="wide" name="Heads of rooms: of two, of groups, too long, on its way">
          <div class="framed"><ng-container #heads /></div>
        </parley-kit-sample>
      </div>
    </section>
  `,
  styleUrl: './kit-section.css',
})
export class KitChat {
  private readonly messages = viewChild.required('messages', { read: ViewContainerRef });
  private readonly composers = viewChild.required('composers', { read: ViewContainerRef });
  private readonly heads = viewChild.required('heads', { read: ViewContainerRef });
  private readonly rooms = viewChild.required('rooms', { read: ViewContainerRef });
  private readonly hits = viewChild.required('hits', { read: ViewContainerRef });

  constructor() {
    // Not by a component outlet: that would make what everybody waits for heavier.
    afterNextRender(() => void this.fill());
  }

  private async fill(): Promise<void> {
    const { KitComposers, KitHeaders, KitHits, KitMessages, KitRooms } = await chatKit();
    this.messages().createComponent(KitMessages);
    this.composers().createComponent(KitComposers);
    this.heads().createComponent(KitHeaders);
    this.rooms().createComponent(KitRooms);
    this.hits().createComponent(KitHits);
  }
}
