/** Longer ones match only what they are. */
const longest = 2_000;

/** Whether a text matches a pattern with `*` and `?`, in time linear in their product at worst. */
export const matchesPattern = (pattern: string, text: string): boolean => {
  if (pattern === text || pattern.length > longest || text.length > longest) return pattern === text;
  let [at, position] = [0, 0];
  let [star, resume] = [-1, 0];
  while (position < text.length) {
    // A star of the text stands for anything: only a star of the pattern takes it.
    if (pattern[at] === '*') [star, resume, at] = [at, position, at + 1];
    else if (
      at < pattern.length &&
      (pattern[at] === text[position] || (pattern[at] === '?' && text[position] !== '*'))
    ) {
      at++;
      position++;
    } else if (star >= 0) {
      resume++;
      [at, position] = [star + 1, resume];
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
};
