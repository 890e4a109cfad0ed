import { iamNameLength } from '../../../src/lint/rules/iam-name-length.ts';
import { tester } from '../tester.ts';

const role = (line: string) => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      ${line}
`;
const policy = (type: string, line: string) => role(line).replace('AWS::IAM::Role', `AWS::IAM::${type}`);
const letters = (count: number) => 'r'.repeat(count);
const trust = (actions: number) =>
  `AssumeRolePolicyDocument: {Statement: {Action: [${letters(9).repeat(actions).replace(/r{9}/g, 'sts:Tag, ')}]}}`;

tester.run(iamNameLength, {
  valid: [
    role(`RoleName: ${letters(64)}`),
    role('RoleName: a_1+=,.@-'),
    role(`RoleName: !Sub '${letters(64)}\${AWS::StackName}'`),
    role('RoleName: !Ref Name'),
    role(`RoleName: '{{resolve:ssm:/a/${letters(64)}}}'`),
    role(`Description: ${letters(1000)}`),
    role('Description: anything goes: here!'.replace(': ', ': "').replace(/$/, '"')),
    role("MaxSessionDuration: '3600'"),
    role('MaxSessionDuration: 43200'),
    role(`Policies: [{PolicyName: ${letters(128)}}]`),
    policy('Policy', `PolicyName: ${letters(128)}`),
    // Here it names a role that is there.
    policy('RolePolicy', `RoleName: ${letters(65)}`),
    role(trust(100)),
    { template: role(trust(250)), options: { trustQuota: 4096 } },
  ],
  invalid: [
    {
      template: role(`RoleName: ${letters(65)}`),
      problems: [
        { messageId: 'length', line: 5, column: 17, endColumn: 82, level: 'error', data: { length: 65, maximum: 64 } },
      ],
    },
    {
      template: role(`RoleName: !Sub '${letters(65)}\${AWS::StackName}'`),
      problems: [{ messageId: 'least', line: 5, column: 17, data: { length: 65 } }],
    },
    {
      template: role("RoleName: !If [C, 'my role', '']"),
      problems: [
        { messageId: 'characters', line: 5, column: 25, data: { found: 'white space' } },
        { messageId: 'empty', line: 5, column: 36, data: { maximum: 64 } },
      ],
    },
    {
      template: role("RoleName: !Sub 'a/${AWS::StackName}'"),
      problems: [{ messageId: 'characters', line: 5, column: 17, data: { found: "'/'" } }],
    },
    {
      template: role(`Policies: [{PolicyName: ${letters(129)}}]`),
      problems: [{ messageId: 'length', line: 5, column: 31, data: { maximum: 128 } }],
    },
    {
      template: policy('ManagedPolicy', 'ManagedPolicyName: "a:b"'),
      problems: [{ messageId: 'characters', line: 5, column: 26 }],
    },
    {
      template: policy('ManagedPolicy', `Description: ${letters(1001)}`),
      problems: [{ messageId: 'length', line: 5, column: 20, data: { property: 'Description', maximum: 1000 } }],
    },
    {
      template: role('MaxSessionDuration: !If [C, 3599, 43201]'),
      problems: [
        { messageId: 'session', line: 5, column: 35, data: { found: 3599, minimum: 3600 } },
        { messageId: 'session', line: 5, column: 41, data: { found: 43201, maximum: 43200 } },
      ],
    },
    {
      template: role(trust(250)),
      problems: [{ messageId: 'trust', line: 5, column: 7, level: 'warning', data: { maximum: 2048 } }],
    },
  ],
});
