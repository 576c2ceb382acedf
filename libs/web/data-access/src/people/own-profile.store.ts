import { inject } from '@angular/core';
import { signalStore, withComputed, withMethods, withProps } from '@ngrx/signals';
import type { OwnProfile, ProfilePatch, Skill, SkillListsInput } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { SessionStore } from '../session/session.store';

/** One's own profile, and changes to it. */
export const OwnProfileStore = signalStore(
  { providedIn: 'root' },
  withProps(() => ({ _client: inject(PARLEY_CLIENT), _session: inject(SessionStore) })),
  withComputed(({ _session }) => ({ profile: _session.user })),
  withMethods(({ _client: client, _session: session }) => ({
    /** @throws ParleyError */
    async update(patch: ProfilePatch): Promise<OwnProfile> {
      const user = await client.rest.users.updateMe({ body: patch });
      session.setUser(user);
      return user;
    },

    /** Replaces both lists. @throws ParleyError */
    async setSkills(lists: SkillListsInput): Promise<void> {
      const skills = await client.rest.users.setSkills({ body: lists });
      const user = session.user();
      if (user) session.setUser({ ...user, ...skills });
    },

    /** Skills whose name or synonym begins so. @throws ParleyError */
    async findSkills(query: string, signal: AbortSignal): Promise<readonly Skill[]> {
      const { items } = await client.rest.users.skills({ query: { query, limit: '8' } }, { signal });
      return items;
    },
  })),
);
