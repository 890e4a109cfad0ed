import { isNoValue } from '../../model/intrinsics.ts';
import { append } from '../../model/lists.ts';
import { type Cause, originOf } from '../../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { choiceOf } from '../meaning/policy.ts';
import { placeAt } from '../places.ts';
import { symbolic } from '../words/shown.ts';
import type { ItemSet, StatementSets } from './item-sets.ts';

/** The smallest part of a policy: one action on one resource by one principal. */
export interface Row {
  readonly effect: string;
  /** `except` where the statement says what does not count (`NotAction` …), and where not all of it can be read. */
  readonly kind: 'plain' | 'except';
  readonly action: string;
  /** Empty where the policy means the thing it is attached to. */
  readonly resource: string;
  /** `AWS:123456789012`, `Service:lambda.amazonaws.com`; empty in the policy of a role or user. */
  readonly principal: string;
  /** The condition as a text; empty without one. */
  readonly condition: string;
  /** What the condition tests. */
  readonly tests?: Json | undefined;
  /** Of a statement that says what does not count: what it is about. */
  readonly sets?: StatementSets | undefined;
  /** What decides at the deployment whether the statement is there; empty where it always is. */
  readonly when: string;
  readonly at: Cause | undefined;
  /** Where the principal stands, if that is another place. */
  readonly principalAt?: Cause | undefined;
}

/** A text that is the same for rows that say the same. */
export const rowKey = ({ effect, kind, action, resource, principal, condition, when }: Row): string =>
  [effect, kind, action.toLowerCase(), resource, principal, condition, when].join('\n');

/** The rows of a policy document in its plainest form. */
export const rowsOf = (policy: JsonMap): Row[] => {
  const statements = get(policy, 'Statement');
  return statements === undefined ? [] : rowsIn(statements, '', originOf(policy));
};

/** What the branch that is taken otherwise begins with. */
const negation = 'not ';

/** The condition that a branch depends on, for the branch of the one and of the other outcome. */
export const outcomes = (when: string): readonly [string, string] => {
  const condition = when.startsWith(negation) ? when.slice(negation.length) : when;
  return [condition, negation + condition];
};

/** What two conditions come to together. */
export const whenBoth = (one: string, other: string): string =>
  one === '' || one === other ? other : other === '' ? one : `${one} and ${other}`;

/** The rows of statements, and of both branches of a choice between them or between their effects. */
const rowsIn = (value: Json, when: string, at: Cause | undefined): Row[] => {
  if (isNoValue(value)) return [];
  if (isList(value)) return value.flatMap((each, step) => rowsIn(each, when, placeAt(value, step) ?? at));
  const branches = choiceOf(value) ?? effectsOf(value);
  if (!branches) return statementRows(value, at).map((row) => (when === '' ? row : { ...row, when }));
  const conditions = outcomes(symbolic(branches.condition));
  return branches.branches.flatMap((branch, step) => rowsIn(branch, whenBoth(when, conditions[step]!), at));
};

/** A statement whose effect a condition chooses, as a choice between two statements. */
const effectsOf = (statement: Json): ReturnType<typeof choiceOf> => {
  const effect = choiceOf(get(statement, 'Effect'));
  if (!effect) return undefined;
  const withEffect = (branch: Json): Json => Object.assign(newMap(), statement, { Effect: branch });
  return { condition: effect.condition, branches: [withEffect(effect.branches[0]), withEffect(effect.branches[1])] };
};

/** A statement with more is compared as a whole. */
const mostRows = 5_000;

const statementRows = (statement: Json, at: Cause | undefined): Row[] => {
  if (!isMap(statement)) return [opaque('', symbolic(statement), at)];
  const effect = symbolic(get(statement, 'Effect') ?? '');
  const except = ['NotAction', 'NotResource', 'NotPrincipal'].filter((key) => get(statement, key) !== undefined);
  const [actions, resources] = [textsOf(get(statement, 'Action')), textsOf(get(statement, 'Resource'))];
  const principals = principalsOf(get(statement, 'Principal'), placeAt(statement, 'Principal'));
  if (except.length > 0) return [{ ...opaque(effect, withoutSid(statement), at), sets: setsOf(statement) }];
  if (!actions || !resources || !principals) return [opaque(effect, withoutSid(statement), at)];
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
        principal: principal.text,
        condition,
        tests: get(statement, 'Condition'),
        when: '',
        principalAt: principal.at,
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
  when: '',
  at,
});

/** What a statement is about; undefined where not all of it can be read. */
const setsOf = (statement: JsonMap): StatementSets | undefined => {
  const [actions, resources, principals] = ['Action', 'Resource', 'Principal'].map((name): ItemSet | undefined => {
    const isRest = get(statement, `Not${name}`) !== undefined;
    const value = get(statement, isRest ? `Not${name}` : name);
    const patterns = name === 'Principal' ? principalsOf(value, undefined)?.map(({ text }) => text) : textsOf(value);
    return patterns && { patterns, isRest };
  });
  return actions && resources && principals && actions.patterns.length * resources.patterns.length <= mostRows
    ? { actions, resources, principals, condition: conditionOf(get(statement, 'Condition')) }
    : undefined;
};

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

interface Principal {
  readonly text: string;
  readonly at: Cause | undefined;
}

const principalsOf = (principal: Json | undefined, at: Cause | undefined): Principal[] | undefined => {
  if (principal === undefined) return [{ text: '', at: undefined }];
  if (!isMap(principal)) return undefined;
  const found: Principal[] = [];
  for (const kind of Object.keys(principal)) {
    const who = principal[kind]!;
    if (!isList(who)) return undefined;
    append(
      found,
      who.map((each, step) => ({
        text: `${kind}:${isString(each) ? each : symbolic(each)}`,
        at: placeAt(who, step) ?? placeAt(principal, kind) ?? at,
      })),
    );
  }
  return found;
};

const conditionOf = (condition: Json | undefined): string => {
  if (!isMap(condition)) return condition === undefined ? '' : symbolic(condition);
  return Object.keys(condition).length === 0 ? '' : symbolic(condition);
};
