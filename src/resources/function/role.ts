import { assumeRolePolicy, awsManagedPolicy } from '../../model/iam.ts';
import { getAtt, ifOperands, isNoValue, not } from '../../model/intrinsics.ts';
import { lacking, shallowCopy } from '../../model/origin.ts';
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
import { ExecutionRole } from '../../policies/role.ts';
import { xrayPolicy } from '../../policies/xray.ts';
import { propagatedTags, samTags } from '../sam-tags.ts';
import type { FunctionContext } from './context.ts';
import { tracingMode } from './tracing.ts';

const MalformedIf = message(
  'invalid-if',
  'error',
  (found: string) => `'Role' is an 'Fn::If' with ${found}; it takes the name of a condition and two values.`,
);

/** The role of a function: the value of its `Role`, and the generated role if it has one. */
export interface FunctionRole {
  readonly value: Json;
  readonly generated: ExecutionRole | undefined;
}

/** The role that the author gives; without one, or under the condition that it is absent, one is generated. */
export const roleOf = (cx: FunctionContext, policies: JsonMap[]): FunctionRole => {
  const given = cx.props.Role;
  const arn = getAtt(`${cx.id}Role`, 'Arn');
  if (isNothing(given)) return { value: arn, generated: executionRole(cx, policies) };
  if (intrinsicName(given) !== 'Fn::If') return own(cx, given);

  const choice = cx.resolve(given);
  const operands = ifOperands(choice);
  if (!operands) return cx.fail(MalformedIf(operandsFound(choice)), cx.at('Role'));
  const [condition, then, otherwise] = operands;
  if (isNoValue(then) && isNoValue(otherwise)) return { value: arn, generated: executionRole(cx, policies) };
  if (!isNoValue(then) && !isNoValue(otherwise)) return own(cx, choice);
  if (!isString(condition)) return cx.fail(MalformedIf(`${kindOf(condition)} as its condition`), cx.at('Role'));

  const chosen = shallowCopy(get(choice, 'Fn::If') as Json[]);
  chosen[isNoValue(then) ? 1 : 2] = arn;
  const value = shallowCopy(choice as JsonMap);
  value['Fn::If'] = chosen;
  if (isNoValue(then)) return { value, generated: executionRole(cx, policies, condition) };
  const opposite = `NOT${condition}`;
  cx.addCondition(opposite, not(condition), cx.at('Role'));
  return { value, generated: executionRole(cx, policies, opposite) };
};

/** A role of the author's. Faults in the policies of a role that is not generated are reported all the same. */
const own = (cx: FunctionContext, value: Json): FunctionRole => {
  executionRole(cx, []);
  return { value, generated: undefined };
};

const operandsFound = (choice: Json): string => {
  const operands = get(choice, 'Fn::If');
  return isList(operands) ? `${operands.length} values` : kindOf(operands);
};

const executionRole = (cx: FunctionContext, policies: JsonMap[], condition?: string): ExecutionRole => {
  const { AssumeRolePolicyDocument, PermissionsBoundary, Policies, Role, RolePath, Tags } = cx.props;
  const attributes = shallowCopy(cx.inherited as JsonMap);
  if (condition !== undefined) attributes['Condition'] = condition;
  const propagated = propagatedTags(cx);
  const given = !isNothing(Role) ? 'Role' : !isNothing(Policies) ? 'Policies' : undefined;
  const role = new ExecutionRole({
    id: `${cx.id}Role`,
    assumeRolePolicyDocument: AssumeRolePolicyDocument ?? assumeRolePolicy('lambda.amazonaws.com'),
    managedPolicyArns: [],
    policies,
    path: RolePath,
    permissionsBoundary: PermissionsBoundary,
    author: cx.properties,
    tags: propagated ? tagList(propagated) : samTags(cx, Tags),
    attributes,
    cause: given === 'Role' ? cx.at('Role') : lacking(given ? cx.at(given) : cx.cause, 'Role', cx.cause),
  });
  addManagedPolicies(cx, role);
  role.addAuthorPolicies(Policies, cx);
  return role;
};

/** Adds what a function needs to run at all: to log, to trace, to reach a network. */
const addManagedPolicies = (cx: FunctionContext, role: ExecutionRole): void => {
  const service = (name: string): string => awsManagedPolicy(cx.partition, `service-role/${name}`);
  if (isTruthy(cx.props.DurableConfig)) {
    role.addManagedPolicy(service('AWSLambdaBasicDurableExecutionRolePolicy'), cx.at('DurableConfig'));
  } else role.addManagedPolicy(service('AWSLambdaBasicExecutionRole'));
  if (tracingMode(cx) !== undefined) role.addManagedPolicy(xrayPolicy(cx.partition), cx.at('Tracing'));
  if (isTruthy(cx.props.VpcConfig)) {
    role.addManagedPolicy(service('AWSLambdaVPCAccessExecutionRole'), cx.at('VpcConfig'));
  }
};
