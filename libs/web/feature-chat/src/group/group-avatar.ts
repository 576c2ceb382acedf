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
      box-shadow: 0 0 0 2px var(--paper);
    }
    :host(.two) parley-avatar:first-child {
      inset-block-start: 0;
      inset-inline-end: 0;
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
