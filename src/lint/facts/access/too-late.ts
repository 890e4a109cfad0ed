import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isString } from '../../../model/tree.ts';
import { dependsOn } from '../templates/dependencies.ts';
import { type Call, callsOf } from './calls.ts';
import { certainFunction } from './function-meant.ts';
import { permissionOf } from './permission.ts';

/** A call that AWS tries when it makes the caller, and the permission for it, which may not be there by then. */
export interface TooLate {
  readonly call: Call;
  readonly permission: ResourceNode;
  /** `after`: the permission waits for the caller; `beside`: neither waits for the other, so which is first is left to chance. */
  readonly order: 'after' | 'beside';
}

/** Whether the caller waits for a permission on the function that it calls: SAM writes one for each event. */
const waitsForAnother = ({ sender: { owner }, called }: Call, view: TemplateView): boolean =>
  [get(owner.body, 'DependsOn') ?? []].flat().some((id) => {
    const permission = isString(id) ? view.resource(id) : undefined;
    if (permission?.type !== 'AWS::Lambda::Permission') return false;
    return certainFunction(permission.get('FunctionName'), view)?.fn === called?.fn;
  });

/** The calls whose permission waits for the caller, as it names the bucket that calls, or that the caller does not wait for. */
export const permittedTooLate = (view: TemplateView): TooLate[] =>
  callsOf(view).flatMap((call): TooLate[] => {
    if (!call.isTried || call.roles.length > 0) return [];
    const { answer, by } = permissionOf(call, view);
    const [permission] = by;
    const { id: owner } = call.sender.owner;
    // One that waits for the other, and the other for it, is a circle, and told as such.
    if (answer !== 'yes' || !permission || by.some(({ id }) => dependsOn(view.template, owner, id))) return [];
    if (waitsForAnother(call, view)) return [];
    return [{ call, permission, order: dependsOn(view.template, permission.id, owner) ? 'after' : 'beside' }];
  });
