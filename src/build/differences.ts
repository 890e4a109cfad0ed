import { isList, isMap, type Json, type JsonMap } from '../model/tree.ts';
import { pointerStep } from '../report/locate.ts';

/** JSON pointers to the values in which two trees differ, each as far down as both have something there. */
export const differences = (left: Json, right: Json, pointer = ''): string[] => {
  if (left === right) return [];
  if (isMap(left) && isMap(right)) {
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) =>
      inEntry(left, right, key, pointer),
    );
  }
  if (isList(left) && isList(right) && left.length === right.length) {
    return left.flatMap((item, at) => differences(item, right[at]!, `${pointer}/${at}`));
  }
  return [pointer];
};

const inEntry = (left: JsonMap, right: JsonMap, key: string, pointer: string): string[] => {
  const below = pointer + pointerStep(key);
  if (!Object.hasOwn(left, key) || !Object.hasOwn(right, key)) return [below];
  return differences(left[key]!, right[key]!, below);
};
