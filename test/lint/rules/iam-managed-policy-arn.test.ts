import { iamManagedPolicyArn } from '../../../src/lint/rules/iam-managed-policy-arn.ts';
import { tester } from '../tester.ts';

const role = (policies: string) => `Resources:
  Worker:
    Type: AWS::IAM::Role
    Properties: {ManagedPolicyArns: ${policies}}
`;

tester.run(iamManagedPolicyArn, {
  valid: [
    role('[arn:aws:iam::aws:policy/job-function/ViewOnlyAccess, arn:aws:iam::aws:policy/OfSomeServiceToCome]'),
    role('[arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole, !Ref Own, !Ref AWS::NoValue]'),
    role(
      '[arn:aws:iam::111122223333:policy/AWSLambdaBasicExecutionRole, arn:aws-cn:iam::aws:policy/AmazonS3FullAccess]',
    ),
    role("['${self:custom.policy}']"),
    'Resources: {User: {Type: AWS::IAM::User, Properties: {PermissionsBoundary: !Ref Boundary}}}\n',
  ],
  invalid: [
    {
      template: role('[arn:aws:iam::aws:policy/AWSLambdaBasicExecutionRol]'),
      problems: [
        {
          messageId: 'unknown',
          level: 'warning',
          line: 4,
          column: 38,
          data: { name: 'AWSLambdaBasicExecutionRol', near: 'AWSLambdaBasicExecutionRole' },
        },
      ],
      output: role('[arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'),
    },
    {
      template: role('[arn:aws-cn:iam::aws:policy/service-role/AmazonS3FullAccess]'),
      problems: [{ messageId: 'path', level: 'error', line: 4, column: 38 }],
      output: role('[arn:aws-cn:iam::aws:policy/AmazonS3FullAccess]'),
    },
    {
      template: role("[!Sub 'arn:${AWS::Partition}:iam::aws:policy/AWSCodeDeployRole']"),
      problems: [{ messageId: 'path', line: 4, column: 38 }],
    },
    {
      template: role('[AmazonS3ReadOnlyAccess]'),
      problems: [{ messageId: 'name', line: 4, column: 38, data: { found: 'AmazonS3ReadOnlyAccess' } }],
    },
    {
      template: role('[!If [C, !Ref P, AWS::NoValue]]'),
      problems: [{ messageId: 'noValue', line: 4, column: 54 }],
    },
    {
      template: role('[arn:aws:iam::aws:policy/AWSLambdaVPCAccessExecutionRole]'),
      problems: [
        {
          messageId: 'path',
          line: 4,
          column: 38,
          data: { right: 'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole' },
        },
      ],
      output: role('[arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole]'),
    },
  ],
});
