import { expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.ts';

const template = `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Timeout: 901
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.handler
      Runtime: nodejs22.x
      Policies: [{Statement: [{Effect: Allow, Action: s3, Resource: '*'}]}]
      Events:
        First: {Type: SQS, Properties: {Queue: arn:aws:sqs:eu-west-1:123456789012:q, BatchSize: 10001}}
        Second:
          Type: Kinesis
          Properties:
            Stream: !GetAtt Stream.Arn
            StartingPosition: LATEST
            ParallelizationFactor: 11
  Queue: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}
  Stream: {Type: AWS::Kinesis::Stream}
`;

it('names the resource and event that the author wrote, not what they became', () => {
  const found = lint(template, { path: 'template.yaml' }).problems.filter(({ level }) => level === 'error');
  expect(found.map(({ code, logicalId, eventId }) => [code, logicalId, eventId])).toEqual([
    ['lambda-timeout-range', 'Fn', undefined],
    ['iam-policy-document', 'Fn', undefined],
    ['esm-batch-size', 'Fn', 'First'],
    ['esm-parallelization-factor', 'Fn', 'Second'],
    ['sqs-attribute-range', 'Queue', undefined],
  ]);
});

it('tells once what several resources have from Globals', () => {
  const other =
    'Other: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: index.a, Runtime: nodejs22.x}}';
  const several = template.replace('Resources:\n', `Resources:\n  ${other}\n`);
  const found = lint(several, { path: 'template.yaml' }).problems.filter(({ code }) => code === 'lambda-timeout-range');
  expect(found.map(({ line, column, logicalId }) => [line, column, logicalId])).toEqual([[4, 14, 'Other']]);
});
