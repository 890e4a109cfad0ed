import { cloudfrontFunctionLimits } from '../../../src/lint/rules/cloudfront-function-limits.ts';
import { tester } from '../tester.ts';

const fn = (properties: string) => `Resources: {Fn: {Type: AWS::CloudFront::Function, Properties: {${properties}}}}\n`;
const associations = (event: string) => `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        CacheBehaviors:
          - FunctionAssociations: [{EventType: ${event}, FunctionARN: !GetAtt Fn.FunctionARN}]
`;
const published = (isPublished: boolean) =>
  `${associations('viewer-request')}  Fn: {Type: AWS::CloudFront::Function, Properties: {AutoPublish: ${isPublished}}}\n`;

tester.run(cloudfrontFunctionLimits, {
  valid: [
    fn(
      `FunctionCode: "${'x'.repeat(10_240)}", FunctionConfig: {Runtime: cloudfront-js-2.0, KeyValueStoreAssociations: [a]}`,
    ),
    fn('Name: !Sub "${AWS::StackName}-f", FunctionCode: !Ref Code'),
    associations('viewer-response'),
    published(true),
  ],
  invalid: [
    {
      template: fn(`FunctionCode: "${'é'.repeat(5121)}", Name: ${'n'.repeat(65)}`),
      problems: [
        { messageId: 'code', line: 1, column: 78, data: { value: 10_242 } },
        { messageId: 'name', line: 1, column: 5209, data: { value: 65 } },
      ],
    },
    {
      template: fn('FunctionConfig: {Runtime: nodejs22.x, KeyValueStoreAssociations: [a, b]}'),
      problems: [
        { messageId: 'runtime', line: 1, column: 90, data: { value: 'nodejs22.x' } },
        { messageId: 'stores', line: 1, column: 102, endColumn: 127, data: { value: 2 } },
      ],
    },
    {
      template: published(false),
      problems: [{ messageId: 'stage', line: 7, column: 77, level: 'warning', data: { id: 'Fn' } }],
    },
    {
      template: associations('origin-request'),
      problems: [{ messageId: 'event', line: 7, column: 48, data: { value: 'origin-request' } }],
    },
  ],
});
