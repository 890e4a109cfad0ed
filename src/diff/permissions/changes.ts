import type { Specs } from '../../model/spec.ts';
import type { Side } from '../side.ts';
import { type ActionsOf, uncovered } from './covers.ts';
import { type Holder, holdersOf, type Relation } from './holders.ts';
import { mapItems } from './item-sets.ts';
import { regionOfOne, withWholeArns } from './own-arns.ts';
import { type Row, rowKey } from './rows.ts';
import { allowedWithoutPolicy } from './without-policy.ts';

/** Something that was allowed, and what of it still is. */
export interface Narrowing {
  readonly from: Row;
  readonly to: readonly Row[];
}

/** What changes in the permissions of one role, or on one resource. */
export interface PermissionChange {
  /** The logical id after the change, or before it where the holder goes; a name where it stands elsewhere. */
  readonly id: string;
  readonly relation: Relation;
  readonly type: string;
  /** Whether the role or resource itself comes or goes. */
  readonly holder: 'kept' | 'added' | 'removed';
  /** What is newly allowed, and what is no longer denied: a denial stands in the old template. */
  readonly gained: readonly Row[];
  /** What is no longer allowed, and what is newly denied. */
  readonly lost: readonly Row[];
  /** What is still allowed in part: of fewer actions, on less, or on a condition. */
  readonly narrowed: readonly Narrowing[];
  /** The principals that something was allowed or denied before. */
  readonly known: ReadonlySet<string>;
}

/**
 * What is allowed after the change and was not before, and the reverse, wildcards understood. What is denied no longer
 * counts as gained, and what is newly denied as lost.
 */
export const permissionChanges = (
  before: Side,
  after: Side,
  partners: ReadonlyMap<string, string>,
  specs: Specs | undefined,
): readonly PermissionChange[] => {
  const actions = (service: string) => specs?.actions(service)?.values();
  const old = renamed(holdersOf(before), partners);
  const now = holdersOf(after);
  const changes: PermissionChange[] = [];
  const kept = new Set(partners.values());
  const former = new Map([...partners].map(([old, now]) => [now, old]));
  const region = regionOfOne(before, after);
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const [from, to] = [old.get(key), now.get(key)];
    const { id, relation, type } = (to ?? from)!;
    const isKept = kept.has(id);
    const open = (side: Side, own: string) =>
      relation === 'resource' && isKept ? allowedWithoutPolicy(side.resources.get(own), side) : [];
    const wholeLeft = withWholeArns([...(from?.rows ?? []), ...open(before, former.get(id) ?? id)], after, region);
    const wholeRight = withWholeArns([...(to?.rows ?? []), ...open(after, id)], after, region);
    const [left, right] = [[...wholeLeft.keys()], [...wholeRight.keys()]];
    const gained = uncovered(right, left, actions).map((row) => wholeRight.get(row)!);
    const gone = uncovered(left, right, actions);
    if (gained.length === 0 && gone.length === 0) continue;
    const narrowed = narrowings(gone, { left, right, actions }, wholeRight);
    const lost = gone.filter((row) => !narrowed.has(row)).map((row) => wholeLeft.get(row)!);
    const existed = isKept || (type === '' && from !== undefined);
    const holder = existed
      ? 'kept'
      : before.resources.has(id) && !after.resources.has(id)
        ? 'removed'
        : holderState(from, to);
    changes.push({
      id,
      relation,
      type,
      holder,
      ...turned(gained, lost),
      narrowed: [...narrowed].map(([from, to]) => ({ from: wholeLeft.get(from)!, to })),
      known: new Set(left.map(({ principal }) => principal)),
    });
  }
  return changes;
};

const holderState = (from: Holder | undefined, to: Holder | undefined): PermissionChange['holder'] =>
  from && to ? 'kept' : to ? 'added' : 'removed';

/** So many conditions, and so many narrower rows, are tried for a row that is lost. */
const mostTried = 16;
/** So many pairs of a lost and a newer row are compared. */
const mostCompared = 20_000;

interface Sides {
  readonly left: readonly Row[];
  readonly right: readonly Row[];
  readonly actions: ActionsOf;
}

/** The rows that are lost of which something is left, with what that is. */
const narrowings = (
  lost: readonly Row[],
  { left, right, actions }: Sides,
  shown: ReadonlyMap<Row, Row>,
): ReadonlyMap<Row, readonly Row[]> => {
  const found = new Map<Row, readonly Row[]>();
  const known = new Set(left.map(rowKey));
  const newer = right.filter((row) => row.effect === 'Allow' && isReadable(row) && !known.has(rowKey(row)));
  const tried = newer.slice(0, mostTried * mostTried);
  for (const row of tried.length === 0 ? [] : lost.slice(0, Math.ceil(mostCompared / tried.length))) {
    if (row.effect !== 'Allow' || !isReadable(row)) continue;
    const part = tried.filter((each) => uncovered([each], [row], actions).length === 0);
    const rest = part.length > 0 ? part.map((each) => shown.get(each)!) : onCondition(row, right, actions);
    if (rest.length > 0) found.set(row, rest.slice(0, mostTried));
  }
  return found;
};

/** Whether all that a row is about is known. */
const isReadable = ({ kind, sets }: Row): boolean => kind === 'plain' || sets !== undefined;

/** What is left of a row that several others together still allow, on a condition. */
const onCondition = (row: Row, right: readonly Row[], actions: ActionsOf): Row[] => {
  if (row.kind !== 'plain' || row.condition !== '') return [];
  const conditional = new Map(
    right
      .filter(({ effect, condition }) => effect === 'Allow' && condition !== '')
      .map((each) => [each.condition, each]),
  );
  return [...conditional.values()]
    .slice(0, mostTried)
    .map(({ condition, at }) => ({ ...row, condition, at }))
    .filter((each) => uncovered([each], right, actions).length === 0);
};

/** A denial that is new takes something away, and one that is gone gives it back. */
const turned = (gained: readonly Row[], lost: readonly Row[]) => {
  const denies = (row: Row) => row.effect === 'Deny';
  const allows = (row: Row) => row.effect === 'Allow';
  return {
    gained: [...gained.filter(allows), ...lost.filter(denies)],
    lost: [...lost.filter(allows), ...gained.filter(denies)],
  };
};

/** The holders before the change, by the ids that they and what they speak of have after it. */
const renamed = (
  holders: ReadonlyMap<string, Holder>,
  partners: ReadonlyMap<string, string>,
): ReadonlyMap<string, Holder> => {
  const others = new Map([...partners].filter(([from, to]) => from !== to));
  if (others.size === 0) return holders;
  const inText = (text: string) =>
    text.replace(/\$\{(\w+)/g, (whole, id: string) => (others.has(id) ? `\${${others.get(id)}` : whole));
  const found = new Map<string, Holder>();
  for (const { id, relation, rows, ...rest } of holders.values()) {
    const next = others.get(id) ?? id;
    const moved = rows.map((row) => ({
      ...row,
      action: inText(row.action),
      resource: inText(row.resource),
      principal: inText(row.principal),
      condition: inText(row.condition),
      sets: row.sets && {
        actions: row.sets.actions,
        resources: mapItems(row.sets.resources, inText),
        principals: mapItems(row.sets.principals, inText),
        condition: inText(row.sets.condition),
      },
    }));
    found.set(`${relation} ${next}`, { ...rest, id: next, relation, rows: moved });
  }
  return found;
};
