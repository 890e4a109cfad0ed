import { physicalName } from '../facts/physical-name.ts';
import type { ResourceChange } from './changes.ts';
import type { Sides } from './resources.ts';

/**
 * Notes of what is replaced whether its name stays the same: CloudFormation creates the new resource first, so it refuses
 * the replacement.
 */
export const noteHeldNames = (changes: Map<string, ResourceChange>, sides: Sides): void => {
  for (const change of changes.values()) {
    const heldName = heldNameOf(change, sides);
    if (heldName) changes.set(change.id, { ...change, heldName });
  }
};

const heldNameOf = (change: ResourceChange, { before: old, after: now, specs }: Sides): ResourceChange['heldName'] => {
  const { fate, type, before, after, because } = change;
  if (fate !== 'replaced' || !before || !after) return undefined;
  const spec = specs?.resource(type);
  const name = physicalName(type, now.meaning.properties(after.body), spec);
  const former = name && physicalName(type, old.meaning.properties(before.body), spec);
  if (!name || name.text !== former?.text) return undefined;
  // A name that is made of what is replaced, too, is another one then.
  return because.some(({ path }) => name.properties.includes(String(path[0]))) ? undefined : name;
};
