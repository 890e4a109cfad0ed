import { edgeUnsupportedFeatures } from '../../../src/lint/rules/edge-unsupported-features.ts';
import { distribution, edgeFunction } from '../edge.ts';
import { tester } from '../tester.ts';

const withFunction = (...lines: string[]) => distribution('!Ref Fn.Version', edgeFunction(...lines));

tester.run(edgeUnsupportedFeatures, {
  valid: [
    withFunction('Tracing: PassThrough', 'EphemeralStorage: {Size: 512}', 'Architectures: [x86_64]'),
    distribution('!Ref Other', edgeFunction('Layers: [x]', 'Tracing: Active')),
    withFunction().replace('Runtime: nodejs22.x', 'Role: arn:aws:iam::111122223333:role/r\n      Runtime: python3.13'),
  ],
  invalid: [
    {
      template: withFunction(
        'Environment: {Variables: {A: b}}',
        'Layers: [x]',
        'Tracing: Active',
        'Architectures: [arm64]',
      ),
      problems: [
        { messageId: 'feature', line: 19, column: 21, level: 'error', data: { feature: 'environment variables' } },
        { messageId: 'feature', line: 20, column: 7, data: { feature: 'layers' } },
        { messageId: 'feature', line: 22, column: 23, data: { feature: 'arm64' } },
        { messageId: 'feature', line: 21, column: 16, data: { feature: 'active tracing' } },
      ],
    },
    {
      template: withFunction(
        'VpcConfig: {SubnetIds: [a], SecurityGroupIds: [b]}',
        'ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}',
        'DeadLetterQueue: {Type: SQS, TargetArn: arn}',
        'RuntimeManagementConfig: {UpdateRuntimeOn: FunctionUpdate}',
      ).replace('nodejs22.x', 'java21'),
      problems: [
        { messageId: 'feature', line: 19, column: 7, data: { feature: 'a VPC' } },
        { messageId: 'feature', line: 14, column: 16, data: { feature: 'the runtime java21' } },
        { messageId: 'feature', line: 20, column: 7, data: { feature: 'provisioned concurrency' } },
        { messageId: 'feature', line: 21, column: 7, data: { feature: 'dead-letter' } },
        { messageId: 'feature', line: 22, column: 50, data: { feature: "other than 'Auto'" } },
      ],
    },
    {
      template: withFunction(
        'EphemeralStorage: {Size: 1024}',
        'KmsKeyArn: arn',
        'FileSystemConfigs: [{Arn: arn, LocalMountPath: /mnt/a}]',
      ),
      problems: [
        { messageId: 'feature', line: 19, column: 32, level: 'warning', data: { feature: 'storage' } },
        { messageId: 'feature', line: 21, column: 7, level: 'warning', data: { feature: 'file systems' } },
        { messageId: 'feature', line: 20, column: 7, level: 'warning', data: { feature: 'a KMS key' } },
      ],
    },
    {
      template: withFunction().replace(', edgelambda.amazonaws.com', ''),
      problems: [{ messageId: 'trust', line: 16, column: 7, data: { service: 'edgelambda.amazonaws.com' } }],
    },
    {
      template: distribution(
        '!Ref V',
        `  Fn: {Type: AWS::Lambda::Function, Properties: {PackageType: Image, Role: !GetAtt Role.Arn}}
  V: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Fn}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: 'sts:*', Principal: {Service: edgelambda.amazonaws.com}}}
`,
      ),
      problems: [
        { messageId: 'feature', line: 9, column: 63, data: { feature: 'container images' } },
        { messageId: 'trust', line: 14, column: 7, data: { role: 'Role', service: 'lambda.amazonaws.com' } },
      ],
    },
  ],
});
