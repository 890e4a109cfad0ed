import { lambdaDestinationType } from '../../../src/lint/rules/lambda-destination-type.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const destination = (which: string, arn: string, type: string) => `Resources:
  C:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: {FunctionName: f, DestinationConfig: {${which}: {Destination: ${arn}}}}
  B: {Type: ${type}}
`;

const sam = (destinations: string) => samFunction(`EventInvokeConfig:\n  DestinationConfig:\n    ${destinations}`);

tester.run(lambdaDestinationType, {
  valid: [
    destination('OnFailure', '!GetAtt B.Arn', 'AWS::S3::Bucket'),
    destination('OnSuccess', '!GetAtt B.Arn', 'AWS::SQS::Queue'),
    destination('OnSuccess', 'arn:aws:events:eu-west-1:123456789012:event-bus/b', 'AWS::SQS::Queue'),
    destination('OnSuccess', '!GetAtt B.Value', 'AWS::SSM::Parameter'),
    sam('OnSuccess: {Type: SQS}'),
    sam('OnFailure: {Type: S3Bucket, Destination: arn:aws:s3:::b}'),
  ],
  invalid: [
    {
      template: destination('OnSuccess', '!GetAtt B.Arn', 'AWS::S3::Bucket'),
      problems: [{ messageId: 'type', line: 4, column: 80, data: { found: 'AWS::S3::Bucket' } }],
    },
    {
      template: destination('OnFailure', 'arn:aws:kinesis:eu-west-1:123456789012:stream/s', 'AWS::SQS::Queue'),
      problems: [{ messageId: 'arn', line: 4, column: 80, data: { service: 'kinesis' } }],
    },
    {
      template: destination('OnFailure', '!Ref B', 'AWS::SNS::Topic, Properties: {FifoTopic: true}'),
      problems: [{ messageId: 'fifo', line: 4, column: 80 }],
    },
    {
      template: destination('OnFailure', 'arn:aws:sqs:eu-west-1:123456789012:q.fifo', 'AWS::SQS::Queue'),
      problems: [{ messageId: 'fifo', line: 4, column: 80 }],
    },
    {
      template: destination('OnFailure', '!Ref B', 'AWS::SQS::Queue'),
      problems: [{ messageId: 'url', line: 4, column: 80, data: { target: 'B' } }],
    },
    {
      template: sam('OnSuccess: {Type: S3Bucket, Destination: arn:aws:s3:::b}'),
      problems: [{ messageId: 'kind', line: 10, column: 29, data: { found: 'S3Bucket' } }],
    },
    {
      template: sam('OnFailure: {Type: Lambda}'),
      problems: [{ messageId: 'missing', line: 10, column: 11, data: { type: 'Lambda' } }],
    },
    {
      template: sam('OnFailure: {Destination: arn:aws:sqs:eu-west-1:123456789012:q}'),
      problems: [{ messageId: 'noKind', line: 10, column: 11, data: { which: 'OnFailure' } }],
    },
    {
      template: sam('OnFailure: {Type: SQS, Destination: arn:aws:sqs:eu-west-1:123456789012:q.fifo}'),
      problems: [{ messageId: 'fifo', line: 10, column: 47 }],
    },
  ],
});
