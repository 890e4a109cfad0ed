import { eventsAwsSourceBus } from '../../../src/lint/rules/events-aws-source-bus.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const rule = (properties: string, more = '', bus = '') => `Parameters: {Name: {Type: String}}
Resources:
  Shop: {Type: AWS::Events::EventBus, Properties: {Name: shop${bus}}}
  Rule: {Type: AWS::Events::Rule, Properties: {${properties}}}
${more}`;
const onBus = (pattern: string, more = '', bus = '') =>
  rule(`EventBusName: !Ref Shop, EventPattern: ${pattern}`, more, bus);

tester.run(eventsAwsSourceBus, {
  valid: [
    rule('EventPattern: {source: [aws.ec2]}'),
    rule('EventBusName: default, EventPattern: {source: [aws.ec2]}'),
    rule('EventBusName: !Ref Name, EventPattern: {source: [aws.ec2]}'),
    onBus('{source: [shop.orders]}'),
    onBus('{source: [aws.ec2, shop.orders]}'),
    onBus('{source: [{prefix: aws.}]}'),
    onBus('{source: [aws.partner/example.com/a]}'),
    onBus('{source: [!Ref Name]}'),
    onBus('{detail-type: [a]}'),
    onBus('{source: [aws.ec2]}', '', ', EventSourceName: aws.partner/a'),
    onBus('{source: [aws.ec2]}', '', ', Policy: {Statement: []}'),
    onBus('{source: [aws.ec2]}', '  Policy: {Type: AWS::Events::EventBusPolicy, Properties: {StatementId: a}}\n'),
    onBus(
      '{source: [aws.ec2]}',
      '  Forward: {Type: AWS::Events::Rule, Properties: {EventPattern: {source: [aws.ec2]}, Targets: [{Id: a, Arn: !GetAtt Shop.Arn}]}}\n',
    ),
  ],
  invalid: [
    marked(onBus('{source: ‹[aws.ec2]›}'), { messageId: 'custom', data: { source: 'aws.ec2', bus: 'Shop' } }),
    marked(
      rule('EventBusName: !GetAtt Shop.Name, EventPattern: {source: ‹[aws.s3, aws.ec2]›, detail-type: [a]}'),
      'custom',
    ),
    marked(onBus('{source: !If [Live, ‹[aws.ec2]›, [shop.orders]]}'), 'custom'),
  ],
});
