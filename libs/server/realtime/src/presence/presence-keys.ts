/** What nodes say of one member: a hash, by node. */
export const recordKey = (userId: string): string => `parley:presence:user:${userId}`;

/** The members that one node says something of: what has to be cleared away after it. */
export const membersKey = (node: string): string => `parley:presence:at:${node}`;

const CHANNEL = 'parley:presence:of:';

/** Where nodes tell that they say something new of a member; heard only where somebody watches that member. */
export const memberChannel = (userId: string): string => CHANNEL + userId;

export function memberOf(channel: string): string | undefined {
  return channel.startsWith(CHANNEL) ? channel.slice(CHANNEL.length) : undefined;
}
