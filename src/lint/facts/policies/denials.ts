import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isString, type Json } from '../../../model/tree.ts';
import { branchItems } from '../templates/choices.ts';
import { conditionOf } from '../templates/condition.ts';
import { oncePerThing } from '../templates/once.ts';
import { attachedPolicies } from './attachments.ts';
import { documentsOf, isConditional } from './documents.ts';

/** A `Deny` statement that counts for a role, from a policy of its own or one attached to it. */
export interface Denial {
  /** Patterns of actions, in lower case; with `except` all but these are denied. */
  readonly actions: readonly string[];
  readonly except: boolean;
  readonly resources: readonly Json[];
  /** False where a `Condition`, a `NotResource` or a condition of the template decides whether, or what, it denies. */
  readonly certain: boolean;
  /** The role or policy that holds it. */
  readonly owner: ResourceNode;
}

/** Everything that a role of the template is explicitly denied, as far as the template shows it. */
export const denialsOf = oncePerThing((role: ResourceNode, view): readonly Denial[] => {
  const holders = [{ owner: role, certain: true }, ...policiesOf(role, view)];
  return holders.flatMap(({ owner, certain }) => denialsIn(owner, certain, view));
});

/** Everything that the statements of one policy deny. */
export const denialsOfPolicy = (policy: ResourceNode, view: TemplateView): readonly Denial[] =>
  denialsIn(policy, true, view);

/** The policies of the template that count for a role, and whether they certainly do. */
const policiesOf = (role: ResourceNode, view: TemplateView) => {
  const named = branchItems(role.properties, 'ManagedPolicyArns', undefined).map(({ value, branches }) => ({
    owner: view.target(value),
    certain: branches.length === 0,
  }));
  const attached = attachedPolicies(role, view).policies.map((owner) => ({
    owner,
    certain: ['Roles', 'RoleName'].some((property) =>
      branchItems(owner.properties, property, undefined).some(
        ({ value, branches }) => branches.length === 0 && view.target(value) === role,
      ),
    ),
  }));
  return [...named, ...attached].flatMap(({ owner, certain }) => {
    if (owner === undefined || owner === role) return [];
    const condition = conditionOf(owner);
    return [{ owner, certain: certain && (condition === undefined || condition === conditionOf(role)) }];
  });
};

const denialsIn = (owner: ResourceNode, certain: boolean, view: TemplateView): Denial[] => {
  const whole = new Set([
    get(owner.properties, 'PolicyDocument'),
    ...branchItems(owner.properties, 'Policies', undefined)
      .filter(({ branches }) => branches.length === 0)
      .map(({ value }) => get(value, 'PolicyDocument')),
  ]);
  return documentsOf(owner, view).flatMap(({ kind, value: document }) => {
    if (kind !== 'identity') return [];
    return branchItems(document, 'Statement', undefined).flatMap(({ value: statement, branches }) => {
      if (view.resolve(get(statement, 'Effect')) !== 'Deny') return [];
      const isWhole = certain && branches.length === 0 && whole.has(document);
      return [denialOf(statement, owner, isWhole, view)];
    });
  });
};

const denialOf = (statement: Json, owner: ResourceNode, certain: boolean, view: TemplateView): Denial => {
  const except = get(statement, 'NotAction') !== undefined;
  const actions = branchItems(statement, except ? 'NotAction' : 'Action', undefined);
  const resources = branchItems(statement, 'Resource', undefined);
  const patterns = actions.map(({ value }) => view.resolve(value)).filter(isString);
  const isPlain =
    patterns.length === actions.length &&
    [...actions, ...resources].every(({ branches }) => branches.length === 0) &&
    get(statement, 'NotResource') === undefined &&
    !isConditional(statement);
  return {
    actions: patterns.map((pattern) => pattern.toLowerCase()),
    except,
    resources: get(statement, 'NotResource') === undefined ? resources.map(({ value }) => value) : ['*'],
    certain: certain && isPlain,
    owner,
  };
};
