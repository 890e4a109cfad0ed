import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isString } from '../../../model/tree.ts';
import { type Choice, entryItems } from '../templates/choices.ts';
import { oncePerThing } from '../templates/once.ts';
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
export const trustedServices = oncePerThing((role: ResourceNode, cx: TemplateView): Trust => {
  const services = new Set<string>();
  let complete = true;
  for (const { kind, value, statements } of documentsOf(role, cx)) {
    if (kind !== 'trust') continue;
    if (!isMap(value) || isIntrinsic(value)) complete = false;
    for (const statement of statements) if (!readStatement(statement, services, cx)) complete = false;
  }
  return { services, complete };
});

/** Adds the services that a statement lets assume the role; false where it may let others too. */
const readStatement = ({ value, at }: Choice, services: Set<string>, cx: TemplateView): boolean => {
  if (isIntrinsic(value)) return false;
  const resolved = (name: string) => entryItems(value, name, at).map((item) => cx.resolve(item.value));
  if (resolved('Effect').every((effect) => effect === 'Deny')) return true;
  let complete = get(value, 'NotAction') === undefined && get(value, 'NotPrincipal') === undefined;
  const assumes = resolved('Action').some(
    (each) => each === undefined || matchesAction(scalarText(each) ?? '', assumeRole),
  );
  for (const principal of assumes ? entryItems(value, 'Principal', at) : []) {
    if (!readPrincipal(principal, services, cx)) complete = false;
  }
  return complete;
};

const assumeRole = ['sts:assumerole'];

const readPrincipal = ({ value, at }: Choice, services: Set<string>, cx: TemplateView): boolean => {
  if (!isMap(value) || isIntrinsic(value)) return false;
  let complete = entryItems(value, 'AWS', at).every((item) => item.value !== '*');
  for (const item of entryItems(value, 'Service', at)) {
    const service = cx.resolve(item.value);
    if (isString(service) && service !== '*') services.add(service);
    else complete = false;
  }
  return complete;
};
