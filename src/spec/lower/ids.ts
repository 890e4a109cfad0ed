import { isLogicalId } from '../../model/logical-id.ts';
import { didYouMean } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, type JsonMap } from '../../model/tree.ts';
import type { Lowered } from './lowering.ts';

const WrongId = message(
  'invalid-logical-id',
  'error',
  (id: string, section: string, near: string | undefined) =>
    `'${id}' cannot be a name in '${section}': a name has letters and digits only.${didYouMean(near)}`,
);

/** The name with letters and digits only that one with others is meant for: `MyJobs` for `my-jobs`. */
export const nearestId = (name: string): string | undefined => {
  const parts = name.split(/[^A-Za-z0-9]+/).filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.map((part) => `${part[0]!.toUpperCase()}${part.slice(1)}`).join('');
};

/** Reports the names in some sections that CloudFormation does not take. */
export const checkIds = (root: JsonMap, sections: readonly string[], cx: Lowered): void => {
  for (const section of sections) {
    const entries = get(root, section);
    for (const id of isMap(entries) ? Object.keys(entries) : []) {
      if (id.startsWith('Fn::') || isLogicalId(id)) continue;
      cx.report(WrongId(id, section, nearestId(id)), entryOf(entries, id)?.key);
    }
  }
};
