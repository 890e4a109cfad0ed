/**
 * Whether a path, or its last parts, match a pattern in which a question mark stands for a character, a star for any
 * characters of one name, and two stars for any characters at all, with a slash behind them for any folders. Takes time
 * in proportion to both lengths.
 */
export const matchesGlob = (pattern: string, path: string): boolean => {
  const text = path.replace(/\\/g, '/');
  /** Whether what was read of the pattern matches the text up to each offset. */
  let reached: boolean[] = Array.from({ length: text.length + 1 }, (_, at) => at === 0);
  for (const token of ['**/', ...tokensOf(pattern)]) reached = behind(token, reached, text);
  return reached[text.length]!;
};

const tokensOf = (pattern: string): string[] =>
  pattern.split(/(\*\*\/|\*\*|\*|\?)/).flatMap((part, at) => (at % 2 === 1 ? [part] : part.split('')));

const behind = (token: string, reached: readonly boolean[], text: string): boolean[] => {
  const next: boolean[] = [];
  let anyBefore = false;
  for (let at = 0; at <= text.length; at++) {
    const here = reached[at]!;
    const last = text[at - 1];
    if (token === '**/') next.push(here || (anyBefore && last === '/'));
    else if (token === '**') next.push(here || (next[at - 1] ?? false));
    else if (token === '*') next.push(here || ((next[at - 1] ?? false) && last !== '/'));
    else next.push((reached[at - 1] ?? false) && (token === '?' ? last !== '/' : last === token));
    anyBefore ||= here;
  }
  return next;
};
