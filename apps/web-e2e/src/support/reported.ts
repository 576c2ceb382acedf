/** What users of other chat apps complain of most, and where. Each is shown here not to be so. */
const REPORTED = {
  'scrolling jumps while older messages load': 'Rocket.Chat #23029, Element #8565',
  'unread is stuck or wrong': 'Element #24392',
  'marked read though never seen': 'Zulip #10886',
  'lost after sleep or reconnect': 'Mattermost #16505',
  'sent twice': 'Rocket.Chat #14486',
  'wrong order': 'Rocket.Chat #13926',
  'drafts are lost': 'Element #23737',
  'notified twice or never': 'Rocket.Chat #3517',
  'presence is stuck': 'Rocket.Chat #27790',
  'strangers and spam': 'Element meta #2486',
  'receipts that cannot be hidden': 'Element #2527',
  'Enter sends half a word while an input method composes': 'many',
  'a screen reader or a keyboard is not enough': 'many',
} as const;

/** Details of a test that covers what others complain of: `test('…', against('sent twice'), async …)`. */
export function against(complaint: keyof typeof REPORTED): { annotation: { type: string; description: string } } {
  return { annotation: { type: 'complaint', description: `${complaint} (${REPORTED[complaint]})` } };
}
