import * as z from 'zod';
import { limits } from '../limits';
import { SeqSchema, UuidSchema } from '../model/primitives';
import { EarlierTextSchema } from '../model/report';
import { defineRpc } from './define';

/** The messages service's call for what messages said before; part of `messagesRpc`. */
export const earlierTextCalls = {
  /**
   * What a message said before it was edited or deleted, as far as it is still kept: the latest `limits.earlierTexts`, oldest first; none of a message
   * that there is not. It is for what is reported, and is shown to no member.
   */
  earlierTexts: defineRpc({
    pattern: 'messages.earlierTexts',
    caller: 'service',
    repeatable: true,
    input: z.object({ roomId: UuidSchema, seq: SeqSchema }),
    output: z.object({ texts: z.array(EarlierTextSchema).max(limits.earlierTexts) }),
  }),
} as const;
