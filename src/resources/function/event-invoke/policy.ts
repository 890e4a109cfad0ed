import { join } from '../../../model/intrinsics.ts';
import { type Cause, stamp } from '../../../model/origin.ts';
import type { Json, JsonMap } from '../../../model/tree.ts';

export const destinationTypes = ['SQS', 'SNS', 'EventBridge', 'Lambda', 'S3Bucket'] as const;
export type DestinationType = (typeof destinationTypes)[number];

const allow = (action: string, resource: Json): JsonMap => ({ Action: action, Effect: 'Allow', Resource: resource });

const kinds: { readonly [Type in DestinationType]: readonly [name: string, statements: (arn: Json) => JsonMap[]] } = {
  SQS: ['SQS', (arn) => [allow('sqs:SendMessage', arn)]],
  SNS: ['SNS', (arn) => [allow('sns:publish', arn)]],
  EventBridge: ['EventBridge', (arn) => [allow('events:PutEvents', arn)]],
  Lambda: ['Lambda', (arn) => [allow('lambda:InvokeFunction', arn)]],
  S3Bucket: ['S3', (arn) => [allow('s3:PutObject', join('/', [arn, '*'])), allow('s3:ListBucket', arn)]],
};

/** The inline policy by which a role may send to a destination. */
export const sendPolicy = (type: DestinationType, arn: Json, prefix: string, cause: Cause | undefined): JsonMap => {
  const [name, statements] = kinds[type];
  const policy: JsonMap = {
    PolicyName: `${prefix}${name}Policy`,
    PolicyDocument: { Statement: statements(arn) },
  };
  return stamp(policy, cause);
};
