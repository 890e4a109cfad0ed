import { idSuffix } from '../../../model/hash.ts';
import { not } from '../../../model/intrinsics.ts';
import type { Cause } from '../../../model/origin.ts';
import { isString } from '../../../model/tree.ts';
import type { FunctionContext } from '../context.ts';

/** CloudFormation takes no longer name. */
const longest = 255;

const conditionName = (name: string, owner: string): string => (name + idSuffix(owner)).slice(0, longest);

/** Adds the opposite of a condition. */
export const negated = (cx: FunctionContext, condition: string, configId: string, at: Cause | undefined): string => {
  const name = conditionName(`NOT${condition}`, configId);
  cx.addCondition(name, not(condition), at);
  return name;
};

/** The condition under which a resource exists that itself has one, and whose function may have one too. */
export const bothConditions = (
  cx: FunctionContext,
  own: string | undefined,
  at: Cause | undefined,
): string | undefined => {
  const { Condition } = cx.inherited;
  if (!isString(Condition)) return own;
  if (own === undefined) return Condition;
  const name = conditionName(`${Condition}AND${own}`, cx.id);
  // The reference wraps both names twice. A stack that exists has the condition in this form.
  const operands = [Condition, own].map((each) => ({ Condition: { Condition: each } }));
  cx.addCondition(name, { 'Fn::And': operands }, at);
  return name;
};
