import { lambdaRoleTrust } from '../../../src/lint/rules/lambda-role-trust.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const withTrust = (statements: string, more = '') => `Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn}
${more}  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements}
`;

const trusting = (principal: string, action = 'sts:AssumeRole') => `          - Effect: Allow
            Action: ${action}
            Principal: ${principal}`;

tester.run(lambdaRoleTrust, {
  valid: [
    withTrust(trusting('{Service: lambda.amazonaws.com}')),
    withTrust(trusting('{Service: [edgelambda.amazonaws.com, lambda.amazonaws.com]}', "['sts:*']")),
    withTrust(trusting("{Service: !Sub 'lambda.${AWS::URLSuffix}'}")),
    withTrust(trusting('{Service: lambda.amazonaws.com.cn}')),
    // Not the name of a service: the grammar of policies tells.
    withTrust(trusting("{Service: 'lambda.amazon.com'}")),
    withTrust(trusting("'*'")),
    withTrust(trusting("{AWS: '*'}")),
    withTrust(`${trusting('{Service: ec2.amazonaws.com}')}\n          - !If [C, {}, !Ref AWS::NoValue]`),
    withTrust(trusting('{Service: !If [C, ec2.amazonaws.com, lambda.amazonaws.com]}')),
    // Broken grammar is told as that.
    withTrust('          - {Action: sts:AssumeRole, Principal: {Service: ec2.amazonaws.com}}'),
    withTrust('          {}').replace('!GetAtt Role.Arn', '!Ref RoleArn'),
    `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
  Role: {Type: AWS::IAM::Role, Properties: {}}
`,
    `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs24.x}
  Nobody:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: sts:AssumeRole, Principal: {Service: ec2.amazonaws.com}}}}
`,
    // The name of the action is what is wrong here, and is reported as that.
    withTrust(trusting('{Service: lambda.amazonaws.com}', 'sts:AssumeRoles')),
  ],
  invalid: [
    {
      // What comes from one place is reported once.
      template: `Globals:
  Function:
    AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {AWS: '111122223333'}}]}
Resources:
  A: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs24.x}}
  B: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs24.x}}
`,
      problems: [{ messageId: 'none', line: 3, column: 31, data: { functions: "'A', 'B'" } }],
      output: `Globals:
  Function:
    AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}, {Effect: Allow, Action: sts:AssumeRole, Principal: {AWS: '111122223333'}}]}
Resources:
  A: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs24.x}}
  B: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs24.x}}
`,
    },
    {
      template: withTrust(trusting('{Service: ec2.amazonaws.com} # the old one')),
      problems: [
        {
          messageId: 'other',
          line: 13,
          column: 34,
          endColumn: 51,
          level: 'error',
          data: { found: 'ec2.amazonaws.com' },
        },
      ],
      output: withTrust(trusting('{Service: [ec2.amazonaws.com, lambda.amazonaws.com]} # the old one')),
    },
    {
      template: withTrust(trusting("{Service: 'lamda.amazonaws.com'}")),
      problems: [{ messageId: 'other', line: 13, column: 34, data: { found: 'lamda.amazonaws.com' } }],
      output: withTrust(trusting("{Service: 'lambda.amazonaws.com'}")),
    },
    {
      template: withTrust(trusting('\n              Service:\n                - ec2.amazonaws.com')),
      problems: [{ messageId: 'other', line: 15, column: 19, data: { functions: "'Fn'" } }],
      output: withTrust(
        trusting(
          '\n              Service:\n                - lambda.amazonaws.com\n                - ec2.amazonaws.com',
        ),
      ),
    },
    {
      template: withTrust(trusting('{Service: [a.amazonaws.com, b.amazonaws.com]}')),
      problems: [{ messageId: 'none', line: 13, column: 34 }],
      output: withTrust(trusting('{Service: [lambda.amazonaws.com, a.amazonaws.com, b.amazonaws.com]}')),
    },
    {
      // One finding for a role, however many functions have it.
      template: withTrust(
        trusting('{AWS: !Ref AWS::AccountId}'),
        '  Other: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}\n',
      ),
      problems: [{ messageId: 'none', line: 9, column: 7, data: { functions: "'Fn', 'Other'" } }],
      output: withTrust(
        `          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
${trusting('{AWS: !Ref AWS::AccountId}')}`,
        '  Other: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}\n',
      ),
    },
    {
      template: samFunction(
        'AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: sts:AssumeRole, Principal: {Service: "scheduler.amazonaws.com"}}}',
      ),
      problems: [{ messageId: 'other', line: 8, column: 106 }],
      output: samFunction(
        'AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: sts:AssumeRole, Principal: {Service: ["scheduler.amazonaws.com", "lambda.amazonaws.com"]}}}',
      ),
    },
    {
      template: withTrust(trusting('{Service: lambda.amazonaws.com}', 'sts:AssumeRoleWithWebIdentity')),
      problems: [{ messageId: 'action', line: 12, column: 21, data: { found: 'sts:AssumeRoleWithWebIdentity' } }],
      output: withTrust(
        `          - Effect: Allow
            Principal:
              Service: lambda.amazonaws.com
            Action: sts:AssumeRole
${trusting('{Service: lambda.amazonaws.com}', 'sts:AssumeRoleWithWebIdentity')}`,
      ),
    },
  ],
});
