import { message } from '../../../model/problem.ts';
import { get, isTruthy, type Json, type JsonMap, textOrKind } from '../../../model/tree.ts';
import type { FunctionContext } from '../context.ts';

const BadPassthrough = message(
  'wrong-type',
  'error',
  (found: string) =>
    `'DeploymentPreference.PassthroughCondition' is ${found}; it must be true or false, or a parameter or mapping that gives one of them.`,
);

/** A property of the preference with known references and mappings replaced. */
export const settledIn = (cx: FunctionContext, preference: JsonMap, name: string): Json | undefined => {
  const value = get(preference, name);
  return value === undefined ? undefined : cx.findInMap(cx.resolve(value));
};

/** Whether CodeDeploy is to deploy the function. What is not known before the deployment counts as yes. */
export const isEnabled = (cx: FunctionContext, preference: JsonMap): boolean => {
  const enabled = settledIn(cx, preference, 'Enabled');
  return enabled === undefined || (isTruthy(enabled) && enabled !== 'false' && enabled !== 'False');
};

const yes: ReadonlySet<Json> = new Set([true, 1, 'true', 'True']);
const no: ReadonlySet<Json> = new Set([false, 0, 'false', 'False']);

/** Whether the function's condition is that of its deployment too. */
export const passesCondition = (cx: FunctionContext, preference: JsonMap): boolean => {
  const value = settledIn(cx, preference, 'PassthroughCondition');
  if (value === undefined || no.has(value)) return false;
  if (!yes.has(value)) {
    const found = textOrKind(value);
    cx.report(BadPassthrough(found), cx.at('DeploymentPreference', 'PassthroughCondition'));
  }
  return true;
};
