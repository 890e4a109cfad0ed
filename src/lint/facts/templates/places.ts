import { type Cause, entryOf, originOf, type Span } from '../../../model/origin.ts';
import type { ResourceNode } from '../../../model/rule.ts';
import { get, isList, type Json, type Step } from '../../../model/tree.ts';

/** What a step leads to from a list or map. */
export const child = (value: Json | undefined, step: Step): Json | undefined =>
  isList(value) ? value[step as number] : get(value, String(step));

/** The place of an entry of a container: as it was written there, or of the value itself. */
export const placeIn = (container: Json | undefined, step: Step): Cause | undefined =>
  entryOf(container, step)?.value ?? originOf(child(container, step));

/** The place of what stands at a path below a value, or of the nearest thing around it that has one. */
export const placeBelow = (root: Json, around: Cause | undefined, ...path: Step[]): Cause | undefined => {
  let value: Json | undefined = root;
  let found = originOf(root) ?? around;
  for (const step of path) {
    found = placeIn(value, step) ?? found;
    value = child(value, step);
  }
  return found;
};

/** The place of the key at the end of a path below a value, or of the nearest thing around it. */
export const keyBelow = (root: Json, around: Cause | undefined, ...path: Step[]): Cause | undefined => {
  let parent: Json | undefined = root;
  for (const step of path.slice(0, -1)) parent = child(parent, step);
  return entryOf(parent, path.at(-1)!)?.key ?? placeBelow(root, around, ...path.slice(0, -1));
};

/** Whether a place lies inside of another one. */
export const isWithin = (inner: Span, outer: Span | undefined): boolean =>
  outer !== undefined && inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;

/** Where a whole list or map is blamed: at its key, or at itself where it has none (as a branch of `Fn::If`). */
export const headOf = (node: ResourceNode, path: readonly Step[]): Cause | undefined =>
  typeof path.at(-1) === 'string' ? node.keyPlace(...path) : node.place(...path);
