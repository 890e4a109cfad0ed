import { functionTypes, machineTypes, tableTypes } from '../../codecs/targets.ts';
import type { Attribute } from '../../language/forms.ts';

/** A metric by a word of the language. */
export interface Metric {
  readonly name: string;
  /** What is taken of a period where the alarm does not say it. */
  readonly statistic: 'Sum' | 'Maximum' | 'Average';
}

/** What one kind of thing is measured by. */
export interface Measured {
  readonly types: readonly string[];
  readonly namespace: string;
  /** The dimension that names it, and what of it that is. */
  readonly dimension: string;
  readonly as: Attribute;
  readonly metrics: Readonly<Record<string, Metric>>;
}

const sum = (name: string): Metric => ({ name, statistic: 'Sum' });
const most = (name: string): Metric => ({ name, statistic: 'Maximum' });
const average = (name: string): Metric => ({ name, statistic: 'Average' });

/** Metrics that AWS services publish of what a file can declare. The words are the language's, the names CloudWatch's. */
export const measured: readonly Measured[] = [
  {
    types: functionTypes,
    namespace: 'AWS/Lambda',
    dimension: 'FunctionName',
    as: 'name',
    metrics: {
      errors: sum('Errors'),
      throttles: sum('Throttles'),
      invocations: sum('Invocations'),
      duration: most('Duration'),
      concurrency: most('ConcurrentExecutions'),
      'iterator-age': most('IteratorAge'),
      'dead-letter-errors': sum('DeadLetterErrors'),
    },
  },
  {
    types: ['AWS::SQS::Queue'],
    namespace: 'AWS/SQS',
    dimension: 'QueueName',
    as: 'name',
    metrics: {
      messages: most('ApproximateNumberOfMessagesVisible'),
      age: most('ApproximateAgeOfOldestMessage'),
      sent: sum('NumberOfMessagesSent'),
      received: sum('NumberOfMessagesReceived'),
    },
  },
  {
    types: tableTypes,
    namespace: 'AWS/DynamoDB',
    dimension: 'TableName',
    as: 'name',
    metrics: {
      'read-throttles': sum('ReadThrottleEvents'),
      'write-throttles': sum('WriteThrottleEvents'),
      'system-errors': sum('SystemErrors'),
    },
  },
  {
    types: machineTypes,
    namespace: 'AWS/States',
    dimension: 'StateMachineArn',
    as: 'arn',
    metrics: {
      failures: sum('ExecutionsFailed'),
      timeouts: sum('ExecutionsTimedOut'),
      aborts: sum('ExecutionsAborted'),
      throttles: sum('ExecutionThrottled'),
    },
  },
  {
    types: ['AWS::SNS::Topic'],
    namespace: 'AWS/SNS',
    dimension: 'TopicName',
    as: 'name',
    metrics: { failures: sum('NumberOfNotificationsFailed'), published: sum('NumberOfMessagesPublished') },
  },
  {
    types: ['AWS::Kinesis::Stream'],
    namespace: 'AWS/Kinesis',
    dimension: 'StreamName',
    as: 'name',
    metrics: {
      'iterator-age': most('GetRecords.IteratorAgeMilliseconds'),
      'read-throttles': sum('ReadProvisionedThroughputExceeded'),
      'write-throttles': sum('WriteProvisionedThroughputExceeded'),
    },
  },
  {
    types: ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api'],
    namespace: 'AWS/ApiGateway',
    dimension: 'ApiId',
    as: 'id',
    metrics: { errors: sum('5xx'), 'client-errors': sum('4xx'), requests: sum('Count'), latency: average('Latency') },
  },
  {
    types: ['AWS::Events::Rule'],
    namespace: 'AWS/Events',
    dimension: 'RuleName',
    as: 'name',
    metrics: { failures: sum('FailedInvocations'), triggered: sum('TriggeredRules') },
  },
];

const byType = new Map(measured.flatMap((each) => each.types.map((type) => [type, each] as const)));

export const measuredOfType = (type: string): Measured | undefined => byType.get(type);
