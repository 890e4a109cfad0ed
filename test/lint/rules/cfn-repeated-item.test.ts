import { cfnRepeatedItem } from '../../../src/lint/rules/cfn-repeated-item.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnRepeatedItem, {
  valid: [
    of('AWS::Lambda::Function', 'Architectures: [arm64], Tags: [{Key: a, Value: b}, {Key: c, Value: b}]'),
    of('AWS::Lambda::Function', 'Layers: [a, a]'),
  ],
  invalid: [
    {
      template: of('AWS::ApiGateway::RestApi', 'BinaryMediaTypes: [a/b, a/b]'),
      problems: [{ messageId: 'repeated', line: 4, column: 42, data: { path: 'BinaryMediaTypes[1]', first: 0 } }],
    },
    {
      template: of(
        'AWS::DynamoDB::Table',
        'AttributeDefinitions: [{AttributeName: a, AttributeType: S}, {AttributeName: !Ref A, AttributeType: S}, {AttributeName: !Ref A, AttributeType: S}]',
      ),
      problems: [{ messageId: 'repeated', line: 4, column: 122, data: { first: 1 } }],
    },
  ],
});
