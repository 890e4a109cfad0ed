import { allow } from '../model/iam.ts';
import { join } from '../model/intrinsics.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { shallowCopy, stamp } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isString, isTruthy, type Json, type JsonMap, kindOf } from '../model/tree.ts';
import type { MappingContext } from './event-source-mapping.ts';

const NoOnFailure = message(
  'wrong-type',
  'error',
  (found: string) => `'DestinationConfig.OnFailure' is ${found}; it must be a map with the 'Destination'.`,
);
const BadDestinationType = message(
  'wrong-value',
  'error',
  (found: string, allowed: readonly string[], near: string | undefined) =>
    `The 'Type' of 'OnFailure' is ${found}; it must be one of ${allowed.join(', ')}.${didYouMean(near)}`,
);

/** The end of the policy's name and its statements, by kind of destination. None for those that need no permission. */
const permissions: ReadonlyMap<string, ((arn: Json) => { name: string; statements: JsonMap[] }) | undefined> = new Map([
  ['SQS', (arn: Json) => ({ name: 'SQSPolicy', statements: [allow('sqs:SendMessage', arn, undefined)] })],
  ['SNS', (arn: Json) => ({ name: 'SNSPolicy', statements: [allow('sns:publish', arn, undefined)] })],
  [
    'S3',
    (arn: Json) => ({
      name: 'S3Policy',
      statements: [allow('s3:PutObject', join('/', [arn, '*']), undefined), allow('s3:ListBucket', arn, undefined)],
    }),
  ],
  ['Kafka', undefined],
]);

/**
 * Where failed batches go: the mapping's `DestinationConfig`, and the policy that lets the function's role
 * send there when the author says by `Type` what is there.
 */
export const failureDestination = (
  cx: MappingContext,
): { config: JsonMap; policy: JsonMap | undefined } | undefined => {
  const config = cx.props.DestinationConfig;
  if (!isMap(config) || !isTruthy(config)) return undefined;
  const onFailure = get(config, 'OnFailure');
  if (!isMap(onFailure)) return cx.fail(NoOnFailure(kindOf(onFailure)), cx.at('DestinationConfig', 'OnFailure'));
  const type = get(onFailure, 'Type');
  if (!isTruthy(type)) return { config, policy: undefined };
  const at = cx.at('DestinationConfig', 'OnFailure', 'Type');
  if (!isString(type) || !permissions.has(type)) {
    const allowed = [...permissions.keys()];
    const [found, near] = isString(type) ? [`'${type}'`, nearest(type, allowed)] : [kindOf(type), undefined];
    return cx.fail(BadDestinationType(found, allowed, near), at);
  }
  const permission = permissions.get(type)?.(get(onFailure, 'Destination') ?? null);
  const policy = permission && {
    PolicyName: `${cx.id}${permission.name}`,
    PolicyDocument: { Statement: permission.statements },
  };
  return { config: withoutType(config, onFailure), policy: policy && stamp(policy, at) };
};

const withoutType = (config: JsonMap, onFailure: JsonMap): JsonMap => {
  const destination = shallowCopy(onFailure);
  delete destination['Type'];
  const copy = shallowCopy(config);
  copy['OnFailure'] = destination;
  return copy;
};
