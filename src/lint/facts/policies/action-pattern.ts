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
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`);
  return (action) => expression.test(action);
};
