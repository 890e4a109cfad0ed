import { type Cause, carry, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isString, isTruthy, type Json, type JsonMap, newMap, textOrKind } from '../../model/tree.ts';
import type { FunctionContext } from './context.ts';

const Incomplete = message(
  'incomplete-dead-letter-queue',
  'error',
  (missing: string) => `'DeadLetterQueue' needs '${missing}'; it must have 'Type' and 'TargetArn'.`,
);
const BadType = message(
  'wrong-value',
  'error',
  (found: string) => `The type of 'DeadLetterQueue' is ${found}; it must be 'SQS' or 'SNS'.`,
);

const actions: ReadonlyMap<string, string> = new Map([
  ['SQS', 'sqs:SendMessage'],
  ['SNS', 'sns:Publish'],
]);

/** What a dead-letter queue asks for: the function's `DeadLetterConfig` and a policy for its role. */
export interface DeadLetter {
  readonly config: JsonMap;
  /** None where the queue is not given rightly. */
  readonly policy: JsonMap | undefined;
}

export const deadLetter = (cx: FunctionContext): DeadLetter | undefined => {
  const queue = cx.props.DeadLetterQueue;
  if (!isTruthy(queue)) return undefined;
  const at = cx.at('DeadLetterQueue');
  const config = stamp(newMap(), at);
  if (isMap(queue!)) carry(queue, 'TargetArn', config);
  return { config, policy: policyOf(cx, queue!, at) };
};

const policyOf = (cx: FunctionContext, queue: Json, at: Cause | undefined): JsonMap | undefined => {
  const missing = ['Type', 'TargetArn'].find((name) => !isTruthy(get(queue, name)));
  if (missing !== undefined) {
    cx.report(Incomplete(missing), at);
    return undefined;
  }
  const type = get(queue, 'Type')!;
  const action = isString(type) ? actions.get(type) : undefined;
  if (action === undefined) {
    cx.report(BadType(textOrKind(type)), cx.at('DeadLetterQueue', 'Type'));
    return undefined;
  }
  const statement: JsonMap = { Action: action, Effect: 'Allow' };
  carry(queue, 'TargetArn', statement, 'Resource');
  const policy: JsonMap = {
    PolicyName: 'DeadLetterQueuePolicy',
    PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
  };
  return stamp(policy, at);
};
