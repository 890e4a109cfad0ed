import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { documentsOf } from '../policies/documents.ts';
import { type Choice, entryItems } from '../templates/choices.ts';
import { isFalse } from '../texts/scalar.ts';
import { symbolicText } from '../texts/symbolic-text.ts';
import { type Answer, allOf, anyOf, not } from './answer.ts';
import { arnPattern, takesIn } from './arn.ts';
import { coversAll } from './denied.ts';
import { principalTakesIn } from './principal.ts';
import { resourcePolicies } from './resource-policies.ts';
import { type Grants, type Sender, standsBy } from './sender.ts';

/** Who uses a resource: a service on behalf of another resource, or code by its role. */
type User = Sender | { readonly role: ResourceNode };

/**
 * Whether an explicit `Deny` in the policy of a queue, topic, bucket or function takes an action away from a user, whatever
 * else allows it: `unknown` where a condition decides.
 */
export const deniedByPolicy = (target: ResourceNode, action: string, user: User, view: TemplateView): Grants => {
  const { own, perhaps } = resourcePolicies(target, view);
  const stands = (policy: ResourceNode) => standsBy(policy, 'role' in user ? target : user.owner);
  const by: ResourceNode[] = [];
  const answers = [
    ...own.map((policy) => [policy, stands(policy)] as const),
    ...perhaps.map((policy) => [policy, 'unknown'] as const),
  ].map(([policy, isFor]) => {
    const statements = documentsOf(policy, view).flatMap((document) => document.statements);
    const denies = anyOf(statements.map((each) => statementDenies(each, target, action, user, view)));
    const answer = allOf([denies, isFor]);
    if (answer !== 'no') by.push(policy);
    return answer;
  });
  return { answer: anyOf(answers), by };
};

const statementDenies = (
  { value, at }: Choice,
  target: ResourceNode,
  action: string,
  user: User,
  view: TemplateView,
): Answer => {
  if (!isMap(value) || isIntrinsic(value) || view.resolve(get(value, 'Effect')) !== 'Deny') return 'no';
  const covers = coversAll(target, view);
  const items = (name: string) => entryItems(value, name, at);
  const among = (name: string, answer: (item: Choice) => Answer, absent: Answer): Answer => {
    const except = get(value, `Not${name}`) !== undefined;
    if (get(value, except ? `Not${name}` : name) === undefined) return absent;
    const answered = anyOf(items(except ? `Not${name}` : name).map(answer));
    return except ? not(answered) : answered;
  };
  return allOf([
    among('Action', (each) => takesAction(view.resolve(each.value), action), 'no'),
    among('Resource', (each) => covers(arnPattern(each.value, view)), 'yes'),
    among('Principal', (each) => principalIs(each, user, view), 'no'),
    conditionHolds(get(value, 'Condition'), user, view),
  ]);
};

const takesAction = (pattern: Json | undefined, action: string): Answer => {
  if (pattern === undefined) return 'unknown';
  return isString(pattern) && matchesAction(pattern, [action.toLowerCase()]) ? 'yes' : 'no';
};

const principalIs = (item: Choice, user: User, view: TemplateView): Answer => {
  if (!('role' in user)) return principalTakesIn(item, user.service, view);
  if (item.value === '*') return 'yes';
  if (!isMap(item.value) || isIntrinsic(item.value)) return 'unknown';
  return anyOf(entryItems(item.value, 'AWS', item.at).map(({ value }) => accountTakesIn(value, user.role, view)));
};

/** Whether a principal is everyone, the role itself, or the account that it is in. */
const accountTakesIn = (value: Json, role: ResourceNode, view: TemplateView): Answer => {
  const text = symbolicText(value, view);
  if (text === '*' || text === '${AWS::AccountId}' || /:iam::\$\{AWS::AccountId\}:root$/.test(text)) return 'yes';
  const named = view.target(value);
  return named ? (named === role ? 'yes' : 'no') : 'unknown';
};

/**
 * Whether the condition of a denial holds for a call: calls of services and SDKs are encrypted, and their source is
 * compared where it is known.
 */
const conditionHolds = (condition: Json | undefined, user: User, view: TemplateView): Answer => {
  if (condition === undefined) return 'yes';
  if (!isMap(condition) || isIntrinsic(condition)) return 'unknown';
  return allOf(
    Object.keys(condition).flatMap((operator) => {
      const tests = condition[operator]!;
      if (!isMap(tests) || isIntrinsic(tests)) return ['unknown' as const];
      return Object.keys(tests).map((key) => testHolds(operator, key, tests, user, view));
    }),
  );
};

const testHolds = (operator: string, key: string, tests: JsonMap, user: User, view: TemplateView): Answer => {
  const values = entryItems(tests, key, undefined);
  switch (key.toLowerCase()) {
    case 'aws:securetransport': {
      const isPlain = operator === 'Bool' && values.every(({ value }) => isFalse(view.resolve(value)));
      return isPlain ? 'no' : 'unknown';
    }
    case 'aws:sourcearn': {
      const [, except] = /^(?:Arn|String)(Not)?(?:Equals|Like)$/.exec(operator) ?? ['', undefined];
      if ('role' in user || !user.source || !/^(?:Arn|String)(?:Not)?(?:Equals|Like)$/.test(operator)) return 'unknown';
      const { source, rest } = user;
      const taken = anyOf(values.map(({ value }) => takesIn(arnPattern(value, view), source, view, rest)));
      return except ? not(taken) : taken;
    }
    default:
      return 'unknown';
  }
};
