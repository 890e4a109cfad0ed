import type { Found, ResourceNode } from '../../model/rule.ts';
import { isIntrinsic, isMap } from '../../model/tree.ts';

/** The names of a function's environment variables, each at its key. */
export const environmentNames = (fn: ResourceNode): Found<string>[] =>
  fn.all('Environment', 'Variables').flatMap(({ value, path }) => {
    if (!isMap(value) || isIntrinsic(value)) return [];
    return Object.keys(value)
      .filter((name) => !name.startsWith('Fn::'))
      .map((name) => ({ value: name, at: fn.keyPlace(...path, name), path: [...path, name] }));
  });
