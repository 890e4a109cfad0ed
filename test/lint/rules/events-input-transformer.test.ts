import { eventsInputTransformer } from '../../../src/lint/rules/events-input-transformer.ts';
import { tester } from '../tester.ts';

const rule = (input: string) => `Resources:
  Placed:
    Type: AWS::Events::Rule
    Properties: {EventPattern: {source: [a]}, Targets: [{Id: a, Arn: !ImportValue b, ${input}}]}
`;
const transformer = (template: string, paths = 'InputPathsMap: {id: $.detail.id, user_id: "$"}, ') =>
  rule(`InputTransformer: {${paths}InputTemplate: ${template}}`);
const event = (path: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: x
      Events:
        Placed: {Type: EventBridgeRule, Properties: {Pattern: {source: [a]}, InputPath: ${path}}}
`;

tester.run(eventsInputTransformer, {
  valid: [
    rule('InputPath: $.detail'),
    rule("InputPath: '$'"),
    rule('InputPath: !Ref Path'),
    transformer(`'{"id": <id>, "user": "<user_id>", "all": <aws.events.event.json>}'`),
    transformer(`'"<aws.events.rule-name> at <aws.events.event.ingestion-time>"'`, ''),
    transformer(`'"<b>Order</b> 1 < 2"'`),
    transformer("'<other>'", 'InputPathsMap: !Ref Paths, '),
    transformer('!Ref Template'),
    event('$.detail'),
  ],
  invalid: [
    {
      template: transformer(`'{"id": <idd>}'`),
      problems: [
        { messageId: 'placeholder', line: 4, column: 168, data: { name: 'idd', near: " Did you mean 'id'?" } },
      ],
    },
    {
      template: transformer(`'"<id> by <user>"'`, 'InputPathsMap: {id: $.id}, '),
      problems: [{ messageId: 'placeholder', line: 4, column: 147, data: { name: 'user' } }],
    },
    {
      template: transformer("'<id>'", 'InputPathsMap: {id: detail.id}, '),
      problems: [{ messageId: 'path', line: 4, column: 125, data: { path: 'detail.id' } }],
    },
    { template: event('detail'), problems: [{ messageId: 'path', line: 10, column: 89 }] },
  ],
});
