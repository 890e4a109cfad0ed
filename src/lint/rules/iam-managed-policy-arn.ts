import { defineRule } from '../../model/rule.ts';

/** AWS managed policies that do not lie at the top: what stands between `policy/` and their names. */
const paths: ReadonlyMap<string, string> = new Map(
  [
    'AmazonAPIGatewayPushToCloudWatchLogs',
    'AmazonECSTaskExecutionRolePolicy',
    'AWSAppSyncPushToCloudWatchLogs',
    'AWSCodeDeployRole',
    'AWSCodeDeployRoleForLambda',
    'AWSCodeDeployRoleForLambdaLimited',
    'AWSLambdaBasicExecutionRole',
    'AWSLambdaDynamoDBExecutionRole',
    'AWSLambdaENIManagementAccess',
    'AWSLambdaKinesisExecutionRole',
    'AWSLambdaMSKExecutionRole',
    'AWSLambdaRole',
    'AWSLambdaSQSQueueExecutionRole',
    'AWSLambdaVPCAccessExecutionRole',
  ].map((name) => [name, `service-role/${name}`]),
);

export const iamManagedPolicyArn = defineRule({
  id: 'iam-managed-policy-arn',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Managed policy that is named in the wrong way',
  description:
    'Roles, users and groups name managed policies by their ARNs, with the path that a policy has: `arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`. SAM makes the ARN of the AWS managed policies that it knows by name, and hands other names on as they are.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  macros: 'silent',
  general: true,
  messages: {
    name: "'{found}' is no ARN of a managed policy; write arn:aws:iam::aws:policy/…, or refer to a policy of the template.",
    noValue: "'AWS::NoValue' is a text here; write '!Ref AWS::NoValue' to leave the policy out.",
    path: "The policy lies elsewhere; write '{right}'.",
  },
  example: {
    in: 'resources',
    fails: `
Worker:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
    ManagedPolicyArns: [‹AWSLambdaBasicExecutionRole›]
`,
    passes: `
Worker:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
    ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]
`,
  },
  on: ['AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::User'],
  check(owner, cx) {
    const found = [...owner.strings('ManagedPolicyArns', '*'), ...owner.strings('PermissionsBoundary')];
    for (const { value, at } of found) {
      if (value === '' || /\$\{|\{\{/.test(value)) continue;
      const [, start, name] = /^(arn:[^:]*:iam::aws:policy\/)([^/]+)$/.exec(value) ?? [];
      const right = name === undefined ? undefined : paths.get(name);
      if (value === 'AWS::NoValue') cx.report('noValue', at);
      else if (!value.startsWith('arn:')) cx.report('name', at, { data: { found: value } });
      else if (right !== undefined) cx.report('path', at, { data: { right: `${start}${right}` } });
    }
  },
});
