import * as z from 'zod';
import { limits } from '../limits';
import { pageOf, pageQuery } from '../model/page';
import { queryInt, UuidSchema } from '../model/primitives';
import {
  BlockSchema,
  MatchSchema,
  OwnProfileSchema,
  ProfilePatchSchema,
  PublicProfileSchema,
  SkillListsInputSchema,
  SkillListsSchema,
  SkillSchema,
} from '../model/user';
import { route } from './route';

const query = z.string().max(limits.queryCharacters).optional();
const userIdParam = z.object({ userId: UuidSchema });

export const userRoutes = {
  me: route({
    method: 'GET',
    path: '/users/me',
    summary: "One's own profile",
    access: 'profile:read',
    answers: { 200: OwnProfileSchema },
  }),
  updateMe: route({
    method: 'PATCH',
    path: '/users/me',
    summary: "Change one's own profile",
    access: 'profile:write',
    body: ProfilePatchSchema,
    answers: { 200: OwnProfileSchema },
  }),
  setSkills: route({
    method: 'PUT',
    path: '/users/me/skills',
    summary: 'Replace what one teaches and wants to learn',
    access: 'profile:write',
    body: SkillListsInputSchema,
    answers: { 200: SkillListsSchema },
  }),
  listBlocks: route({
    method: 'GET',
    path: '/users/me/blocks',
    summary: 'Whom one has blocked',
    access: 'profile:read',
    query: z.object(pageQuery),
    answers: { 200: pageOf(BlockSchema) },
  }),
  block: route({
    method: 'PUT',
    path: '/users/me/blocks/{userId}',
    summary: 'Block someone',
    access: 'profile:write',
    params: userIdParam,
    answers: { 204: null },
  }),
  unblock: route({
    method: 'DELETE',
    path: '/users/me/blocks/{userId}',
    summary: 'Lift a block',
    access: 'profile:write',
    params: userIdParam,
    answers: { 204: null },
  }),
  search: route({
    method: 'GET',
    path: '/users',
    summary: 'Find people by name and by skills',
    access: 'profile:read',
    query: z.object({ query, teaches: query, learns: query, ...pageQuery }),
    answers: { 200: pageOf(PublicProfileSchema) },
  }),
  profile: route({
    method: 'GET',
    path: '/users/{id}',
    summary: "Someone's public profile",
    access: 'profile:read',
    params: z.object({ id: UuidSchema }),
    answers: { 200: PublicProfileSchema },
  }),
  skills: route({
    method: 'GET',
    path: '/skills',
    summary: 'Complete the name of a skill',
    access: 'profile:read',
    query: z.object({ query, limit: queryInt(1, limits.pageSizeMax).default(20) }),
    answers: { 200: z.object({ items: z.array(SkillSchema) }) },
  }),
  matches: route({
    method: 'GET',
    path: '/matches',
    summary: 'People with a mutual interest, best first',
    access: 'matches:read',
    query: z.object(pageQuery),
    answers: { 200: pageOf(MatchSchema) },
  }),
};
