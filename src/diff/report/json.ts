import type { Cause } from '../../model/origin.ts';
import { jsonText } from '../../report/json-text.ts';
import { toPlace } from '../../report/position.ts';
import type { Difference } from '../compare/differences.ts';
import { macrosOf } from '../macros.ts';
import type { PermissionChange } from '../permissions/changes.ts';
import type { Row } from '../permissions/rows.ts';
import { permissionsOf } from './permissions.ts';
import { summaryOf, type TemplateDiff } from './summary.ts';

/** The comparison for programs. `version` goes up when something changes its meaning or goes. */
export const toJson = (diffs: readonly TemplateDiff[]): string =>
  jsonText({ version: 1, templates: diffs.map(templateOf) });

const templateOf = (diff: TemplateDiff) => {
  const { name, stack, sameStacks = [], stages, isGone, from, to, change, consequences } = diff;
  const { before, after, compared } = change;
  const place = (at: Cause | undefined, file: string | undefined) => (at ? toPlace(at, file) : undefined);
  const difference = ({ path, before: old, after: now, certain, at, wasAt }: Difference) => ({
    path: path.join('.'),
    before: old,
    after: now,
    certain,
    at: place(at, after.file),
    wasAt: place(wasAt, before.file),
  });
  return {
    template: name,
    stack,
    sameStacks: sameStacks.length > 0 ? sameStacks : undefined,
    stages,
    removed: isGone,
    from,
    to,
    summary: summaryOf(diff),
    macros: macrosOf(change),
    consequences: consequences.map(({ at, wasAt, kinds, ...rest }) => ({
      ...rest,
      kind: kinds[0],
      kinds,
      at: place(at, after.file),
      wasAt: place(wasAt, before.file),
    })),
    resources: compared.resources.map((each) => ({
      id: each.id,
      formerId: each.formerId,
      type: each.type,
      formerType: each.before && each.before.type !== each.type ? each.before.type : undefined,
      fate: each.fate,
      certain: each.certain,
      renamed: each.renamed,
      oldCopy: each.oldCopy,
      heldName: each.heldName?.text,
      at: place(each.at, each.after === undefined ? before.file : after.file),
      properties: each.differences.map((one) => ({ ...difference(one), replaces: each.replacing.includes(one) })),
      attributes: each.attributes.map(difference),
      because: each.because.map(({ on, path, replaces }) => ({ on, path: path.join('.'), replaces })),
    })),
    sections: compared.sections.map(({ section, ...rest }) => ({ section, ...difference(rest) })),
    permissions: permissionsOf(diff).map(permission),
  };
};

const permission = ({ id, relation, type, holder, gained, lost, narrowed }: PermissionChange) => ({
  id,
  relation,
  type,
  holder,
  gained: gained.map(row),
  lost: lost.map(row),
  narrowed: narrowed.map(({ from, to }) => ({ from: row(from), to: to.map(row) })),
});

const row = ({ effect, action, resource, principal, condition, when }: Row) => ({
  effect,
  action,
  resource,
  principal,
  condition,
  certain: when === '',
});
