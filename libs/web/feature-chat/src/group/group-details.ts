import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Member } from '@parley/contracts';
import { asProblem, GroupStore, RoomStore } from '@parley/web-data-access';
import {
  addPersonIcon,
  Avatar,
  Button,
  closeIcon,
  Confirm,
  editIcon,
  Formats,
  Icon,
  IconButton,
  leaveIcon,
  problemWords,
  removePersonIcon,
  Toaster,
} from '@parley/web-ui';
import { InvitePeople } from './invite-people';
import { RenameGroup } from './rename-group';

type Question = { kind: 'invite' } | { kind: 'rename' } | { kind: 'leave' } | { kind: 'remove'; member: Member };

/** A group's people, and what may be done: invite, rename, remove, leave. */
@Component({
  selector: 'parley-group-details',
  imports: [Avatar, Button, Confirm, Icon, IconButton, InvitePeople, RenameGroup, RouterLink, TranslocoDirective],
  templateUrl: './group-details.html',
  styleUrl: './group-details.css',
})
export class GroupDetails {
  protected readonly store = inject(RoomStore);
  protected readonly formats = inject(Formats);
  private readonly group = inject(GroupStore);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly transloco = inject(TranslocoService);

  protected readonly icons = { addPersonIcon, closeIcon, editIcon, leaveIcon, removePersonIcon };
  protected readonly question = signal<Question | null>(null);
  protected readonly busy = signal(false);
  /** The owner first, then by name. */
  protected readonly people = computed(() =>
    [...(this.store.item()?.members ?? [])].sort(
      (a, b) =>
        Number(b.role === 'owner') - Number(a.role === 'owner') ||
        a.user.displayName.localeCompare(b.user.displayName, this.formats.locale()),
    ),
  );

  protected async leave(): Promise<void> {
    await this.run(async () => {
      await this.group.leave(this.store.roomId());
      await this.router.navigate(['/rooms']);
    });
  }

  protected async remove(userId: string): Promise<void> {
    await this.run(() => this.group.remove(this.store.roomId(), userId));
  }

  private async run(command: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await command();
    } catch (error) {
      this.toaster.say(problemWords(this.transloco, asProblem(error)), 'danger');
    } finally {
      this.busy.set(false);
      this.question.set(null);
    }
  }
}
