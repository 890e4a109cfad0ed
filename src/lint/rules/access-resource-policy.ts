import { defineTemplateRule } from '../../model/rule.ts';
import { callsOf } from '../facts/access/calls.ts';
import { permissionOf } from '../facts/access/permission.ts';
import { permittedTooLate } from '../facts/access/too-late.ts';
import { waitFor } from '../facts/edits/depends-on.ts';

const kinds = {
  queue: { action: 'sqs:SendMessage', policy: 'AWS::SQS::QueuePolicy' },
  topic: { action: 'sns:Publish', policy: 'AWS::SNS::TopicPolicy' },
};

export const accessResourcePolicy = defineTemplateRule({
  id: 'access-resource-policy',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Queue or topic that does not let its sender in',
  description:
    'SNS, S3 and EventBridge send to a queue or topic only where its policy lets them: a statement of an `AWS::SQS::QueuePolicy` or `AWS::SNS::TopicPolicy` for their principal. Dead-letter queues of rules and subscriptions need it as well. S3 tries it and refuses the notification, so there it is an error; elsewhere messages are lost silently. A topic without any policy lets alarms of its account in; with one, that must name `cloudwatch.amazonaws.com`.',
  source: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
  example: {
    in: 'resources',
    fails: `
Orders: {Type: AWS::SNS::Topic}
Invoices: {Type: AWS::SQS::Queue}
Subscription:
  Type: AWS::SNS::Subscription
  Properties: {TopicArn: !Ref Orders, Protocol: sqs, Endpoint: ‹!GetAtt Invoices.Arn›}`,
    passes: `
Orders: {Type: AWS::SNS::Topic}
Invoices: {Type: AWS::SQS::Queue}
Subscription:
  Type: AWS::SNS::Subscription
  Properties: {TopicArn: !Ref Orders, Protocol: sqs, Endpoint: !GetAtt Invoices.Arn}
OrdersMaySend:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Invoices]
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal: {Service: sns.amazonaws.com}
          Action: sqs:SendMessage
          Resource: !GetAtt Invoices.Arn
          Condition: {ArnEquals: {'aws:SourceArn': !Ref Orders}}`,
  },
  fixes: { beside: 'safe' },
  messages: {
    beside:
      "'{permission}' lets {principal} send to '{target}' for {what}, but '{owner}' does not wait for it, and AWS refuses '{owner}' where it is made first; add 'DependsOn: {permission}' to '{owner}'.",
    after:
      "'{permission}' lets {principal} send to '{target}' for {what}, but waits for '{owner}', which AWS refuses until then; let '{owner}' depend on it, and name the account in its condition instead of '{owner}'.",
    missing:
      "{principal} may not send to the {kind} '{target}' for {what}, so {consequence}; let it do {action} in an {policy}.",
  },
  check(cx) {
    for (const call of callsOf(cx)) {
      const { answer, way } = permissionOf(call, cx);
      if (answer !== 'no' || (way !== 'queue' && way !== 'topic')) continue;
      const { sender, what, at, isTried, target } = call;
      const data = {
        principal: `${sender.service}.amazonaws.com`,
        kind: way,
        target: target!.id,
        what,
        consequence: isTried ? `AWS refuses '${sender.owner.id}'` : 'what it sends is lost',
        ...kinds[way],
      };
      const level = isTried ? 'error' : 'warning';
      cx.report('missing', at, { data, level, related: [target!.at], logicalId: sender.owner.id });
    }
    for (const { call, permission, order } of permittedTooLate(cx)) {
      if (call.called) continue;
      const { sender, what, at, target } = call;
      const principal = `${sender.service}.amazonaws.com`;
      const data = { permission: permission.id, principal, target: target!.id, what, owner: sender.owner.id };
      cx.report(order, at, {
        data,
        level: order === 'after' ? 'error' : 'warning',
        related: [permission.at],
        logicalId: sender.owner.id,
        fix: order === 'beside' ? waitFor(permission, sender.owner, cx) : undefined,
      });
    }
  },
});
