import { certainlyMeant } from '../../model/nearest.ts';
import { defineRule, type Found, type RuleContext } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { isWrittenAt } from '../facts/texts/written-at.ts';

/** The ARN of an AWS managed policy: all in front of its path, the path, the name. */
const ofAws = /^(arn:[^:]*:iam::aws:policy\/)((?:[\w-]+\/)*)([\w+=,.@-]{1,128})$/;

export const iamManagedPolicyArn = defineRule({
  id: 'iam-managed-policy-arn',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Managed policy that is named in the wrong way',
  description:
    'Roles, users and groups name managed policies by their ARNs, with the path that a policy has: `arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`. SAM makes the ARN of the AWS managed policies that it knows by name, and hands other names on as they are. The policies are those of the data that synth has; a name that these do not have is reported only where one of theirs is as good as the same.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html',
  macros: 'silent',
  general: true,
  fixes: { path: 'safe', unknown: 'unsafe' },
  messages: {
    unknown: "The data of synth have no AWS managed policy '{name}'. Did you mean '{near}'?",
    name: "'{found}' is not an ARN of a managed policy; write arn:aws:iam::aws:policy/…, or refer to a policy of the template.",
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
    for (const found of [...owner.strings('ManagedPolicyArns', '*'), ...owner.strings('PermissionsBoundary')]) {
      const { value, at } = found;
      if (value === '' || /\$\{|\{\{/.test(value)) continue;
      if (value === 'AWS::NoValue') cx.report('noValue', at);
      else if (!value.startsWith('arn:')) cx.report('name', at, { data: { found: value } });
      else checkOfAws(found, cx);
    }
  },
});

/** Whether AWS has the policy, and where. It makes new ones, so an unknown name is reported only where a known one is nearly the same. */
const checkOfAws = (found: Found<string>, cx: RuleContext): void => {
  const { value, at } = found;
  const [, start = '', path = '', name] = ofAws.exec(value) ?? [];
  if (name === undefined) return;
  const { declarations } = cx;
  const known = declarations.managedPolicyPath(name);
  const near = known === undefined ? certainlyMeant(name, declarations.managedPolicyNames()) : name;
  if (near === undefined || path === known) return;
  const right = `${start}${declarations.managedPolicyPath(near)}${near}`;
  const fix = isWrittenAt(value, at) ? replaceLiteral(found, right) : undefined;
  if (known === undefined) cx.report('unknown', at, { data: { name, near }, level: 'warning', fix });
  else cx.report('path', at, { data: { right }, fix });
};
