import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { OverviewStore, SessionStore } from '@parley/web-data-access';
import {
  archiveIcon,
  backIcon,
  Button,
  composeIcon,
  EmptyState,
  IconButton,
  PaneHeader,
  ProblemNotice,
  Skeleton,
  WhenSeen,
} from '@parley/web-ui';
import { NewGroup } from '../group/new-group';
import { RoomRow } from './room-row';

/** All of one's rooms, latest activity first; or the archived ones. */
@Component({
  selector: 'parley-overview',
  imports: [
    Button,
    EmptyState,
    IconButton,
    NewGroup,
    PaneHeader,
    ProblemNotice,
    RoomRow,
    RouterLink,
    Skeleton,
    TranslocoDirective,
    WhenSeen,
  ],
  templateUrl: './overview.html',
  styleUrl: './overview.css',
})
export class Overview {
  protected readonly overview = inject(OverviewStore);
  protected readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  protected readonly icons = { archiveIcon, backIcon, composeIcon };
  protected readonly showsArchived = signal(false);
  protected readonly makesGroup = signal(false);

  protected openArchived(): void {
    this.showsArchived.set(true);
    void this.overview.loadArchived();
  }

  protected async madeGroup(roomId: string): Promise<void> {
    this.makesGroup.set(false);
    await this.router.navigate(['/rooms', roomId]);
  }
}
