/** The password of every account of the sandbox. Said aloud at each start: the sandbox holds nobody's secrets. */
export const DEMO_PASSWORD = 'teach me something';

/** The two to sign in as first: most of the sandbox's life is between them and around them. */
export const DEMO_ACCOUNTS = ['ana@parley.example', 'jonas@parley.example'] as const;
