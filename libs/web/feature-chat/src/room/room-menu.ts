import { CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input, output, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { OverviewItem, RoomSettingsPatch } from '@parley/contracts';
import { asProblem, OverviewStore } from '@parley/web-data-access';
import {
  archiveIcon,
  IconButton,
  Menu,
  MenuItem,
  moreIcon,
  muteIcon,
  pinIcon,
  problemWords,
  saveIcon,
  searchIcon,
  Toaster,
  unarchiveIcon,
  unmuteIcon,
  unpinIcon,
} from '@parley/web-ui';
import { OpenSearch } from '../search/open-search';
import { RoomExport } from './room-export';

/** What one may set for a room, for oneself: pinned, muted, archived; and ways to search in it and to save it. */
@Component({
  selector: 'parley-room-menu',
  imports: [CdkMenuTrigger, IconButton, Menu, MenuItem, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button
        parleyIconButton
        type="button"
        [icon]="icons.moreIcon"
        [label]="t('rooms.actions', { name: name() })"
        [cdkMenuTriggerFor]="menu"
        (cdkMenuOpened)="toggled.emit(true)"
        (cdkMenuClosed)="toggled.emit(false)"
      ></button>
      <ng-template #menu>
        <parley-menu>
          @let room = item();
          <button
            parleyMenuItem
            type="button"
            [icon]="room.pinned ? icons.unpinIcon : icons.pinIcon"
            (chosen)="set({ pinned: !room.pinned })"
          >
            {{ room.pinned ? t('rooms.unpin') : t('rooms.pin') }}
          </button>
          <button
            parleyMenuItem
            type="button"
            [icon]="room.muted ? icons.unmuteIcon : icons.muteIcon"
            (chosen)="set({ muted: !room.muted })"
          >
            {{ room.muted ? t('rooms.unmute') : t('rooms.mute') }}
          </button>
          <button
            parleyMenuItem
            type="button"
            [icon]="room.archived ? icons.unarchiveIcon : icons.archiveIcon"
            (chosen)="set({ archived: !room.archived })"
          >
            {{ room.archived ? t('rooms.unarchive') : t('rooms.archive') }}
          </button>
          <button parleyMenuItem type="button" [icon]="icons.searchIcon" (chosen)="openSearch.for({ roomId: room.id })">
            {{ t('search.here') }}
          </button>
          <button parleyMenuItem type="button" [icon]="icons.saveIcon" (chosen)="exporting.save(room.id, name())">
            {{ t('rooms.export') }}
          </button>
        </parley-menu>
      </ng-template>
    </ng-container>
  `,
})
export class RoomMenu {
  readonly item = input.required<OverviewItem>();
  readonly name = input.required<string>();
  readonly toggled = output<boolean>();

  private readonly trigger = viewChild.required(CdkMenuTrigger);

  protected readonly openSearch = inject(OpenSearch);
  protected readonly exporting = inject(RoomExport);
  private readonly overview = inject(OverviewStore);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);
  protected readonly icons = {
    archiveIcon,
    moreIcon,
    muteIcon,
    pinIcon,
    saveIcon,
    searchIcon,
    unarchiveIcon,
    unmuteIcon,
    unpinIcon,
  };

  /** Opens the menu for whoever has pressed something else than its button, and goes into it. */
  open(): void {
    this.trigger().open();
    this.trigger().getMenu()?.focusFirstItem('touch');
  }

  protected async set(settings: RoomSettingsPatch): Promise<void> {
    try {
      await this.overview.setMine(this.item().id, settings);
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    }
  }
}
