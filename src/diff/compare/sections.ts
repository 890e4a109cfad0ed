import { macroName } from '../../model/macros.ts';
import { carry, entryOf, place, trace, valueOrigin } from '../../model/origin.ts';
import { get, isList, isMap, type JsonMap, newMap } from '../../model/tree.ts';
import { pendingMacros } from '../macros.ts';
import type { Side } from '../side.ts';
import { type Difference, Differences } from './differences.ts';
import type { Sides } from './resources.ts';

/** `Transform` counts with the macros that run at the deployment. */
const sections = ['Transform', 'Parameters', 'Rules', 'Hooks', 'Outputs'] as const;

type Section = (typeof sections)[number];

/** A difference in a section other than `Resources`; its path begins with the name of the entry. */
export interface SectionChange extends Difference {
  readonly section: Section;
}

/**
 * What differs in the sections that have an effect of their own. Conditions and mappings have theirs where they are used.
 */
export const sectionChanges = (sides: Sides): SectionChange[] =>
  sections.flatMap((section) => {
    const { before, after, specs } = sides;
    const isResource = (id: string) => before.resources.has(id) || after.resources.has(id);
    const differences = new Differences(isResource, (service) => specs?.actions(service)?.values());
    differences.maps(entriesOf(before, section), entriesOf(after, section), [], { wasAt: undefined, at: undefined });
    return differences.found.map((each) => ({ ...each, section }));
  });

const entriesOf = ({ template, meaning }: Side, section: Section): JsonMap => {
  const written = section === 'Transform' ? macrosOf(template) : get(template, section);
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

/** The macros that are not run yet, by their names, with their parameters. */
const macrosOf = (template: JsonMap): JsonMap => {
  const macros = newMap();
  const section = get(template, 'Transform');
  for (const entry of pendingMacros(section)) {
    const name = macroName(entry)!;
    macros[name] = isMap(entry) ? entry : Object.assign(newMap(), { Name: name });
    trace(
      macros,
      name,
      isList(section) ? valueOrigin(section, section.indexOf(entry)) : valueOrigin(template, 'Transform'),
    );
  }
  return macros;
};

const withCondition = (output: JsonMap, key: string): JsonMap => {
  const copy = newMap();
  for (const each of Object.keys(output)) carry(output, each, copy);
  copy['Condition'] = key;
  return copy;
};
