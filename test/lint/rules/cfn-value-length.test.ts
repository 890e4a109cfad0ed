import { cfnValueLength } from '../../../src/lint/rules/cfn-value-length.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnValueLength, {
  valid: [
    of('AWS::CertificateManager::Certificate', `DomainName: ${'a'.repeat(52)}.example.com`),
    of(
      'AWS::CertificateManager::Certificate',
      `DomainName: example.com, SubjectAlternativeNames: [${'a'.repeat(60)}.example.com]`,
    ),
    of('AWS::Lambda::Function', 'FunctionName: a, Description: ""'),
    of('AWS::Lambda::Function', 'FunctionName: !Ref Name'),
    of('AWS::Lambda::Function', 'Description: "${file(x)}"'),
    // CloudFormation makes these names where they are empty.
    of('AWS::S3::Bucket', "BucketName: ''"),
    of('AWS::SNS::Topic', "TopicName: ''"),
    of('AWS::IAM::InstanceProfile', "Roles: [a], InstanceProfileName: ''"),
    of('AWS::S3::Bucket', "BucketName: !Ref Name}\nParameters: {Name: {Type: String, Default: ''}"),
  ],
  invalid: [
    {
      template: of('AWS::S3::Bucket', 'BucketName: ab'),
      problems: [{ messageId: 'wrong', line: 4, column: 30, data: { found: 2 } }],
    },
    {
      template: of('AWS::SQS::Queue', "QueueName: ''"),
      problems: [{ messageId: 'wrong', line: 4, column: 29, data: { found: 0 } }],
    },
    {
      template: of('AWS::CertificateManager::Certificate', `DomainName: ${'a'.repeat(53)}.example.com`),
      problems: [{ messageId: 'wrong', line: 4, column: 30, data: { found: 65, bounds: 'at most 64' } }],
    },
    {
      template: of('AWS::Lambda::Function', 'FunctionName: ""'),
      problems: [{ messageId: 'wrong', line: 4, column: 32, data: { found: 0, bounds: 'at least 1' } }],
    },
    {
      template: of('AWS::Lambda::Function', `Description: ${'a'.repeat(257)}`),
      problems: [{ messageId: 'wrong', line: 4, column: 31, data: { found: 257, bounds: 'at most 256' } }],
    },
  ],
});
