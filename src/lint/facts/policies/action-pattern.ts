/** Whether one of the actions (in lower case) matches a pattern with `*` and `?`. */
export const matchesAction = (pattern: string, actions: Iterable<string>): boolean => {
  const matches = matcher(pattern.toLowerCase());
  for (const action of actions) if (matches(action)) return true;
  return false;
};

const matcher = (pattern: string): ((action: string) => boolean) => {
  // By far the most patterns are names, or only end in a star.
  if (!/[*?]/.test(pattern)) return (action) => action === pattern;
  const beginning = pattern.slice(0, -1);
  if (pattern.endsWith('*') && !/[*?]/.test(beginning)) return (action) => action.startsWith(beginning);
  const short = pattern.replace(/\*+/g, '*');
  const least = short.replaceAll('*', '').length;
  return (action) => action.length >= least && matchesWildcards(short, action);
};

/**
 * Whether a whole text matches a pattern. Behind a star the rest is tried at the next character whenever it fails; an
 * earlier star need not be tried again, since the last one can take everything that an earlier one could.
 */
const matchesWildcards = (pattern: string, text: string): boolean => {
  let [at, inText] = [0, 0];
  let star = -1;
  let from = 0;
  while (inText < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      from = inText;
    } else if (pattern[at] === '?' || pattern[at] === text[inText]) {
      at++;
      inText++;
    } else if (star >= 0) {
      at = star + 1;
      inText = ++from;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
};
