import { refusalOf } from '../model/parameter-value.ts';
import { get, isMap, type Json, type JsonMap, newMap, sameData } from '../model/tree.ts';
import type { Side } from './side.ts';

/** Values by the names of parameters. */
export type Values = Readonly<Record<string, Json>>;

/**
 * What an existing stack keeps of parameters whose default changes, where the deployment gives no value: its own value,
 * which is the old default as far as the templates show. A parameter without an old default has one value on both sides,
 * whatever it is: here the new default. What a declaration refuses is left out.
 */
export const keptValues = (before: Side, after: Side): Values => {
  const kept: JsonMap = newMap();
  const [old, now] = [before, after].map(({ template }) => get(template, 'Parameters'));
  for (const name of isMap(now) ? Object.keys(now) : []) {
    const [former, declared] = [get(old, name), get(now, name)];
    if (former === undefined || isGiven(name, before) || isGiven(name, after)) continue;
    const [from, to] = [former, declared].map((parameter) => get(parameter, 'Default'));
    const value = from ?? to;
    if (value === undefined || sameData(from, to)) continue;
    if ([former, declared].every((parameter) => refusalOf(parameter, value) === undefined)) kept[name] = value;
  }
  return kept;
};

/** A nested stack has no value of its own: the stack around it gives one, or the default counts. */
const isGiven = (name: string, { given, isNested }: Side): boolean => isNested || Object.hasOwn(given, name);
