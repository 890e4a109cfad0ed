import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isString, type Json } from '../../../model/tree.ts';
import { matchesAction } from '../policies/action-pattern.ts';
import { documentsOf } from '../policies/documents.ts';
import { type Choice, entryItems } from '../templates/choices.ts';
import { type Answer, allOf, anyOf } from './answer.ts';
import { arnPattern, takesIn } from './arn.ts';
import { principalTakesIn } from './principal.ts';
import { deniedByPolicy } from './resource-denials.ts';
import { resourcePolicies } from './resource-policies.ts';
import { type Grants, type Sender, standsBy } from './sender.ts';
import { mayGetUnseen } from './unseen.ts';

/** The services that a topic without a policy of its own lets in, when they act for the same account. */
const letInByTopics: readonly string[] = ['cloudwatch'];

/** Whether a sender may do an action (`sqs:SendMessage`) on a queue or topic, by the policy of that. */
export const resourceLetsIn = (target: ResourceNode, action: string, sender: Sender, view: TemplateView): Grants => {
  const { own, perhaps } = resourcePolicies(target, view);
  const denied = deniedByPolicy(target, action, sender, view).answer;
  if (denied === 'yes') return { answer: 'no', by: [] };
  const by: ResourceNode[] = [];
  for (const [policy, isFor] of [
    ...own.map((each) => [each, 'yes'] as const),
    ...perhaps.map((each) => [each, 'unknown'] as const),
  ]) {
    const lets = policyLetsIn(policy, target, action, sender, view);
    const answer = allOf([lets, isFor, standsBy(policy, sender.owner)]);
    if (answer === 'yes') return { answer: denied === 'no' ? answer : 'unknown', by: [policy] };
    if (answer === 'unknown') by.push(policy);
  }
  const byDefault = own.length === 0 && target.type === 'AWS::SNS::Topic' && letInByTopics.includes(sender.service);
  if (byDefault && by.length === 0) return { answer: denied === 'no' ? 'yes' : 'unknown', by };
  const isOpen = by.length > 0 || mayGetUnseen(target.id, view);
  return { answer: isOpen ? 'unknown' : 'no', by };
};

const policyLetsIn = (
  policy: ResourceNode,
  target: ResourceNode,
  action: string,
  sender: Sender,
  view: TemplateView,
): Answer => {
  const documents = documentsOf(policy, view);
  if (documents.length === 0) return 'unknown';
  return anyOf(
    documents.flatMap(({ value, statements }) =>
      isIntrinsic(value) || !isMap(value)
        ? ['unknown' as const]
        : statements.map((statement) => statementLetsIn(statement, target, action, sender, view)),
    ),
  );
};

const statementLetsIn = (
  { value, at }: Choice,
  target: ResourceNode,
  action: string,
  sender: Sender,
  view: TemplateView,
): Answer => {
  if (isIntrinsic(value)) return 'unknown';
  const effect = view.resolve(get(value, 'Effect'));
  if (effect !== undefined && effect !== 'Allow') return 'no';
  if (['NotPrincipal', 'NotAction', 'NotResource'].some((name) => get(value, name) !== undefined)) return 'unknown';
  const takesAction = (item: Json): Answer => {
    const pattern = view.resolve(item);
    if (pattern === undefined) return 'unknown';
    return isString(pattern) && matchesAction(pattern, [action.toLowerCase()]) ? 'yes' : 'no';
  };
  const any = (name: string, answer: (item: Choice) => Answer): Answer =>
    get(value, name) === undefined ? 'unknown' : anyOf(entryItems(value, name, at).map(answer));
  return allOf([
    effect === undefined ? 'unknown' : 'yes',
    any('Principal', (each) => principalTakesIn(each, sender.service, view)),
    any('Action', (each) => takesAction(each.value)),
    any('Resource', (each) => takesIn(arnPattern(each.value, view), target, view)),
    conditionLetsIn(value, sender, view),
  ]);
};

/** Conditions on the source are compared; others are taken to hold for what stands in the same template. */
const conditionLetsIn = (statement: Json, { source, rest }: Sender, view: TemplateView): Answer => {
  const condition = get(statement, 'Condition');
  if (condition === undefined || !source) return 'yes';
  if (!isMap(condition) || isIntrinsic(condition)) return 'unknown';
  const answers: Answer[] = [];
  for (const operator of Object.keys(condition)) {
    if (!/^(ForAnyValue:|ForAllValues:)?(Arn|String)(Equals|Like)/.test(operator)) continue;
    const keys = condition[operator]!;
    for (const key of isMap(keys) && !isIntrinsic(keys) ? Object.keys(keys) : []) {
      if (key.toLowerCase() !== 'aws:sourcearn') continue;
      const values = entryItems(keys, key, undefined);
      answers.push(anyOf(values.map((each) => takesIn(arnPattern(each.value, view), source, view, rest))));
    }
  }
  return allOf(answers);
};
