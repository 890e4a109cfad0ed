/**
 * What tables of properties call a place: the type of the resource, and below it the path without positions in lists, as
 * `AWS::Events::Rule Targets.Arn`.
 * @param key what they call the place around it
 * @param name that of a property which is published, so that there are only so many keys
 */
export const keyBelow = (key: string, name: string): string => {
  let known = keys.get(key);
  if (!known) {
    known = new Map();
    keys.set(key, known);
  }
  let below = known.get(name);
  if (below === undefined) {
    below = key.includes(' ') ? `${key}.${name}` : `${key} ${name}`;
    known.set(name, below);
  }
  return below;
};

// A text that was just put together is slow to look up; these have been before.
const keys = new Map<string, Map<string, string>>();

/** The same for a path as messages show it: `Targets[0].Arn`. */
export const keyOfPath = (type: string, path: string): string => {
  if (path === '') return type;
  return `${type} ${path.includes('[') ? path.replace(/\[\d+\]/g, '') : path}`;
};
