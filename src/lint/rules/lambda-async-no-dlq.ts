import { append } from '../../model/lists.ts';
import { defineRule } from '../../model/rule.ts';
import { functionLinks } from '../facts/functions/links.ts';

/** Services that invoke asynchronously. */
const asynchronous = new Set(['s3', 'sns', 'events', 'logs', 'iot'].map((name) => `${name}.amazonaws.com`));

export const lambdaAsyncNoDlq = defineRule({
  id: 'lambda-async-no-dlq',
  level: 'warning',
  category: 'reliability',
  stage: 'expanded',
  title: 'Asynchronous function drops failed events',
  description:
    'S3, SNS, EventBridge, schedules, CloudWatch Logs and IoT invoke asynchronously: after the retries a failed event is gone, unless the function has a failure destination (`EventInvokeConfig`) or a dead-letter queue.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  messages: {
    dropped:
      "{principal} invokes '{id}' asynchronously, and failed events are dropped: set an OnFailure destination or a dead-letter queue.",
  },
  example: {
    in: 'resources',
    fails: `
‹Orders›:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS}}}
    Events:
      Nightly: {Type: Schedule, Properties: {Schedule: rate(1 day)}}`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    const links = functionLinks(cx).get(fn.id);
    if (!links || !fn.lacks('DeadLetterConfig')) return;
    if (links.invokeConfigs.some((config) => !config.lacks('DestinationConfig', 'OnFailure'))) return;
    const triggers = links.permissions.flatMap((permission) =>
      permission
        .strings('Principal')
        .flatMap(({ value }) => (asynchronous.has(value) ? [{ value, at: permission.at }] : [])),
    );
    append(
      triggers,
      links.schedules.map(({ at }) => ({ value: 'scheduler.amazonaws.com', at })),
    );
    const [first] = triggers;
    if (!first) return;
    cx.report('dropped', fn.at, {
      data: { principal: first.value, id: fn.id },
      related: triggers.slice(0, 5).map(({ at }) => at),
    });
  },
});
