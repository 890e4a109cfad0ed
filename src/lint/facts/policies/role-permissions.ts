import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isString } from '../../../model/tree.ts';
import { type Choice, entryItems, itemsOf } from '../templates/choices.ts';
import { oncePerThing } from '../templates/once.ts';
import { partialText } from '../texts/partial-text.ts';
import { matchesAction } from './action-pattern.ts';
import { attachedPolicies } from './attachments.ts';
import { documentsOf, isConditional, type PolicyDocument } from './documents.ts';
import { awsPolicyActions, awsPolicyName } from './managed-policies.ts';

/** An `Allow` statement that a role has, from a policy of its own, one attached to it, or one of AWS. */
export interface Grant {
  /** Patterns of actions, in lower case; with `except` all but these are allowed. */
  readonly actions: readonly Choice<string>[];
  readonly except: boolean;
  readonly resources: readonly Choice[];
  /** Whether the statement has a `Condition` or `NotResource`. */
  readonly narrowed: boolean;
  readonly at: Cause | undefined;
  /** The role or policy that holds it; undefined for a policy of AWS. */
  readonly owner: ResourceNode | undefined;
}

/** What a role may do, as far as the template shows it. */
export interface RolePermissions {
  readonly grants: readonly Grant[];
  /** False where it may have more than can be seen here. */
  readonly complete: boolean;
}

/** Everything a role of the template is allowed. */
export const permissionsOf = oncePerThing((role: ResourceNode, cx): RolePermissions => new Collector(cx).collect(role));

/** What a managed policy allows, of the template or of AWS: as far as its actions are known. */
export const grantsOfPolicy = (policy: Choice, cx: TemplateView): RolePermissions =>
  new Collector(cx).collectManaged(policy);

/** Which of the actions (`service:Name`) a role certainly has on nothing at all. */
export const lackedActions = (role: ResourceNode, actions: readonly string[], cx: TemplateView): string[] => {
  const { grants, complete } = permissionsOf(role, cx);
  return complete ? actions.filter((action) => !grants.some((grant) => allowsAction(grant, action))) : [];
};

/** Whether a statement allows an action, whatever the resource. */
export const allowsAction = ({ actions, except }: Grant, action: string): boolean => {
  const wanted = [action.toLowerCase()];
  return actions.some(({ value }) => matchesAction(value, wanted)) !== except;
};

/** The role of a function that the author wrote into the template, if it has one. */
export const writtenRole = (fn: ResourceNode, cx: TemplateView): ResourceNode | undefined => {
  const values = fn.all('Role');
  const role = values.length === 1 ? cx.target(values[0]!.value) : undefined;
  return role?.type === 'AWS::IAM::Role' && cx.written(role.id) ? role : undefined;
};

class Collector {
  readonly #cx: TemplateView;
  readonly #grants: Grant[] = [];
  #complete = true;

  constructor(cx: TemplateView) {
    this.#cx = cx;
  }

  collect(role: ResourceNode): RolePermissions {
    for (const { value, at } of role.all('ManagedPolicyArns')) {
      for (const item of itemsOf({ value, at })) this.#managed(item);
    }
    this.#documents(documentsOf(role, this.#cx));
    const inline = [...role.all('Policies'), ...role.all('Policies', '*')];
    if (inline.some(({ value }) => isIntrinsic(value))) this.#complete = false;
    const attached = attachedPolicies(role, this.#cx);
    for (const policy of attached.policies) this.#documents(documentsOf(policy, this.#cx));
    if (!attached.complete) this.#complete = false;
    return { grants: this.#grants, complete: this.#complete };
  }

  collectManaged(policy: Choice): RolePermissions {
    this.#managed(policy);
    return { grants: this.#grants, complete: this.#complete };
  }

  #managed({ value, at }: Choice): void {
    const policy = this.#cx.target(value);
    if (policy?.type === 'AWS::IAM::ManagedPolicy') {
      this.#documents(documentsOf(policy, this.#cx));
      return;
    }
    const text = partialText(value, this.#cx);
    const name = text === undefined ? undefined : awsPolicyName(text);
    const actions = name === undefined ? undefined : awsPolicyActions(name);
    if (!actions) this.#complete = false;
    else {
      const choices = actions.map((action) => ({ value: action, at }));
      const resources = [{ value: '*', at }];
      this.#grants.push({ actions: choices, except: false, resources, narrowed: false, at, owner: undefined });
    }
  }

  #documents(documents: readonly PolicyDocument[]): void {
    for (const { value, kind, statements, owner } of documents) {
      if (kind !== 'identity') continue;
      if (isIntrinsic(value) || !get(value, 'Statement')) this.#complete = false;
      for (const statement of statements) this.#statement(statement, owner);
    }
  }

  #statement({ value, at }: Choice, owner: ResourceNode): void {
    if (isIntrinsic(value)) {
      this.#complete = false;
      return;
    }
    const effect = this.#cx.resolve(get(value, 'Effect'));
    if (effect === undefined) this.#complete = false;
    if (effect !== 'Allow') return;
    const except = get(value, 'NotAction') !== undefined;
    const actions: Choice<string>[] = [];
    for (const item of entryItems(value, except ? 'NotAction' : 'Action', at)) {
      const action = this.#cx.resolve(item.value);
      if (isString(action)) actions.push({ value: action.toLowerCase(), at: item.at });
      else if (action === undefined) this.#complete = false;
    }
    const resources = entryItems(value, 'Resource', at);
    const narrowed = isConditional(value) || get(value, 'NotResource') !== undefined;
    this.#grants.push({ actions, except, resources, narrowed, at, owner });
  }
}
