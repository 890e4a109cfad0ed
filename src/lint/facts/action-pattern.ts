/** Whether one of the actions (in lower case) matches a pattern with `*` and `?`. */
export const matchesAction = (pattern: string, actions: Iterable<string>): boolean => {
  const source = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`);
  for (const action of actions) if (expression.test(action)) return true;
  return false;
};
