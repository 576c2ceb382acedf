export type { Conversation, Person, ScriptedMessage, SkillLevel, TaughtSkill, WantedSkill } from './content-types';
export { conversations } from './conversations';
export { longConversation, longConversationLength } from './long-conversation';
export { people } from './people';
