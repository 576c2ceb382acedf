import { commonWords } from './common-words';
import { leakedPasswords } from './leaked-passwords';

const common = new Set(`${commonWords} ${leakedPasswords}`.split(/\s+/).filter(Boolean));

/** Rows of keys and runs of characters, along which fingers walk. */
const walks = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyzabc',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  'zaq12wsxcde34rfvbgt56yhn',
];

/** What people write for a letter to please a rule about signs. */
const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Whether a password is among those tried first by whoever guesses: a word from the lists of leaked passwords, also
 * disguised (`P@ssw0rd`) or with a few signs before or after (`sunshine2024!`), a walk over the keyboard, a repetition,
 * or the member's own address. Says nothing of how good any other password is.
 */
export function isCommonPassword(password: string, email: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  const [localPart = ''] = email.split('@');
  if (text === email || text === localPart) return true;
  return candidates(text).some((word) => common.has(word)) || isWalk(text) || isRepetition(text);
}

/** The words that a password may be a disguise of. Up to six signs around a word add little to a guess. */
function candidates(text: string): string[] {
  const undisguise = (word: string): string => word.replace(/[013457@$!]/g, (sign) => disguises[sign] ?? sign);
  const bare = (word: string): string =>
    word.replace(/^[^\p{L}]{0,3}(?=\p{L})/u, '').replace(/(?<=\p{L})[^\p{L}]{0,6}$/u, '');
  const inner = bare(text);
  return [text, undisguise(text), inner, undisguise(inner), bare(undisguise(text))];
}

function isWalk(text: string): boolean {
  const backwards = Array.from(text).reverse().join('');
  return walks.some((walk) => walk.includes(text) || walk.includes(backwards));
}

/** One to four characters over and over: `aaaaaaaa`, `12121212`, `abcabcabc`. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4].some((length) => {
    const unit = text.slice(0, length);
    return text.length > length && unit.repeat(Math.ceil(text.length / length)).startsWith(text);
  });
}
