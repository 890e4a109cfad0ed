import { get, isList, isMap, isString, type Json, newMap, type Step, sameData } from '../../model/tree.ts';
import { effectOf, revisionOf } from '../facts/replacing.ts';
import type { ResourceChange } from './changes.ts';
import type { Difference } from './differences.ts';
import type { Sides } from './resources.ts';
import { samePath } from './spread.ts';

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
 * differs, which the packaging step decides: logical ids are made of it. What is published of something that refers to
 * such a version is marked in turn.
 */
export const markPerhapsPublished = (changes: Map<string, ResourceChange>, sides: Sides): void => {
  const doubtful = new Map<string, string>();
  const marked = new Set<Difference>();
  while (noteDoubtful(doubtful, changes)) markFollowers(changes, doubtful, marked, sides);
};

/** Notes what is perhaps published, by its old id; whether that is more than what was noted before. */
const noteDoubtful = (doubtful: Map<string, string>, changes: Map<string, ResourceChange>): boolean => {
  const { size } = doubtful;
  for (const change of changes.values()) {
    const former = change.formerId ?? change.id;
    if (change.fate !== 'succeeded' || doubtful.has(former) || !isDoubtful(madeOf(change, changes))) continue;
    doubtful.set(former, change.id);
    changes.set(change.id, { ...change, certain: false });
  }
  return doubtful.size > size;
};

const markFollowers = (
  changes: Map<string, ResourceChange>,
  doubtful: ReadonlyMap<string, string>,
  marked: Set<Difference>,
  sides: Sides,
): void => {
  for (const change of changes.values()) {
    if ((change.fate !== 'changed' && change.fate !== 'replaced') || change.renamed) continue;
    const differences = change.differences.map((each) => {
      if (marked.has(each) || !onlyFollows(each, change.differences, doubtful)) return each;
      const uncertain = { ...each, certain: false };
      marked.add(uncertain);
      return uncertain;
    });
    if (differences.every((each, at) => each === change.differences[at])) continue;
    const revision = revisionOf(change.before!, change.after!, sides);
    const effects = differences.map((each) => effectOf(each, revision));
    const isCertain = ({ certain }: Difference, at: number): boolean =>
      certain && (change.fate === 'changed' || effects[at] === 'replaces');
    const replacing = change.fate === 'replaced' ? differences.filter((_, at) => effects[at] !== 'none') : [];
    const byPackaging = replacing.length > 0 && replacing.every((each) => marked.has(each));
    changes.set(change.id, { ...change, differences, replacing, byPackaging, certain: differences.some(isCertain) });
  }
};

/** Whether two values are the same once the old one names what is published by its new id. */
const onlyFollows = (
  { before, after, path }: Difference,
  all: readonly Difference[],
  ids: ReadonlyMap<string, string>,
): boolean => {
  if (before !== undefined && after !== undefined) return sameData(withIds(before, ids), after);
  // What goes from a set and what comes to it are differences of their own.
  const beside = all.filter((each) => samePath(placeless(each.path), placeless(path)));
  return beside.some((each) =>
    before !== undefined
      ? each.before === undefined && sameData(withIds(before, ids), each.after)
      : after !== undefined &&
        each.after === undefined &&
        each.before !== undefined &&
        sameData(withIds(each.before, ids), after),
  );
};

/** A path to an item of a list, wherever in it. */
const placeless = (path: readonly Step[]): readonly Step[] =>
  typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;

/** A value in its plainest form with other ids in its references. */
const withIds = (value: Json, ids: ReadonlyMap<string, string>): Json => {
  if (isList(value)) return value.map((each) => withIds(each, ids));
  if (!isMap(value)) return value;
  const result = newMap();
  for (const key of Object.keys(value)) result[key] = referenceWith(key, value[key]!, ids) ?? withIds(value[key]!, ids);
  return result;
};

const referenceWith = (key: string, operand: Json, ids: ReadonlyMap<string, string>): Json | undefined => {
  if (key === 'Ref' && isString(operand)) return ids.get(operand);
  if (key !== 'Fn::GetAtt' || !isList(operand) || !isString(operand[0])) return undefined;
  const id = ids.get(operand[0]);
  return id === undefined ? undefined : [id, ...operand.slice(1)];
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
