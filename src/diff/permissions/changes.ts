import type { Specs } from '../../model/spec.ts';
import type { Side } from '../side.ts';
import { type ActionsOf, uncovered } from './covers.ts';
import { type Holder, holdersOf, type Relation } from './holders.ts';
import { withWholeArns } from './own-arns.ts';
import type { Row } from './rows.ts';

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
  /** Of what is no longer allowed as it was: the rows that still allow it, on a condition. */
  readonly narrowed: ReadonlyMap<Row, Row>;
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
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const [from, to] = [old.get(key), now.get(key)];
    const wholeLeft = withWholeArns(from?.rows ?? [], after);
    const wholeRight = withWholeArns(to?.rows ?? [], after);
    const [left, right] = [[...wholeLeft.keys()], [...wholeRight.keys()]];
    const gained = uncovered(right, left, actions).map((row) => wholeRight.get(row)!);
    const gone = uncovered(left, right, actions);
    const lost = gone.map((row) => wholeLeft.get(row)!);
    if (gained.length === 0 && lost.length === 0) continue;
    const { id, relation, type } = (to ?? from)!;
    const existed = kept.has(id) || (type === '' && from !== undefined);
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
      narrowed: narrowedRows(gone, wholeLeft, right, actions),
      known: new Set(left.map(({ principal }) => principal)),
    });
  }
  return changes;
};

const holderState = (from: Holder | undefined, to: Holder | undefined): PermissionChange['holder'] =>
  from && to ? 'kept' : to ? 'added' : 'removed';

/** So many conditions are tried for a row that is lost. */
const mostConditions = 16;

/** The rows that are lost, and what is left of them on a condition. */
const narrowedRows = (
  lost: readonly Row[],
  given: ReadonlyMap<Row, Row>,
  right: readonly Row[],
  actions: ActionsOf,
): ReadonlyMap<Row, Row> => {
  const conditional = new Map(
    right.filter(({ effect, condition }) => effect === 'Allow' && condition !== '').map((row) => [row.condition, row]),
  );
  const found = new Map<Row, Row>();
  for (const row of lost) {
    if (row.effect !== 'Allow' || row.kind !== 'plain' || row.condition !== '') continue;
    for (const { condition, at } of [...conditional.values()].slice(0, mostConditions)) {
      const left = { ...row, condition, at };
      const shown = given.get(row)!;
      if (uncovered([left], right, actions).length === 0) found.set(shown, { ...shown, condition, at });
    }
  }
  return found;
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
    }));
    found.set(`${relation} ${next}`, { ...rest, id: next, relation, rows: moved });
  }
  return found;
};
