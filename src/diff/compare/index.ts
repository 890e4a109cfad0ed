import type { Specs } from '../../model/spec.ts';
import { get, sameData } from '../../model/tree.ts';
import type { Side } from '../side.ts';
import type { ResourceChange } from './changes.ts';
import { noteHeldNames } from './held-names.ts';
import { matchResources } from './match.ts';
import { markPerhapsPublished } from './published.ts';
import { changeOf, type Sides } from './resources.ts';
import { type SectionChange, sectionChanges } from './sections.ts';
import { spread } from './spread.ts';

/** What differs between two templates. */
export interface Compared {
  /** Of the resources, in the order of the new template; those that are removed stand at the end. */
  readonly resources: readonly ResourceChange[];
  /** Of parameters, outputs, conditions and mappings. */
  readonly sections: readonly SectionChange[];
  /** Logical id before → logical id after, of all resources that are in both. */
  readonly partners: ReadonlyMap<string, string>;
}

/** Compares two expanded templates by what they mean. */
export const compare = (before: Side, after: Side, specs: Specs | undefined): Compared => {
  const sides: Sides = { before, after, specs, sameNames: sameNames(before, after) };
  const changes = new Map<string, ResourceChange>();
  const removed: ResourceChange[] = [];
  const partners = new Map<string, string>();
  for (const pair of matchResources(before, after, specs)) {
    if (pair.before && pair.after) partners.set(pair.before.id, pair.after.id);
    const change = changeOf(pair, sides);
    if (change && !change.after) removed.push(change);
    else if (change) changes.set(change.id, change);
  }
  markPerhapsPublished(changes, sides);
  spread(changes, sides);
  noteHeldNames(changes, sides);
  const ordered = [...after.resources.keys()].flatMap((id) => changes.get(id) ?? []);
  return { resources: [...ordered, ...removed], sections: sectionChanges(sides), partners };
};

/** Values of parameters are compared where they are used, so only what the templates say counts here. */
const sameNames = (before: Side, after: Side): boolean =>
  ['Conditions', 'Mappings', 'Parameters'].every((name) =>
    sameData(get(before.template, name), get(after.template, name)),
  ) && before.meaning.sameValues(after.meaning);
