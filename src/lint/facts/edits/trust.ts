import type { Cause } from '../../../model/origin.ts';
import type { Fix, ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../../model/tree.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { documentsOf } from '../policies/documents.ts';
import { type Choice, entryChoices, entryItems, isPlainMap, itemsOf } from '../templates/choices.ts';
import { scalarText } from '../texts/scalar.ts';
import { replaceLiteral } from './fix.ts';
import { insertItem } from './list.ts';

/** Where a role falls short of trusting a service, and how it comes to do so. */
export interface TrustEdit {
  readonly at: Cause | undefined;
  /** What stands there now, where it is a single thing: another service, or another action for the right one. */
  readonly service?: string | undefined;
  readonly action?: string;
  readonly fix: Fix | undefined;
}

/** How a role comes to trust a service, with the place that names the trusted ones now. */
export const trustService = (role: ResourceNode, service: string, cx: RuleContext): TrustEdit => {
  const property = 'AssumeRolePolicyDocument';
  // The role that SAM makes of a function has its document from the function, or from `Globals`.
  const nowhere = { at: cx.written(role.id) ? role.keyPlace(property) : role.place(property) };
  const documents = documentsOf(role, cx).filter(({ kind }) => kind === 'trust');
  if (documents.length !== 1) return { ...nowhere, fix: undefined };
  const { value, statements } = documents[0]!;
  for (const statement of statements.filter((each) => allows(each, cx) && namesService(each, service, cx))) {
    const [action, ...others] = entryItems(statement.value, 'Action', statement.at);
    const name = cx.resolve(action?.value);
    if (others.length > 0 || !isString(name)) continue;
    return { at: action!.at, action: name, fix: addStatement(value, service) };
  }
  for (const statement of statements.filter((each) => allows(each, cx) && allowsAssuming(each, cx))) {
    for (const principal of entryChoices(statement.value, 'Principal', statement.at)) {
      const [named, ...others] = entryChoices(principal.value, 'Service', principal.at);
      if (named) return editService(named, others.length === 0, service);
    }
  }
  return { ...nowhere, fix: addStatement(value, service) };
};

/** Whether a statement allows something, and under no condition. */
const allows = ({ value }: Choice, cx: RuleContext): boolean =>
  isPlainMap(value) && cx.resolve(get(value, 'Effect')) === 'Allow' && get(value, 'Condition') === undefined;

const namesService = ({ value, at }: Choice, service: string, cx: RuleContext): boolean =>
  entryChoices(value, 'Principal', at)
    .flatMap((principal) => entryItems(principal.value, 'Service', principal.at))
    .some((item) => cx.resolve(item.value) === service);

const allowsAssuming = ({ value, at }: Choice, cx: RuleContext): boolean =>
  entryItems(value, 'Action', at).some((action) =>
    matchesAction(scalarText(cx.resolve(action.value)) ?? '', ['sts:assumerole']),
  );

const editService = (named: Choice, certain: boolean, service: string): TrustEdit => {
  const { value, at } = named;
  if (!isList(value)) {
    return isString(value) ? { at, service: value, fix: beside({ value, at }, service) } : { at, fix: undefined };
  }
  const [item, ...more] = itemsOf(named);
  const single = item && more.length === 0 && isString(item.value) ? item : undefined;
  return {
    at: single?.at ?? at,
    service: single && String(single.value),
    fix: certain ? insertItem(value, service) : undefined,
  };
};

/** A misspelt name gives way to the right one; any other service stays trusted. */
const beside = (named: Choice<string>, service: string): Fix | undefined => {
  const isMisspelt = named.value.startsWith(service.slice(0, 3));
  return replaceLiteral(named, isMisspelt ? service : [named.value, service]);
};

const addStatement = (document: Json, service: string): Fix | undefined => {
  const statements = get(document, 'Statement');
  if (!isMap(document) || !isList(statements)) return undefined;
  return insertItem(statements, { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });
};
