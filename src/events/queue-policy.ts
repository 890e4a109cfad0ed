import type { Cause } from '../model/origin.ts';
import type { AnyEventContext } from '../model/plugin.ts';
import type { Json } from '../model/tree.ts';

export interface QueueAccess {
  /** The logical id of the policy. */
  readonly id: string;
  readonly queueArn: Json;
  readonly queueUrl: Json;
  /** Who may send, and on behalf of what. */
  readonly principal: Json;
  readonly sourceArn: Json;
  readonly cause: Cause | undefined;
}

/** Lets a service put messages into a queue. */
export const permitSending = (cx: AnyEventContext, access: QueueAccess): void => {
  const statement = {
    Action: 'sqs:SendMessage',
    Effect: 'Allow',
    Principal: access.principal,
    Resource: access.queueArn,
    Condition: { ArnEquals: { 'aws:SourceArn': access.sourceArn } },
  };
  cx.emit({
    id: access.id,
    type: 'AWS::SQS::QueuePolicy',
    properties: { PolicyDocument: { Version: '2012-10-17', Statement: [statement] }, Queues: [access.queueUrl] },
    attributes: cx.host.inherited,
    cause: access.cause,
  });
};
