import { carry, entryOf, place } from '../../model/origin.ts';
import { get, isMap, type JsonMap, newMap } from '../../model/tree.ts';
import type { Side } from '../side.ts';
import { type Difference, Differences } from './differences.ts';
import type { Sides } from './resources.ts';

/** A difference in a section other than `Resources`; its path begins with the name of the entry. */
export interface SectionChange extends Difference {
  readonly section: 'Parameters' | 'Outputs';
}

/**
 * What differs in the sections that have an effect of their own. Conditions and mappings have theirs where they are used.
 */
export const sectionChanges = (sides: Sides): SectionChange[] =>
  (['Parameters', 'Outputs'] as const).flatMap((section) => {
    const { before, after, specs } = sides;
    const isResource = (id: string) => before.resources.has(id) || after.resources.has(id);
    const differences = new Differences(isResource, (service) => specs?.actions(service)?.values());
    differences.maps(entriesOf(before, section), entriesOf(after, section), [], { wasAt: undefined, at: undefined });
    return differences.found.map((each) => ({ ...each, section }));
  });

const entriesOf = ({ template, meaning }: Side, section: string): JsonMap => {
  const written = get(template, section);
  const entries = newMap();
  if (!isMap(written)) return entries;
  for (const name of Object.keys(written).sort()) {
    const body = written[name]!;
    const condition = isMap(body) && section === 'Outputs' ? meaning.condition(body) : undefined;
    if (condition === false) continue;
    const value = meaning.value(body);
    if (value === undefined) continue;
    entries[name] = isMap(value) && typeof condition === 'object' ? withCondition(value, condition.key) : value;
    place(entries, name, entryOf(written, name));
  }
  return entries;
};

const withCondition = (output: JsonMap, key: string): JsonMap => {
  const copy = newMap();
  for (const each of Object.keys(output)) carry(output, each, copy);
  copy['Condition'] = key;
  return copy;
};
