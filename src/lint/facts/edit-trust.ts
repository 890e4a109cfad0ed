import type { Cause } from '../../model/origin.ts';
import type { Fix, ResourceNode, RuleContext } from '../../model/rule.ts';
import { get, isList, isMap, isString, type Json } from '../../model/tree.ts';
import { matchesAction } from './action-pattern.ts';
import { type Choice, entryChoices, isPlainMap, itemsOf } from './choices.ts';
import { documentsOf } from './documents-of.ts';
import { insertItem } from './edit-list.ts';
import { replaceLiteral } from './fix.ts';
import { isJsonStyle } from './writing.ts';

/** Where a role says whom it trusts instead, and how it comes to trust a service. */
export interface TrustEdit {
  readonly at: Cause | undefined;
  /** The service that stands there now, if it is a single one. */
  readonly found: string | undefined;
  readonly fix: Fix | undefined;
}

/** How a role comes to trust a service, with the place that names the trusted ones now. */
export const trustService = (role: ResourceNode, service: string, cx: RuleContext): TrustEdit => {
  const nowhere = { at: role.keyPlace('AssumeRolePolicyDocument'), found: undefined };
  const documents = documentsOf(role, cx).filter(({ kind }) => kind === 'trust');
  if (documents.length !== 1) return { ...nowhere, fix: undefined };
  const { value, statements } = documents[0]!;
  for (const statement of statements.filter((each) => allowsAssuming(each, cx))) {
    for (const principal of entryChoices(statement.value, 'Principal', statement.at)) {
      const [named, ...others] = entryChoices(principal.value, 'Service', principal.at);
      if (named) return editService(named, others.length === 0, service);
    }
  }
  return { ...nowhere, fix: addStatement(value, service) };
};

/** Whether a statement lets somebody assume the role, and under no condition. */
const allowsAssuming = ({ value, at }: Choice, cx: RuleContext): boolean =>
  isPlainMap(value) &&
  get(value, 'Effect') === 'Allow' &&
  get(value, 'Condition') === undefined &&
  entryChoices(value, 'Action', at)
    .flatMap(itemsOf)
    .some((action) => matchesAction(String(cx.resolve(action.value)), ['sts:assumerole']));

const editService = (named: Choice, certain: boolean, service: string): TrustEdit => {
  const { value, at } = named;
  if (!isList(value)) {
    return isString(value)
      ? { at, found: value, fix: beside({ value, at }, service) }
      : { at, found: undefined, fix: undefined };
  }
  const [item, ...more] = itemsOf(named);
  const single = item && more.length === 0 && isString(item.value) ? item : undefined;
  const quote = quoteAt(item?.at);
  return {
    at: single?.at ?? at,
    found: single && String(single.value),
    fix: certain ? insertItem(value, `${quote}${service}${quote}`) : undefined,
  };
};

/** A misspelt name gives way to the right one; any other service stays trusted. */
const beside = (named: Choice<string>, service: string): Fix | undefined => {
  const right = replaceLiteral(named, service);
  if (!right || named.value.startsWith(service.slice(0, 3))) return right;
  const { source, start, end } = right.at;
  const written = source.text.slice(start, end);
  const quote = quoteAt(right.at);
  return { at: right.at, text: `[${written}, ${quote}${service}${quote}]` };
};

const quoteAt = (at: Cause | undefined): string => /^["']/.exec(at?.source.text[at.start] ?? '')?.[0] ?? '';

const addStatement = (document: Json, service: string): Fix | undefined => {
  const statements = get(document, 'Statement');
  if (!isMap(document) || !isList(statements)) return undefined;
  const text = isJsonStyle(document)
    ? `{"Effect": "Allow", "Principal": {"Service": "${service}"}, "Action": "sts:AssumeRole"}`
    : `{Effect: Allow, Principal: {Service: ${service}}, Action: sts:AssumeRole}`;
  return insertItem(statements, text);
};
