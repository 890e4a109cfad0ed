import { type SharedUsage, sharedUsage } from '../../model/channel.ts';
import { byCodePoint } from '../../model/hash.ts';
import { type Attributes, type Contribution, defineFinisher, type FinishContext } from '../../model/plugin.ts';
import { isString, isTruthy, type Json } from '../../model/tree.ts';
import { emitPlan, usagePlanIds } from './usage-plan.ts';

const conditionName = 'SharedUsagePlanCondition';

/** One usage plan and one key for all APIs that share them. The last API decides on the properties of the plan. */
export const sharedUsagePlan = defineFinisher({
  channel: sharedUsage,
  finish(cx, contributions) {
    const items = contributions.map(({ item }) => item);
    const last = items.at(-1)!;
    const [first, ...others] = contributions;
    const related = others.flatMap(({ cause }) => cause ?? []);
    emitPlan(cx, usagePlanIds('Serverless'), {
      apis: items,
      plan: last.plan,
      tags: last.tags,
      attributes: sharedAttributes(cx, contributions),
      cause: first!.cause && { ...first!.cause, related },
    });
  },
});

const sharedAttributes = (cx: FinishContext, contributions: readonly Contribution<SharedUsage>[]): Attributes => {
  const all = contributions.map(({ item }) => item.attributes);
  const attributes: Attributes = {};
  const deletion = prevailing(
    all.map(({ DeletionPolicy }) => DeletionPolicy),
    ['Retain'],
  );
  if (deletion !== undefined) attributes.DeletionPolicy = deletion;
  const replacement = prevailing(
    all.map(({ UpdateReplacePolicy }) => UpdateReplacePolicy),
    ['Retain', 'Snapshot'],
  );
  if (replacement !== undefined) attributes.UpdateReplacePolicy = replacement;
  const conditions = all.map(({ Condition }) => Condition);
  if (conditions.every((condition) => isString(condition))) {
    addCondition(cx, [...new Set(conditions)], contributions[0]!.cause);
    attributes.Condition = conditionName;
  }
  return attributes;
};

/** The strongest policy that was given, or the first of the others. */
const prevailing = (policies: readonly (Json | undefined)[], strong: readonly string[]): Json | undefined =>
  strong.find((policy) => policies.includes(policy)) ?? policies.find((policy) => isTruthy(policy));

/** The shared plan exists if one of its APIs does. */
const addCondition = (cx: FinishContext, names: string[], cause: Contribution<SharedUsage>['cause']): void => {
  const operands = names.sort(byCodePoint).map((name) => ({ Condition: name }));
  cx.addCondition(conditionName, names.length === 1 ? names[0]! : { 'Fn::Or': operands }, cause);
};
