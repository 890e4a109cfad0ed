import type { JsonMap } from '../../../model/tree.ts';

/** Whether a key is a loop. */
export const isLoopKey = (key: string): boolean => key.startsWith('Fn::ForEach::');

/** Whether a key is a macro or a loop: what stands in its place, among other keys, is not known here. */
export const isMacroKey = (key: string): boolean => key === 'Fn::Transform' || isLoopKey(key);

/** Whether a key is a function, a macro or a loop. */
export const isFunctionKey = (key: string): boolean => key.startsWith('Fn::');

/** Whether some keys of a map are made by a function, a macro or a loop. */
export const hasFunctionKey = (map: JsonMap): boolean => {
  for (const key in map) if (isFunctionKey(key)) return true;
  return false;
};
