import { getAtt, ifOperands, isNoValue, not } from '../../model/intrinsics.ts';
import { shallowCopy, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { tagList } from '../../model/tags.ts';
import {
  get,
  intrinsicName,
  isList,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
} from '../../model/tree.ts';
import { assumeRolePolicy, awsManagedPolicy, ExecutionRole } from '../../policies/role.ts';
import { xrayPolicy } from '../../policies/xray.ts';
import { samTags } from '../sam-tags.ts';
import type { FunctionContext } from './context.ts';
import { propagatedTags } from './tags.ts';
import { tracingMode } from './tracing.ts';

const MalformedIf = message(
  'malformed-if',
  'error',
  (found: string) => `'Role' is an 'Fn::If' with ${found}; it takes the name of a condition and two values.`,
);

/** The role of a function: the value of its `Role`, and the generated role if it has one. */
export interface FunctionRole {
  readonly value: Json;
  readonly generated: ExecutionRole | undefined;
}

/** The role that the author gives; one is generated where there is none, or under the condition that there is none. */
export const roleOf = (cx: FunctionContext, policies: JsonMap[]): FunctionRole => {
  const given = cx.props.Role;
  const arn = getAtt(`${cx.id}Role`, 'Arn');
  const generate = (condition?: string): ExecutionRole => executionRole(cx, policies, condition);
  if (isNothing(given)) return { value: arn, generated: generate() };
  if (intrinsicName(given) !== 'Fn::If') return { value: given, generated: undefined };

  const choice = cx.resolve(given);
  const operands = ifOperands(choice);
  if (!operands) return cx.fail(MalformedIf(operandsFound(choice)), cx.at('Role'));
  const [condition, then, otherwise] = operands;
  if (isNoValue(then) && isNoValue(otherwise)) return { value: arn, generated: generate() };
  if (!isNoValue(then) && !isNoValue(otherwise)) return { value: choice, generated: undefined };
  if (!isString(condition)) return cx.fail(MalformedIf(`${kindOf(condition)} as its condition`), cx.at('Role'));
  const value = stamp(
    { 'Fn::If': [condition, isNoValue(then) ? arn : then, isNoValue(then) ? otherwise : arn] },
    cx.at('Role'),
  );
  if (isNoValue(then)) return { value, generated: generate(condition) };
  const opposite = `NOT${condition}`;
  cx.addCondition(opposite, not(condition), cx.at('Role'));
  return { value, generated: generate(opposite) };
};

const operandsFound = (choice: Json): string => {
  const operands = get(choice, 'Fn::If');
  return isList(operands) ? `${operands.length} values` : kindOf(operands);
};

const executionRole = (cx: FunctionContext, policies: JsonMap[], condition: string | undefined): ExecutionRole => {
  const { AssumeRolePolicyDocument, PermissionsBoundary, Policies, RolePath, Tags } = cx.props;
  const attributes = shallowCopy(cx.inherited as JsonMap);
  if (condition !== undefined) attributes['Condition'] = condition;
  const propagated = propagatedTags(cx);
  const role = new ExecutionRole({
    id: `${cx.id}Role`,
    assumeRolePolicyDocument: AssumeRolePolicyDocument ?? assumeRolePolicy('lambda.amazonaws.com'),
    managedPolicyArns: managedPolicies(cx),
    policies,
    path: RolePath,
    permissionsBoundary: PermissionsBoundary,
    tags: propagated ? tagList(propagated) : samTags(cx, Tags),
    attributes,
    cause: cx.at('Policies'),
  });
  role.addAuthorPolicies(Policies, cx);
  return role;
};

const managedPolicies = (cx: FunctionContext): Json[] => {
  const { DurableConfig, VpcConfig } = cx.props;
  const basic = isTruthy(DurableConfig) ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole';
  const arns: Json[] = [awsManagedPolicy(cx.partition, `service-role/${basic}`)];
  if (tracingMode(cx) !== undefined) arns.push(xrayPolicy(cx.partition));
  if (isTruthy(VpcConfig)) arns.push(awsManagedPolicy(cx.partition, 'service-role/AWSLambdaVPCAccessExecutionRole'));
  return arns;
};
