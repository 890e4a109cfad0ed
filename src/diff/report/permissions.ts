import { isEverything } from '../consequences/permission-words.ts';
import type { PermissionChange } from '../permissions/changes.ts';
import type { Row } from '../permissions/rows.ts';
import type { TemplateDiff } from './summary.ts';

/** What changes in who may do what, the gravest first: everything allowed, then other accounts, then the rest. */
export const permissionsOf = ({ change }: TemplateDiff): readonly PermissionChange[] =>
  [...change.permissions()].sort((left, right) => gravity(left) - gravity(right));

const gravity = ({ relation, gained }: PermissionChange): number => {
  if (gained.some(isEverything)) return 0;
  if (gained.some(isForeign)) return 1;
  return relation === 'trust' ? 2 : gained.length > 0 ? 3 : 4;
};

/** Whether a row lets in somebody who is not a service of AWS. */
export const isForeign = ({ principal }: Row): boolean => principal !== '' && !principal.startsWith('Service:');

/** `+` for a rule of the new policy, `-` for one of the old: a denial that is gone is gained permission. */
export const ruleSign = ({ effect }: Row, which: 'gained' | 'lost'): '+' | '-' =>
  (which === 'gained') === (effect !== 'Deny') ? '+' : '-';

/** Rows of which only the action differs, as one. */
export const grouped = (rows: readonly Row[]): { readonly row: Row; readonly actions: readonly string[] }[] => {
  const groups = new Map<string, { row: Row; actions: Set<string> }>();
  for (const row of rows) {
    const key = JSON.stringify([row.effect, row.resource, row.principal, row.condition, row.when]);
    const group = groups.get(key);
    if (group) group.actions.add(row.action);
    else groups.set(key, { row, actions: new Set([row.action]) });
  }
  return [...groups.values()].map(({ row, actions }) => ({ row, actions: [...actions] }));
};
