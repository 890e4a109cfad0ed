import { allow } from '../../../model/iam.ts';
import { join } from '../../../model/intrinsics.ts';
import { type Cause, stamp } from '../../../model/origin.ts';
import type { Json, JsonMap } from '../../../model/tree.ts';

export const destinationTypes = ['SQS', 'SNS', 'EventBridge', 'Lambda', 'S3Bucket'] as const;
export type DestinationType = (typeof destinationTypes)[number];

const kinds: { readonly [Type in DestinationType]: readonly [name: string, statements: (arn: Json) => JsonMap[]] } = {
  SQS: ['SQS', (arn) => [allow('sqs:SendMessage', arn, undefined)]],
  SNS: ['SNS', (arn) => [allow('sns:publish', arn, undefined)]],
  EventBridge: ['EventBridge', (arn) => [allow('events:PutEvents', arn, undefined)]],
  Lambda: ['Lambda', (arn) => [allow('lambda:InvokeFunction', arn, undefined)]],
  S3Bucket: [
    'S3',
    (arn) => [allow('s3:PutObject', join('/', [arn, '*']), undefined), allow('s3:ListBucket', arn, undefined)],
  ],
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
