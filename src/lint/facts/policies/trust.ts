import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isString } from '../../../model/tree.ts';
import { entryChoices, itemsOf } from '../templates/choices.ts';
import { scalarText } from '../texts/scalar.ts';
import { matchesAction } from './action-pattern.ts';
import { documentsOf } from './documents.ts';

/** The services that may take a role. */
export interface Trust {
  readonly services: ReadonlySet<string>;
  /** False where there may be more than can be seen. */
  readonly complete: boolean;
}

/** Which services the trust policy of a role lets assume it. */
export const trustedServices = (role: ResourceNode, cx: RuleContext): Trust => {
  const services = new Set<string>();
  let complete = true;
  for (const { kind, value, statements } of documentsOf(role, cx)) {
    if (kind !== 'trust') continue;
    if (!isMap(value) || isIntrinsic(value)) complete = false;
    for (const statement of statements) {
      if (isIntrinsic(statement.value)) {
        complete = false;
        continue;
      }
      const read = (name: string) => entryChoices(statement.value, name, statement.at).flatMap(itemsOf);
      const effects = read('Effect').map(({ value: effect }) => cx.resolve(effect));
      const actions = read('Action').map(({ value: action }) => cx.resolve(action));
      if (effects.every((effect) => effect === 'Deny')) continue;
      if (get(statement.value, 'NotAction') !== undefined || get(statement.value, 'NotPrincipal') !== undefined) {
        complete = false;
      }
      if (!actions.some((each) => each === undefined || matchesAction(scalarText(each) ?? '', ['sts:assumerole'])))
        continue;
      for (const { value: principal, at } of read('Principal')) {
        if (!isMap(principal) || isIntrinsic(principal)) complete = false;
        else {
          if (
            entryChoices(principal, 'AWS', at)
              .flatMap(itemsOf)
              .some(({ value: who }) => who === '*')
          )
            complete = false;
          for (const item of entryChoices(principal, 'Service', at).flatMap(itemsOf)) {
            const service = cx.resolve(item.value);
            if (isString(service) && service !== '*') services.add(service);
            else complete = false;
          }
        }
      }
    }
  }
  return { services, complete };
};
