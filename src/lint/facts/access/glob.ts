/** In a pattern: any text without `:` and `/`, as `*` is any text at all. */
export const segment = '\u0002';

/** Patterns longer than this are not compared. */
const longest = 1_000;

const isWild = (char: string): boolean => char === '*' || char === '?' || char === segment;

/** Whether a wildcard takes in a character that stands for itself. */
const takes = (wild: string, char: string): boolean => wild === '*' || (char !== ':' && char !== '/');

/** Whether there is a text that two patterns with `*` and `segment` both match. `?` counts as `*`. */
export const overlap = (left: string, right: string): boolean => {
  if (left.length > longest || right.length > longest) return true;
  if (left === right) return true;
  if (!endsAlike(left, right)) return false;
  const [one, other] = [left, right].map((pattern) => pattern.replace(/[*?]+/g, '*')) as [string, string];
  // `reached[at]`: what was read of `one` and the first `at` characters of `other` can match the same text.
  const width = other.length + 1;
  let [reached, next] = [new Uint8Array(width), new Uint8Array(width)];
  reached[0] = 1;
  for (let at = 1; at < width && isWild(other[at - 1]!); at++) reached[at] = 1;
  for (const char of one) {
    const isOpen = isWild(char);
    for (let at = 0; at < width; at++) {
      const last = at > 0 ? other[at - 1]! : '';
      if (isOpen) {
        next[at] = reached[at]! | (last !== '' && (isWild(last) || takes(char, last)) ? next[at - 1]! : 0);
      } else if (isWild(last)) next[at] = next[at - 1]! | (takes(last, char) ? reached[at]! : 0);
      else next[at] = last === char ? reached[at - 1]! : 0;
    }
    [reached, next] = [next, reached];
  }
  return reached[other.length] === 1;
};

/** Whether what stands behind the last wildcards of two patterns can be the end of one text; most that differ, do there. */
const endsAlike = (one: string, other: string): boolean => {
  for (let back = 1; back <= one.length && back <= other.length; back++) {
    const [left, right] = [one[one.length - back]!, other[other.length - back]!];
    if (isWild(left) || isWild(right)) return true;
    if (left !== right) return false;
  }
  return true;
};

/** Whether a pattern with `*` and `?` matches a text; linear for one star, and never worse than their product. */
export const matches = (pattern: string, text: string): boolean => {
  let [at, here] = [0, 0];
  let [star, resume] = [-1, 0];
  while (here < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = here;
    } else if (at < pattern.length && (pattern[at] === text[here] || pattern[at] === '?')) {
      at++;
      here++;
    } else if (star >= 0) {
      at = star + 1;
      here = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
};
