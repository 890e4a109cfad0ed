import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { dependsOn } from '../templates/dependencies.ts';
import { type Call, callsOf } from './calls.ts';
import { permissionOf } from './permission.ts';

/** A call that AWS tries when it makes the caller, and the permission for it, which is made only after the caller. */
export interface TooLate {
  readonly call: Call;
  readonly permission: ResourceNode;
}

/** The calls whose permission waits for the caller: it names the bucket that already calls when it is made. */
export const permittedTooLate = (view: TemplateView): TooLate[] =>
  callsOf(view).flatMap((call) => {
    if (!call.isTried || call.roles.length > 0) return [];
    const { answer, by } = permissionOf(call, view);
    const [permission] = by;
    const { owner } = call.sender;
    const isLate = answer === 'yes' && permission && dependsOn(view.template, permission.id, owner.id);
    // One that waits for the other, and the other for it, is a circle, and told as such.
    return isLate && !dependsOn(view.template, owner.id, permission.id) ? [{ call, permission }] : [];
  });
