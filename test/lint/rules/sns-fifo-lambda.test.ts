import { snsFifoLambda } from '../../../src/lint/rules/sns-fifo-lambda.ts';
import { resource, samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

const topic = (properties: string) => resource('AWS::SNS::Topic', properties);

const subscription = (properties: string, fifo = 'true') =>
  resource(
    'AWS::SNS::Subscription',
    properties,
    `  Topic:
    Type: AWS::SNS::Topic
    Properties: {FifoTopic: ${fifo}}
`,
  );

const event = (properties: string) =>
  samEvent(
    'SNS',
    properties,
    `  Topic:
    Type: AWS::SNS::Topic
    Properties: {FifoTopic: true}
`,
  );

tester.run(snsFifoLambda, {
  valid: [
    topic('FifoTopic: true, TopicName: orders.fifo, Subscription: [{Protocol: sqs, Endpoint: a}]'),
    topic('FifoTopic: true'),
    // CloudFormation makes the name.
    topic("FifoTopic: true, TopicName: ''"),
    topic('FifoTopic: !Ref Fifo, TopicName: orders.fifo'),
    topic('FifoTopic: true, TopicName: !Sub "${Name}"'),
    topic('TopicName: orders, Subscription: [{Protocol: lambda, Endpoint: a}]'),
    subscription('TopicArn: !Ref Topic, Protocol: sqs'),
    subscription('TopicArn: !Ref Topic, Protocol: lambda', 'false'),
    subscription('TopicArn: !Ref Topic, Protocol: lambda', '!Ref Fifo'),
    subscription('TopicArn: !If [A, !Ref Topic, !Ref Other], Protocol: lambda'),
    event('Topic: !Ref Topic\nSqsSubscription: true'),
  ],
  invalid: [
    {
      template: topic("FifoTopic: true, TopicName: 'orders'"),
      problems: [{ messageId: 'noSuffix', line: 4, column: 46, endColumn: 54 }],
      output: topic("FifoTopic: true, TopicName: 'orders.fifo'"),
    },
    {
      template: topic('TopicName: orders.fifo'),
      problems: [{ messageId: 'suffix', line: 4, column: 29, endColumn: 40 }],
      output: topic('TopicName: orders'),
    },
    {
      template: topic('FifoTopic: true, TopicName: !Sub "${AWS::StackName}-orders"'),
      problems: [{ messageId: 'noSuffix', line: 4, column: 46 }],
    },
    {
      template: topic('FifoTopic: true, Subscription: [{Protocol: sqs, Endpoint: a}, {Protocol: lambda, Endpoint: b}]'),
      problems: [{ messageId: 'protocol', line: 4, column: 91, endColumn: 97, data: { protocol: 'lambda' } }],
    },
    {
      template: subscription('TopicArn: !Ref Topic, Protocol: email'),
      problems: [{ messageId: 'protocol', line: 4, column: 50, endColumn: 55, data: { protocol: 'email' } }],
    },
    {
      template: subscription('TopicArn: arn:aws:sns:eu-west-1:123456789012:orders.fifo, Protocol: https'),
      problems: [{ messageId: 'protocol', line: 4, column: 86 }],
    },
    {
      template: event('Topic: !Ref Topic'),
      problems: [{ messageId: 'event', line: 12, column: 20, endColumn: 30 }],
    },
  ],
});
