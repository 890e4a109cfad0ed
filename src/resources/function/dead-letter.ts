import { carry, stamp } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isString, isTruthy, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import type { FunctionContext } from './context.ts';

const Incomplete = message(
  'incomplete-dead-letter-queue',
  'error',
  (missing: string) => `'DeadLetterQueue' needs '${missing}'; it must have 'Type' and 'TargetArn'.`,
);
const BadType = message(
  'invalid-dead-letter-queue-type',
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
  readonly policy: JsonMap;
}

export const deadLetter = (cx: FunctionContext): DeadLetter | undefined => {
  const queue = cx.props.DeadLetterQueue;
  if (!isTruthy(queue)) return undefined;
  const at = cx.at('DeadLetterQueue');
  for (const name of ['Type', 'TargetArn']) if (!isTruthy(get(queue!, name))) return cx.fail(Incomplete(name), at);
  const type = get(queue!, 'Type')!;
  const action = isString(type) ? actions.get(type) : undefined;
  if (action === undefined) {
    return cx.fail(BadType(isString(type) ? `'${type}'` : kindOf(type)), cx.at('DeadLetterQueue', 'Type'));
  }
  const config = stamp(newMap(), at);
  carry(queue!, 'TargetArn', config);
  const statement: JsonMap = { Action: action, Effect: 'Allow' };
  carry(queue!, 'TargetArn', statement, 'Resource');
  const policy: JsonMap = {
    PolicyName: 'DeadLetterQueuePolicy',
    PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
  };
  return { config, policy: stamp(policy, at) };
};
