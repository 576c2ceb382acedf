import * as z from 'zod';
import { limits } from '../limits';
import { isStorable, nameSchema, textSchema, TimeSchema, UuidSchema } from './primitives';

export const SkillLevelSchema = z.enum(['beginner', 'intermediate', 'advanced', 'expert']);
export type SkillLevel = z.infer<typeof SkillLevelSchema>;

export const SkillSchema = z.object({ id: UuidSchema, name: z.string() });
export type Skill = z.infer<typeof SkillSchema>;

/** A skill that a member teaches. */
export const TaughtSkillSchema = z.object({ skill: SkillSchema, level: SkillLevelSchema, note: z.string().nullable() });
export type TaughtSkill = z.infer<typeof TaughtSkillSchema>;

/** A skill that a member wants to learn; `level` is where they stand, where they said so. */
export const LearntSkillSchema = z.object({
  skill: SkillSchema,
  level: SkillLevelSchema.nullable(),
  note: z.string().nullable(),
});
export type LearntSkill = z.infer<typeof LearntSkillSchema>;

export const SkillListsSchema = z.object({ teaches: z.array(TaughtSkillSchema), learns: z.array(LearntSkillSchema) });
export type SkillLists = z.infer<typeof SkillListsSchema>;

/** A person as shown beside rooms, messages and matches. */
export const UserSummarySchema = z.object({
  id: UuidSchema,
  displayName: z.string(),
  headline: z.string(),
  location: z.string(),
  avatarUrl: z.string().nullable(),
});
export type UserSummary = z.infer<typeof UserSummarySchema>;

/** A profile as others see it: never an e-mail address, never a setting. */
export const PublicProfileSchema = UserSummarySchema.extend({
  bio: z.string(),
  timezone: z.string().nullable(),
  languages: z.array(z.string()),
  createdAt: TimeSchema,
}).extend(SkillListsSchema.shape);
export type PublicProfile = z.infer<typeof PublicProfileSchema>;

/**
 * What a member lets others see of what they do: whether they are there, how far they have read, that they are typing. All on at first;
 * whoever switches one off goes on seeing it of others.
 */
export const PrivacySchema = z.strictObject({
  showPresence: z.boolean(),
  sendReadReceipts: z.boolean(),
  sendTyping: z.boolean(),
});
export type Privacy = z.infer<typeof PrivacySchema>;

/** One's own profile. */
export const OwnProfileSchema = PublicProfileSchema.extend({ email: z.string(), privacy: PrivacySchema });
export type OwnProfile = z.infer<typeof OwnProfileSchema>;

/** A skill named on the way in: an id, a name or a synonym. */
const SkillTermSchema = textSchema(1, 100);
const NoteSchema = textSchema(0, limits.skillNoteCodePoints).optional();

export const SkillListsInputSchema = z.strictObject({
  teaches: z
    .array(z.strictObject({ skill: SkillTermSchema, level: SkillLevelSchema, note: NoteSchema }))
    .max(limits.skillsPerList),
  learns: z
    .array(z.strictObject({ skill: SkillTermSchema, level: SkillLevelSchema.optional(), note: NoteSchema }))
    .max(limits.skillsPerList),
});
export type SkillListsInput = z.infer<typeof SkillListsInputSchema>;

const isTimezone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const isLanguageTag = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** The address of a picture, escaped as addresses are: what it holds can end no attribute and no line. */
const AvatarUrlSchema = z
  .string()
  .refine(isStorable, 'must be valid Unicode text without NUL')
  .pipe(z.url({ protocol: /^https$/, normalize: true, error: 'must be an https address' }).max(500));

export const ProfilePatchSchema = z
  .strictObject({
    displayName: nameSchema(limits.displayNameCodePoints),
    headline: textSchema(0, limits.headlineCodePoints),
    bio: textSchema(0, limits.bioCodePoints),
    location: textSchema(0, limits.locationCodePoints),
    timezone: z.string().max(64).refine(isTimezone, 'must be an IANA time zone').nullable(),
    languages: z.array(z.string().max(35).refine(isLanguageTag, 'must be a BCP 47 language tag')).max(limits.languages),
    avatarUrl: AvatarUrlSchema.nullable(),
    /** The switches that are given; the others stay as they are. */
    privacy: PrivacySchema.partial(),
  })
  .partial();
export type ProfilePatch = z.infer<typeof ProfilePatchSchema>;

export const MatchReasonSchema = z.object({
  direction: z.enum(['theyTeachYou', 'youTeachThem']),
  skill: SkillSchema,
  /** The teacher's level. */
  level: SkillLevelSchema,
});
export type MatchReason = z.infer<typeof MatchReasonSchema>;

/** `score` is 0 to 1; `mutual` where both directions have a reason. */
export const MatchSchema = z.object({
  user: PublicProfileSchema,
  score: z.number().min(0).max(1),
  mutual: z.boolean(),
  reasons: z.array(MatchReasonSchema),
});
export type Match = z.infer<typeof MatchSchema>;

export const BlockSchema = z.object({ user: UserSummarySchema, blockedAt: TimeSchema });
export type Block = z.infer<typeof BlockSchema>;
