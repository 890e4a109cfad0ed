import { fnIf, isNoValue } from '../../../model/intrinsics.ts';
import { type Cause, stamp } from '../../../model/origin.ts';
import { message } from '../../../model/problem.ts';
import {
  get,
  intrinsicName,
  isList,
  isNothing,
  isString,
  type Json,
  type JsonMap,
  kindOf,
  textOrKind,
} from '../../../model/tree.ts';
import type { FunctionContext } from '../context.ts';
import { bothConditions, negated } from './conditions.ts';
import { emitGenerated, generatedTypes } from './generated.ts';
import { type DestinationType, destinationTypes, sendPolicy } from './policy.ts';

const BadType = message(
  'wrong-value',
  'error',
  (found: string) => `The type of a destination is ${found}; it must be ${destinationTypes.join(', ')}.`,
);
const NoDestination = message(
  'missing-destination',
  'error',
  (type: string) =>
    `A destination of type ${type} needs 'Destination'; only for ${generatedTypes.join(' and ')} may it be left out, to have one created.`,
);
const MalformedIf = message(
  'invalid-if',
  'error',
  (found: string) => `'Destination' is an 'Fn::If' with ${found}; it takes the name of a condition and two values.`,
);

/** What an asynchronous invocation can end in. */
export const outcomes = ['OnSuccess', 'OnFailure'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Destination {
  readonly arn: Json;
  /** None where the destination is not given rightly. */
  readonly policy?: JsonMap;
}

/**
 * Where the results of one outcome go. A queue or topic is made where the author gives none.
 * @returns undefined where nothing is given that could be one
 */
export const destinationOf = (
  cx: FunctionContext,
  wanted: JsonMap,
  configId: string,
  outcome: Outcome,
): Destination | undefined => {
  const at = (...path: string[]): Cause | undefined =>
    cx.at('EventInvokeConfig', 'DestinationConfig', outcome, ...path);
  const type = get(wanted, 'Type');
  const given = get(wanted, 'Destination');
  if (!isDestinationType(type)) {
    cx.report(BadType(textOrKind(type)), at('Type'));
    return isNothing(given) ? undefined : { arn: given! };
  }
  const prefix = configId + outcome;
  const missing = whenMissing(cx, given, configId, at('Destination'));
  if (!missing) return { arn: given!, policy: sendPolicy(type, given!, prefix, at()) };

  if (!generatedTypes.includes(type)) {
    cx.report(NoDestination(type), at());
    return undefined;
  }
  const { condition, otherwise } = missing;
  const generated = emitGenerated(cx, type, prefix, bothConditions(cx, condition, at()), at());
  const arn = condition === undefined ? generated : stamp(fnIf(condition, generated, otherwise!), at('Destination'));
  return { arn, policy: sendPolicy(type, arn, prefix, at()) };
};

const isDestinationType = (type: Json | undefined): type is DestinationType =>
  (destinationTypes as readonly (Json | undefined)[]).includes(type);

/** That a destination is not given: always, or under a condition. */
interface Missing {
  readonly condition?: string;
  /** The destination that is given when the condition does not hold. */
  readonly otherwise?: Json;
}

const whenMissing = (
  cx: FunctionContext,
  given: Json | undefined,
  configId: string,
  at: Cause | undefined,
): Missing | undefined => {
  if (isNothing(given)) return {};
  if (intrinsicName(given) !== 'Fn::If') return undefined;
  const operands = get(given, 'Fn::If');
  if (!isList(operands) || operands.length !== 3) {
    return cx.fail(MalformedIf(isList(operands) ? `${operands.length} values` : kindOf(operands)), at, configId);
  }
  const [condition, then, otherwise] = operands as [Json, Json, Json];
  if (isNoValue(then) === isNoValue(otherwise)) return undefined;
  if (!isString(condition)) return cx.fail(MalformedIf(`${kindOf(condition)} as its condition`), at, configId);
  if (isNoValue(then)) return { condition, otherwise };
  return { condition: negated(cx, condition, configId, at), otherwise: then };
};
