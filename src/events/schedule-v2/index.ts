import { allow } from '../../model/iam.ts';
import { carry, stamp } from '../../model/origin.ts';
import { type AnyEventContext, defineEvent } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isTruthy, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { boolean, literal, map, strict, string } from '../../schema/property.ts';
import { deadLetterConfigShape, deadLetterQueue } from '../dead-letter-queue.ts';
import { emitServiceRole, inlinePolicy, startExecution } from '../service-role.ts';

const NameOmitted = message(
  'exclusive-properties',
  'error',
  () => "'Name' names the schedule and 'OmitName' leaves it without a name; keep one of them.",
);

export const scheduleV2 = defineEvent({
  type: 'ScheduleV2',
  hosts: ['function', 'stateMachine'],
  properties: {
    ScheduleExpression: strict(string, 'When: rate(…), cron(…) or at(…).', {
      required: true,
      to: 'ScheduleExpression',
    }),
    ScheduleExpressionTimezone: strict(string, 'The time zone of the expression.', {
      to: 'ScheduleExpressionTimezone',
    }),
    FlexibleTimeWindow: strict(map, 'How far from the exact time it may start; not at all without it.'),
    StartDate: strict(string, 'When the schedule begins.', { to: 'StartDate' }),
    EndDate: strict(string, 'When it ends.', { to: 'EndDate' }),
    Name: strict(string, 'The name of the schedule; the logical id without it.'),
    OmitName: literal(boolean, 'Leaves the name to CloudFormation.'),
    GroupName: strict(string, 'The schedule group.', { to: 'GroupName' }),
    State: strict(string, 'ENABLED or DISABLED.'),
    Description: strict(string, 'The description of the schedule.', { to: 'Description' }),
    KmsKeyArn: strict(string, 'The key that encrypts the input.', { to: 'KmsKeyArn' }),
    Input: strict(string, 'The text that is sent.'),
    RoleArn: strict(string, 'The role the scheduler takes; one is generated without it.'),
    PermissionsBoundary: strict(string, 'The permissions boundary of the generated role.'),
    DeadLetterConfig: strict(
      deadLetterConfigShape,
      'Where calls go that failed: `Arn`, or `Type: SQS` for a new queue.',
    ),
    RetryPolicy: strict(map, 'How often and how long delivery is tried.'),
  },
  attach(cx) {
    const properties = cx.passed();
    if (isTruthy(cx.props.State)) carry(cx.properties, 'State', properties);
    setName(cx, properties);
    properties['FlexibleTimeWindow'] = { Mode: 'OFF' };
    if (isTruthy(cx.props.FlexibleTimeWindow)) carry(cx.properties, 'FlexibleTimeWindow', properties);
    properties['Target'] = target(cx);
    cx.emit({
      id: cx.id,
      type: 'AWS::Scheduler::Schedule',
      properties,
      attributes: cx.host.inherited,
      cause: cx.cause,
    });
  },
});

const setName = (cx: AnyEventContext, schedule: JsonMap): void => {
  const isNamed = isTruthy(get(cx.properties, 'Name'));
  if (isTruthy(get(cx.properties, 'OmitName'))) {
    if (isNamed) cx.report(NameOmitted(), cx.at('OmitName'));
  } else if (isNamed) carry(cx.properties, 'Name', schedule);
  else schedule['Name'] = cx.id;
};

const target = (cx: AnyEventContext): JsonMap => {
  const entry = newMap();
  entry['Arn'] = cx.host.arn;
  const queue = deadLetterQueue(cx);
  if (isTruthy(get(cx.properties, 'RoleArn'))) carry(cx.properties, 'RoleArn', entry);
  else entry['RoleArn'] = schedulerRole(cx, queue?.arn);
  for (const name of ['Input', 'RetryPolicy']) carry(cx.properties, name, entry);
  if (queue) entry['DeadLetterConfig'] = queue.config;
  return entry;
};

const schedulerRole = (cx: AnyEventContext, queueArn: Json | undefined): Json => {
  const invoke =
    cx.host.kind === 'stateMachine'
      ? startExecution(cx, cx.id)
      : inlinePolicy(`${cx.id}LambdaPolicy`, allow('lambda:InvokeFunction', cx.host.arn, cx.cause));
  const policies = [invoke];
  if (isTruthy(queueArn)) {
    const cause = cx.at('DeadLetterConfig');
    policies.push(stamp(inlinePolicy(`${cx.id}SQSPolicy`, allow('sqs:SendMessage', queueArn!, cause)), cause));
  }
  return emitServiceRole(cx, 'scheduler.amazonaws.com', policies, cx.properties, 'RoleArn');
};
