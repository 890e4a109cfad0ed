import type { Json } from './tree.ts';

/** `Fn::Or` takes no more. */
const most = 10;

/**
 * The conditions that together hold when one of the named conditions holds; the last of them has the given name, and
 * those before it, of which there are some above ten names, have a number after it. Nothing for less than two names.
 */
export const eitherOf = (names: readonly string[], name: string): ReadonlyMap<string, Json> => {
  const made = new Map<string, Json>();
  const open = [...names];
  let numbered = Math.floor((open.length - 2) / (most - 1));
  while (open.length > 1) {
    const operands = (): Json => open.splice(0, most).map((each) => ({ Condition: each }));
    if (numbered > 0) {
      const part = `${name}${numbered--}`;
      open.push(part);
      made.set(part, { 'Fn::Or': operands() });
    } else made.set(name, { 'Fn::Or': operands() });
  }
  return made;
};
