import { append } from '../../model/lists.ts';
import { type Cause, originOf } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';
import { placeAt } from '../places.ts';
import { symbolic } from '../words/shown.ts';

/** The smallest part of a policy: one action on one resource by one principal. */
export interface Row {
  readonly effect: string;
  /** `except` where the statement says what does not count (`NotAction` …): such rows are compared as a whole. */
  readonly kind: 'plain' | 'except';
  readonly action: string;
  /** Empty where the policy means the thing it is attached to. */
  readonly resource: string;
  /** `AWS:123456789012`, `Service:lambda.amazonaws.com`; empty in the policy of a role or user. */
  readonly principal: string;
  /** The condition as a text; empty without one. */
  readonly condition: string;
  readonly at: Cause | undefined;
}

/** A text that is the same for rows that say the same. */
export const rowKey = ({ effect, kind, action, resource, principal, condition }: Row): string =>
  [effect, kind, action.toLowerCase(), resource, principal, condition].join('\n');

/** The rows of a policy document in its plainest form. */
export const rowsOf = (policy: JsonMap): Row[] => {
  const statements = get(policy, 'Statement');
  if (!isList(statements)) return [];
  const around = originOf(policy);
  return statements.flatMap((statement, at) => statementRows(statement, placeAt(statements, at) ?? around));
};

/** A statement with more is compared as a whole. */
const mostRows = 5_000;

const statementRows = (statement: Json, at: Cause | undefined): Row[] => {
  if (!isMap(statement)) return [opaque('', symbolic(statement), at)];
  const effect = symbolic(get(statement, 'Effect') ?? '');
  const except = ['NotAction', 'NotResource', 'NotPrincipal'].filter((key) => get(statement, key) !== undefined);
  const [actions, resources] = [textsOf(get(statement, 'Action')), textsOf(get(statement, 'Resource'))];
  const principals = principalsOf(get(statement, 'Principal'));
  if (except.length > 0 || !actions || !resources || !principals) return [opaque(effect, withoutSid(statement), at)];
  if (actions.length * resources.length * principals.length > mostRows)
    return [opaque(effect, withoutSid(statement), at)];
  const condition = conditionOf(get(statement, 'Condition'));
  const place = (list: Json | undefined, step: number) => (isList(list) ? (placeAt(list, step) ?? at) : at);
  return actions.flatMap((action, step) =>
    resources.flatMap((resource) =>
      principals.map((principal) => ({
        effect,
        kind: 'plain' as const,
        action,
        resource,
        principal,
        condition,
        at: place(get(statement, 'Action'), step),
      })),
    ),
  );
};

const opaque = (effect: string, text: string, at: Cause | undefined): Row => ({
  effect,
  kind: 'except',
  action: text,
  resource: '',
  principal: '',
  condition: '',
  at,
});

/** A statement without its `Sid`, which means nothing. */
const withoutSid = (statement: JsonMap): string =>
  Object.keys(statement)
    .filter((key) => key !== 'Sid' && key !== 'Effect')
    .map((key) => `${key} ${symbolic(statement[key]!)}`)
    .join(', ');

const textsOf = (list: Json | undefined): string[] | undefined => {
  if (list === undefined) return [''];
  return isList(list) ? list.map(symbolic) : undefined;
};

const principalsOf = (principal: Json | undefined): string[] | undefined => {
  if (principal === undefined) return [''];
  if (!isMap(principal)) return undefined;
  const found: string[] = [];
  for (const kind of Object.keys(principal)) {
    const who = principal[kind]!;
    if (!isList(who)) return undefined;
    append(
      found,
      who.map((each) => `${kind}:${isString(each) ? each : symbolic(each)}`),
    );
  }
  return found;
};

const conditionOf = (condition: Json | undefined): string => {
  if (!isMap(condition)) return condition === undefined ? '' : symbolic(condition);
  return Object.keys(condition).length === 0 ? '' : symbolic(condition);
};
