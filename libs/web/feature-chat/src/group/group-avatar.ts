import { Component, computed, input } from '@angular/core';
import type { OverviewItem } from '@parley/contracts';
import { Avatar } from '@parley/web-ui';

/** Two of a group, one behind the other, oneself where there is but one other: it never looks like that one. Of a conversation of two whose other is gone, nobody. */
@Component({
  selector: 'parley-group-avatar',
  imports: [Avatar],
  template: `
    @for (member of shown(); track member.user.id) {
      <parley-avatar
        [seed]="member.user.id"
        [name]="member.user.displayName"
        [url]="member.user.avatarUrl"
        [size]="shown().length > 1 ? 27 : 44"
      />
    } @empty {
      <parley-avatar [seed]="item().id" name="" [url]="null" [size]="44" />
    }
  `,
  host: { '[class.two]': 'shown().length > 1' },
  styles: `
    :host {
      position: relative;
      display: inline-block;
      flex: none;
      inline-size: 44px;
      block-size: 44px;
    }
    :host(.two) parley-avatar {
      position: absolute;
    }
    /* Cut out of the one behind, 2 px around the one in front: whatever they lie on is seen between them. */
    :host(.two) parley-avatar:first-child {
      --front: -3.5px;
      inset-block-start: 0;
      inset-inline-end: 0;
      mask: radial-gradient(circle at var(--front) 30.5px, transparent 15.25px, #000 15.75px);
    }
    :host(.two) parley-avatar:first-child:dir(rtl) {
      --front: 30.5px;
    }
    :host(.two) parley-avatar:last-child {
      inset-block-end: 0;
      inset-inline-start: 0;
    }
  `,
})
export class GroupAvatar {
  readonly item = input.required<OverviewItem>();
  readonly myId = input.required<string>();
  protected readonly shown = computed(() => {
    const { kind, members } = this.item();
    const isMe = ({ user }: (typeof members)[number]): boolean => user.id === this.myId();
    const others = members.filter((member) => !isMe(member));
    return [...others, ...(kind === 'group' ? members.filter(isMe) : [])].slice(0, 2);
  });
}
