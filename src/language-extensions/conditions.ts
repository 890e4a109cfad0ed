import { get, intrinsicName, isList, isMap, isString, type Json } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import { type Scope, textOf } from './scope.ts';

/** Whether a condition holds; undefined where that is only known at the deployment, or where it refers to itself. */
export const conditionHolds = (name: string, scope: Scope): boolean | undefined => {
  const { decided } = scope;
  if (!decided.has(name)) {
    decided.set(name, undefined);
    decided.set(name, holds(get(scope.conditions, name), scope));
  }
  return decided.get(name);
};

const holds = (value: Json | undefined, scope: Scope): boolean | undefined => {
  const name = intrinsicName(value);
  if (name === undefined || !isMap(value)) return undefined;
  const argument = value[name]!;
  const operands = isList(argument) ? argument : [];
  const each = () => operands.map((operand) => holds(operand, scope));
  switch (name) {
    case 'Condition':
      return isString(argument) ? conditionHolds(argument, scope) : undefined;
    case 'Fn::Equals':
      return operands.length === 2 ? equal(operands[0]!, operands[1]!, scope) : undefined;
    case 'Fn::Not':
      return negated(each()[0]);
    case 'Fn::And':
      return every(each());
    case 'Fn::Or':
      return negated(every(each().map(negated)));
    default:
      return undefined;
  }
};

const negated = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value);

const every = (values: readonly (boolean | undefined)[]): boolean | undefined => {
  if (values.includes(false)) return false;
  return values.length === 0 || values.includes(undefined) ? undefined : true;
};

/** CloudFormation compares scalars by their text. */
const equal = (left: Json, right: Json, scope: Scope): boolean | undefined => {
  const [first, second] = [evaluate(left, scope), evaluate(right, scope)];
  if (first === undefined || second === undefined) return undefined;
  const [one, other] = [comparable(first, scope), comparable(second, scope)];
  return one === undefined || other === undefined ? undefined : one === other;
};

const comparable = (value: Json, scope: Scope): string | undefined => {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const text = JSON.stringify(value);
  return scope.budget.spend(text.length) ? text : undefined;
};
