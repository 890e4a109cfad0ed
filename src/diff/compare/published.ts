import { get, isList, isString, type Json } from '../../model/tree.ts';
import type { ResourceChange } from './changes.ts';
import type { Difference } from './differences.ts';

/** What of a function SAM makes the logical id of its version of. */
const ofFunction: ReadonlySet<string> = new Set(['Code', 'Environment', 'MemorySize', 'SnapStart']);

/** Where a type refers to what its logical id is made of, and the properties of that which count. */
const parents: ReadonlyMap<string, { readonly property: string; readonly counts: (name: string) => boolean }> = new Map(
  [
    ['AWS::Lambda::Version', { property: 'FunctionName', counts: (name: string) => ofFunction.has(name) }],
    ['AWS::ApiGateway::Deployment', { property: 'RestApiId', counts: () => true }],
  ],
);

/**
 * Marks what is published, and what refers to it, as perhaps changed where only the location of code or of a document
 * differs, which the packaging step decides: logical ids are made of it.
 */
export const markPerhapsPublished = (changes: Map<string, ResourceChange>): void => {
  const doubtful = new Set<string>();
  for (const change of changes.values()) {
    if (change.fate !== 'succeeded' || !isDoubtful(madeOf(change, changes))) continue;
    doubtful.add(change.id);
    changes.set(change.id, { ...change, certain: false });
  }
  if (doubtful.size === 0) return;
  for (const change of changes.values()) {
    if (change.fate !== 'changed' || !change.differences.some((each) => leadsTo(each.after, doubtful))) continue;
    const differences = change.differences.map((each) =>
      leadsTo(each.after, doubtful) ? { ...each, certain: false } : each,
    );
    changes.set(change.id, { ...change, differences, certain: differences.some(({ certain }) => certain) });
  }
};

/** The differences that a new logical id comes from: its own, or those of what it is a state of. */
const madeOf = (
  { type, after, differences }: ResourceChange,
  changes: ReadonlyMap<string, ResourceChange>,
): readonly Difference[] => {
  const parent = parents.get(type);
  if (!parent) return differences;
  const id = get(get(get(after?.body, 'Properties'), parent.property), 'Ref');
  const all = isString(id) ? changes.get(id)?.differences : undefined;
  return all?.filter(({ path }) => parent.counts(String(path[0]))) ?? [];
};

const isDoubtful = (differences: readonly Difference[]): boolean =>
  differences.length > 0 && differences.every(({ certain }) => !certain);

const leadsTo = (value: Json | undefined, ids: ReadonlySet<string>): boolean => {
  const reference = get(value, 'Ref');
  if (isString(reference)) return ids.has(reference);
  const attribute = get(value, 'Fn::GetAtt');
  return isList(attribute) && isString(attribute[0]) && ids.has(attribute[0]);
};
