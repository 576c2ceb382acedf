/** An attack that Parley has an answer to. */
export interface Item {
  /** Its number: tests that show the answer begin their titles with it, as in `S7: …`. */
  readonly number: number;
  readonly attack: string;
  readonly answer: string;
  /** Why nothing shows it, where nothing has to or can. */
  readonly reason?: string;
}

const item = (number: number, attack: string, answer: string, reason?: string): Item => ({
  ...{ number, attack, answer },
  ...(reason === undefined ? {} : { reason }),
});

const NO_FILES = 'There are no attachments yet: a message that names one is refused.';

/** Every attack by area, in the order of their numbers. */
export const areas: Readonly<Record<string, readonly Item[]>> = {
  'Handshake and session': [
    item(1, 'No token, or garbage', 'refused before any event or room'),
    item(2, '`alg: none`, another algorithm, a foreign `kid`', '401'),
    item(3, 'Another audience or type; a refresh token for an access token', '401'),
    item(4, 'A page of a foreign, `null` or lookalike origin', 'refused'),
    item(5, 'A token in the address', 'refused, and in no log'),
    item(6, 'A token that expires on a live socket', 'renewed, or closed within 5 s'),
    item(7, 'Logout, one device ended, password changed', 'sockets closed within 5 s on every gateway'),
    item(8, 'A deactivated account', 'the same'),
    item(9, 'A connection that never says who it is', 'dropped within 10 s'),
    item(10, 'The 21st socket of a member, the 101st of an address', 'refused; both limits are configuration'),
    item(11, 'A forged `X-Forwarded-For`', 'no limit is got round'),
  ],
  Authorization: [
    item(12, 'Anything at all in a foreign room', 'the 404 of a room that does not exist'),
    item(13, 'A guessed room id', 'no frame ever arrives'),
    item(14, 'The address of a foreign attachment', '404', NO_FILES),
    item(15, 'Another’s message edited or deleted; an owner’s route', '403'),
    item(16, '`senderId`, `role`, `seq`, `createdAt` in a body', 'refused'),
    item(17, 'A profile read by another', 'no address, hash, session or setting in it'),
    item(18, 'Removed while sending', 'nothing is stored after the removal'),
    item(19, 'An id that is null or missing', '400, never the first row'),
    item(20, 'One member’s answer kept for another', '`Cache-Control: no-store`'),
    item(21, 'Another spelling of an address', 'the guard still stands'),
  ],
  'Parsing and denial of service': [
    item(22, 'A frame over 64 KiB; eleven binary attachments', 'closed with 1009; closed'),
    item(23, 'A flood of tiny fragments', 'bounded memory'),
    item(24, 'Malformed packets, queries and upgrades', 'that connection ends at most'),
    item(25, '`__proto__`, `constructor` as event or field', 'inert, nothing polluted'),
    item(26, 'Other types, deep nesting, impossible pages', '400'),
    item(27, 'More than 200 commands in 10 s', 'limited by member and event, over all gateways'),
    item(28, 'Bombs for regular expressions', 'under 50 ms'),
    item(29, 'A slow reader', 'cut within 5 s, nobody else slowed'),
    item(30, '47 KB of JSON pieces at a service’s port', 'that connection ends'),
    item(31, '`permessage-deflate` offered', 'not negotiated'),
  ],
  'Injection and the browser': [
    item(32, 'SQL in searches, cursors and texts', 'parameters only'),
    item(33, 'Script in whatever people write', 'shown as text in a real browser'),
    item(34, '`javascript:`, `data:` and broken links', 'no link; others with `rel`'),
    item(35, 'SVG and other markup; raw markup in our code', 'inert; lint fails'),
    item(36, 'Script that got in all the same', 'no source but our files, Trusted Types'),
    item(37, 'Direction overrides, invisible characters in names', 'taken out'),
    item(
      38,
      'Link previews of inner addresses',
      'none is fetched',
      'There are no link previews: no process fetches an address that somebody wrote.',
    ),
  ],
  'Files and credentials': [
    item(39, 'Files that are not what they say', 'refused', NO_FILES),
    item(40, 'Passwords', 'argon2id, 19 MiB, t=2, nothing cut; common ones refused'),
    item(
      41,
      'Login spraying',
      'back-off by account and by address, never of the owner at home; bounded queue of hashes',
    ),
    item(42, 'Known and unknown accounts', 'the same body and time; registration limited'),
    item(43, 'A refresh token used again', 'the session ends; two tabs at once both go on'),
    item(44, 'The cookie on a request of another site', '403; HttpOnly, SameSite, scoped'),
    item(45, 'A direct, unsigned or repeated call to a service', 'refused; loopback unless told otherwise'),
    item(46, 'Secrets and texts in logs and errors; a service away', 'never; nobody is let in'),
    item(47, 'Dependencies', 'pinned and whole in the lock file; a bill of materials; no secret in the tree'),
  ],
};

export const items: readonly Item[] = Object.values(areas).flat();
