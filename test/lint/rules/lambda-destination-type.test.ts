import { lambdaDestinationType } from '../../../src/lint/rules/lambda-destination-type.ts';
import { tester } from '../tester.ts';

const destination = (which: string, arn: string, type: string) => `Resources:
  C:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: {FunctionName: f, DestinationConfig: {${which}: {Destination: ${arn}}}}
  B: {Type: ${type}}
`;

tester.run(lambdaDestinationType, {
  valid: [
    destination('OnFailure', '!GetAtt B.Arn', 'AWS::S3::Bucket'),
    destination('OnSuccess', '!GetAtt B.Arn', 'AWS::SQS::Queue'),
    destination('OnSuccess', 'arn:aws:events:eu-west-1:123456789012:event-bus/b', 'AWS::SQS::Queue'),
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
  ],
});
