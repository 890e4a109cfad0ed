import { type Cause, carry } from '../../model/origin.ts';
import { getIn, isMap, type Json, newMap } from '../../model/tree.ts';
import { Differences } from '../compare/differences.ts';
import type { ChangeContext } from './context.ts';

/** Where a change is written: in the new template (around what is removed), or in the old one where nothing is left. */
export interface WrittenAt {
  readonly at: Cause | undefined;
  readonly wasAt: Cause | undefined;
}

/**
 * Where the sources of two templates differ first below a path; undefined where they do not. What is generated has the
 * place of the event or resource that it comes from, and this finds the key.
 */
export const writtenChange = (cx: ChangeContext, from: readonly string[], to = from): WrittenAt | undefined => {
  const differences = new Differences(everyName, noActions);
  differences.maps(sectionAt(cx.before.attempt.source, from), sectionAt(cx.after.attempt.source, to), [], nowhere);
  const found = differences.found.find(({ at, wasAt }) => at ?? wasAt);
  return found && { at: found.at, wasAt: found.wasAt };
};

const nowhere = { at: undefined, wasAt: undefined };
const everyName = () => true;
const noActions = () => undefined;

/** A value as the only entry of a map, so that it is compared with one that is not there. */
const sectionAt = (source: Json, path: readonly string[]) => {
  const container = getIn(source, ...path.slice(0, -1));
  const key = path.at(-1)!;
  const only = newMap();
  if (isMap(container)) carry(container, key, only);
  return only;
};
