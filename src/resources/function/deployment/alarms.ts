import { isNoValue } from '../../../model/intrinsics.ts';
import { carry, shallowCopy, stamp } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import { get, intrinsicName, isList, isTruthy, type Json, type JsonMap, kindOf, newMap } from '../../../model/tree.ts';
import type { FunctionContext } from '../context.ts';

const NotList = message(
  'wrong-type',
  'error',
  (found: string) => `'DeploymentPreference.Alarms' is ${found}; it must be a list of alarm names.`,
);
const MalformedIf = message(
  'invalid-if',
  'error',
  (found: string) => `'Fn::If' takes a condition and two values; found ${found}.`,
);

/** The alarms that stop a deployment, as CodeDeploy takes them; undefined without any. */
export const alarmConfiguration = (cx: FunctionContext, preference: JsonMap): Json | undefined => {
  const alarms = get(preference, 'Alarms');
  if (!isTruthy(alarms) || isNoValue(alarms)) return undefined;
  if (intrinsicName(alarms) !== 'Fn::If') return fromList(cx, alarms!);
  const choice = shallowCopy(alarms as JsonMap);
  const operands = choice['Fn::If']!;
  if (!isList(operands) || operands.length !== 3) {
    const found = isList(operands) ? `a list of ${operands.length}` : kindOf(operands);
    return cx.fail(MalformedIf(found), cx.at('DeploymentPreference', 'Alarms'));
  }
  const chosen = shallowCopy(operands);
  chosen[1] = fromList(cx, operands[1]!);
  chosen[2] = fromList(cx, operands[2]!);
  choice['Fn::If'] = chosen;
  return choice;
};

const fromList = (cx: FunctionContext, alarms: Json): JsonMap => {
  const at = cx.at('DeploymentPreference', 'Alarms');
  if (!isList(alarms)) return cx.fail(NotList(kindOf(alarms)), at);
  if (alarms.length === 0 || isNoValue(alarms[0])) return newMap();
  const named = alarms.map((_, index) => {
    const alarm = newMap();
    carry(alarms, index, alarm, 'Name');
    return alarm;
  });
  return stamp({ Enabled: true, Alarms: named }, at);
};
