/** The reactions that are one press away, each with the key of its name. */
export const QUICK_REACTIONS = [
  { emoji: '👍', name: 'yes' },
  { emoji: '❤️', name: 'heart' },
  { emoji: '😂', name: 'laugh' },
  { emoji: '🎉', name: 'party' },
  { emoji: '🙏', name: 'thanks' },
  { emoji: '😮', name: 'wow' },
] as const;
