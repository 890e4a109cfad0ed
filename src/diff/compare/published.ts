import { get, isList, isString } from '../../model/tree.ts';
import type { ResourceChange } from './changes.ts';

/** What of a function SAM makes the logical id of its version of. */
const published: ReadonlySet<string> = new Set(['Code', 'Environment', 'MemorySize', 'SnapStart']);

/**
 * Marks versions, and the aliases that follow them, as perhaps published where only the location of the code differs, which
 * the packaging step decides: their logical ids are made of it.
 */
export const markPerhapsPublished = (changes: Map<string, ResourceChange>): void => {
  const doubtful = new Set<string>();
  for (const change of changes.values()) {
    if (change.fate !== 'succeeded' || change.type !== 'AWS::Lambda::Version') continue;
    const fn = get(get(change.after?.body, 'Properties'), 'FunctionName');
    const id = get(fn, 'Ref');
    const made = isString(id) ? changes.get(id)?.differences.filter(({ path }) => published.has(String(path[0]))) : [];
    if (!made || made.length === 0 || made.some(({ certain }) => certain)) continue;
    doubtful.add(change.id);
    changes.set(change.id, { ...change, certain: false });
  }
  for (const change of doubtful.size > 0 ? changes.values() : []) {
    if (change.type !== 'AWS::Lambda::Alias' || !change.differences.every((each) => leadsTo(each.after, doubtful)))
      continue;
    const differences = change.differences.map((each) => ({ ...each, certain: false }));
    changes.set(change.id, { ...change, differences, certain: false });
  }
};

const leadsTo = (value: ResourceChange['differences'][number]['after'], ids: ReadonlySet<string>): boolean => {
  const attribute = get(value, 'Fn::GetAtt');
  return isList(attribute) && isString(attribute[0]) && ids.has(attribute[0]);
};
