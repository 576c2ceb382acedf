/** Variables by name. */
export type Variables = Readonly<Record<string, string>>;

const START = /\$(?:\$|\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-)?)/g;

/**
 * Puts variables into a text the way Compose does it, as far as our files use it: `${NAME}`, `${NAME:-default}` where the variable is not
 * set or empty, the default with variables of its own, and `$$` for a dollar.
 * @param seen is told the name of each variable that was asked for
 * @throws Error where the text uses anything else
 */
export function interpolate(text: string, variables: Variables, seen?: (name: string) => void): string {
  let result = '';
  let at = 0;
  for (let dollar = text.indexOf('$'); dollar !== -1; dollar = text.indexOf('$', at)) {
    result += text.slice(at, dollar);
    START.lastIndex = dollar;
    const [token = '', name] = START.exec(text) ?? [];
    if (token === '' || START.lastIndex !== dollar + token.length)
      throw new Error(`not understood: ${text.slice(dollar)}`);
    at = START.lastIndex;
    if (name === undefined) {
      result += '$';
      continue;
    }
    const end = closing(text, at);
    const fallback = text.slice(at, end);
    if (fallback !== '' && !token.endsWith(':-')) throw new Error(`not understood: ${text.slice(dollar, end + 1)}`);
    seen?.(name);
    const value = variables[name] ?? '';
    const otherwise = interpolate(fallback, variables, seen);
    result += value === '' ? otherwise : value;
    at = end + 1;
  }
  return result + text.slice(at);
}

/** Where the brace ends whose inside begins at `from`; braces nest. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a brace is not closed: ${text}`);
}
