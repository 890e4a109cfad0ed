import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isList, isString, type Json, type JsonMap, type Step } from '../../model/tree.ts';
import { type PatternFault, readFilter } from '../facts/events/filter.ts';
import { scalarField } from '../facts/events/scalar-field.ts';
import { isPlainMap } from '../facts/templates/choices.ts';
import { identityOf } from '../facts/templates/identity.ts';
import { headOf } from '../facts/templates/places.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const maximumKeys = 5;
const maximumCombinations = 150;
const maximumBytes = 262_144;
const policiesPerTopic = 200;

/** The product of how many values each key has, each times its depth; undefined where a list is not there yet. */
const combinationsOf = (policy: JsonMap, depth = 1): number | undefined => {
  let product = 1;
  for (const key of Object.keys(policy)) {
    const value = policy[key]!;
    // The branches of `$or` are counted in ways that are not documented.
    const factor = key === '$or' ? undefined : factorOf(value, depth);
    if (factor === undefined) return undefined;
    product *= factor;
  }
  return product;
};

const factorOf = (value: Json, depth: number): number | undefined => {
  if (isList(value)) return Math.max(1, value.length) * depth;
  return isPlainMap(value) ? combinationsOf(value, depth + 1) : undefined;
};

/** A policy that is written as JSON, which CloudFormation takes too. */
const fromText = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** What is wrong with the filters in the lists of a policy, each with its path. */
const filterFaults = (policy: JsonMap, above: readonly Step[] = []): (PatternFault & { path: readonly Step[] })[] =>
  Object.keys(policy).flatMap((key) => {
    const value = policy[key]!;
    if (isPlainMap(value)) return filterFaults(value, [...above, key]);
    return (isList(value) ? value : []).flatMap((item, index) => {
      const path = [...above, key, index];
      if (!isPlainMap(item)) return [];
      if (key === '$or') return filterFaults(item, path);
      const faults: PatternFault[] = [];
      readFilter(item, undefined, faults);
      return faults.map((fault) => ({ ...fault, path }));
    });
  });

const checkPolicy = (subscription: ResourceNode, cx: RuleContext): void => {
  const logicalId = subscription.id;
  const scopes = subscription.all('FilterPolicyScope');
  const byAttributes =
    scopes.length ===
    subscription.strings('FilterPolicyScope').filter(({ value }) => value === 'MessageAttributes').length;
  for (const { value, at, path } of subscription.all('FilterPolicy')) {
    const policy = isString(value) ? fromText(value) : value;
    if (!isPlainMap(policy)) continue;
    const head = isString(value) ? at : headOf(subscription, path);
    const keys = Object.keys(policy);
    if (keys.length > maximumKeys) {
      const related = [subscription.keyPlace(...path, keys[maximumKeys]!)];
      cx.report('keys', head, { data: { count: keys.length, maximum: maximumKeys }, related, logicalId });
    }
    const combinations = combinationsOf(policy);
    if (combinations !== undefined && combinations > maximumCombinations) {
      cx.report('combinations', head, { data: { combinations, maximum: maximumCombinations }, logicalId });
    }
    const resolved = cx.resolve(policy);
    const bytes = resolved === undefined ? 0 : utf8Length(JSON.stringify(resolved));
    if (bytes > maximumBytes) cx.report('bytes', head, { data: { bytes, maximum: maximumBytes }, logicalId });
    const scalar = scalarField(policy);
    if (scalar !== undefined) {
      const place = isString(value) ? at : subscription.place(...path, ...scalar.path);
      cx.report('scalar', place, { data: scalar.data, logicalId });
    }
    for (const { kind, data, path: below } of filterFaults(policy)) {
      const place = isString(value) ? at : subscription.place(...path, ...below);
      cx.report(kind, place, { data, logicalId });
    }
    const nested = byAttributes ? keys.find((key) => isPlainMap(policy[key])) : undefined;
    if (nested !== undefined) {
      cx.report('nested', subscription.keyPlace(...path, nested), { data: { key: nested }, logicalId });
    }
  }
};

export const snsFilterPolicy = defineTemplateRule({
  id: 'sns-filter-policy',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::SNS::Subscription'],
  title: 'SNS filter policy that SNS refuses',
  description:
    "The keys of a filter policy have lists of values or of filters such as `{prefix: …}` and `{numeric: ['>=', 20, '<', 30]}`. A filter policy has at most five keys, at most 150 combinations (the numbers of values of all keys multiplied, each times the depth of its key) and 256 KB. Only policies on the message body (`FilterPolicyScope: MessageBody`) can be nested. A topic has at most 200 filter policies unless the quota was raised.",
  source: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
  options: { perTopic: { default: policiesPerTopic, doc: 'How many filter policies one topic may have.' } },
  messages: {
    keys: 'The filter policy has {count} keys; at most {maximum} are allowed.',
    combinations: 'The filter policy comes to {combinations} combinations of values; at most {maximum} are allowed.',
    bytes: 'The filter policy takes {bytes} bytes; at most {maximum} are allowed.',
    scalar: "'{name}' is {found} in the filter policy; it must be a list of values: [{value}].",
    empty: '{what} is an empty {kind}, which SNS refuses; remove it.',
    unknownFilter: "There is no filter '{name}'.{near}",
    manyFilters:
      "A filter has one key; '{second}' is not allowed beside '{name}'. Write them as two items of the list.",
    operand: "The filter '{name}' takes {expected}.",
    nested: "'{key}' is nested; filters on message attributes cannot be. Set 'FilterPolicyScope: MessageBody'.",
    perTopic: 'This is filter policy {count} on one topic; without a raised quota a topic takes {maximum}.',
  },
  example: {
    in: 'resources',
    fails: `
Topic: {Type: AWS::SNS::Topic}
Subscription:
  Type: AWS::SNS::Subscription
  Properties:
    TopicArn: !Ref Topic
    Protocol: email
    Endpoint: team@example.com
    ‹FilterPolicy›: {a: [x], b: [x], c: [x], d: [x], e: [x], f: [x]}`,
    passes: `
Topic: {Type: AWS::SNS::Topic}
Subscription:
  Type: AWS::SNS::Subscription
  Properties:
    TopicArn: !Ref Topic
    Protocol: email
    Endpoint: team@example.com
    FilterPolicy: {a: [x], b: [x], c: [x]}`,
  },
  check(cx) {
    const maximum = cx.option<number>('perTopic');
    const counts = new Map<string, number>();
    for (const subscription of cx.resources('AWS::SNS::Subscription')) {
      if (subscription.lacks('FilterPolicy')) continue;
      checkPolicy(subscription, cx);
      const topic = identityOf(subscription.get('TopicArn'), cx);
      const count = (counts.get(topic) ?? 0) + 1;
      counts.set(topic, count);
      if (count !== maximum + 1) continue;
      const place = subscription.keyPlace('FilterPolicy');
      cx.report('perTopic', place, { data: { count, maximum }, level: 'warning', logicalId: subscription.id });
    }
  },
});
