import { get, isMap, isString, type Json } from '../model/tree.ts';
import type { Stack } from './stack.ts';

/** A setting of a build that an earlier one had otherwise. Without a value it was, or is, not given. */
export interface StackChange {
  /** `stack name`, `account`, `region`, `parameter Stage`, `tag team`. */
  readonly setting: string;
  readonly was?: string;
  readonly now?: string;
}

/** What a build is made for now and an earlier one was not. `earlier` is the stack in its manifest. */
export const stackChanges = (earlier: Json | undefined, stack: Stack): StackChange[] => {
  const [was, now] = [settingsIn(earlier), settingsIn({ ...stack } as Json)];
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((setting) => {
    const [before, after] = [was.get(setting), now.get(setting)];
    if (before === after) return [];
    return [{ setting, ...(before !== undefined && { was: before }), ...(after !== undefined && { now: after }) }];
  });
};

const settingsIn = (stack: Json | undefined): Map<string, string | undefined> => {
  const settings = new Map<string, Json | undefined>([
    ['stack name', get(stack, 'name')],
    ['account', get(stack, 'account')],
    ['region', get(stack, 'region')],
    ...named('parameter', get(stack, 'parameters')),
    ...named('tag', get(stack, 'tags')),
  ]);
  return new Map([...settings].map(([setting, value]) => [setting, isString(value) ? value : undefined]));
};

const named = (kind: string, values: Json | undefined): [setting: string, value: Json][] =>
  isMap(values) ? Object.entries(values).map(([name, value]) => [`${kind} ${name}`, value]) : [];
