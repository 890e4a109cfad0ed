import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { leastPolicySize } from '../facts/policies/size.ts';
import { gap, partialText, withoutGaps } from '../facts/texts/partial-text.ts';

const roleNameMaximum = 64;
const policyNameMaximum = 128;
const descriptionMaximum = 1000;
const sessionMinimum = 3600;
const sessionMaximum = 43_200;
const trustQuota = 2048;

const allowed = /^[\w+=,.@-]*$/;

export const iamNameLength = defineRule({
  id: 'iam-name-length',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'IAM name limits',
  description:
    'The name of a role has 1 to 64 characters, that of a policy 1 to 128: letters, digits and `_+=,.@-`. A description has at most 1,000 characters, and `MaxSessionDuration` is 3,600 to 43,200 seconds. A trust policy longer than 2,048 characters without white space (set `trustQuota` where the quota of your account is another one) is a warning. What is known only at deploy time counts nothing here.',
  source: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
  options: { trustQuota: { default: trustQuota, doc: 'How many characters a trust policy of your account may have.' } },
  messages: {
    empty: "'{property}' is empty; remove it, or give 1 to {maximum} characters.",
    length: "'{property}' has {length} characters; at most {maximum} are allowed.",
    least:
      "'{property}' has at least {length} characters, what is known only at deploy time not counted; at most {maximum} are allowed.",
    characters: "'{property}' has {found}; only letters, digits and _+=,.@- are allowed.",
    session: "'MaxSessionDuration' is {found}; it must be between {minimum} and {maximum} seconds.",
    trust: 'The trust policy has at least {length} characters; without a raised quota {maximum} are allowed.',
  },
  example: {
    in: 'resources',
    fails: `
Role:
  Type: AWS::IAM::Role
  Properties:
    RoleName: ‹orders-orders-orders-orders-orders-orders-orders-orders-orders-orders-x›
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]`,
    passes: `
Role:
  Type: AWS::IAM::Role
  Properties:
    RoleName: orders
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]`,
  },
  on: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'],
  check(node, cx) {
    checkName(node, ['RoleName'], node.type === 'AWS::IAM::Role' ? roleNameMaximum : undefined, cx);
    checkName(node, ['PolicyName'], policyNameMaximum, cx);
    checkName(node, ['Policies', '*', 'PolicyName'], policyNameMaximum, cx);
    checkName(node, ['ManagedPolicyName'], policyNameMaximum, cx);
    for (const { value, at } of node.all('Description')) checkLength('Description', value, at, descriptionMaximum, cx);
    for (const { value, at } of node.numbers('MaxSessionDuration')) {
      if (value >= sessionMinimum && value <= sessionMaximum) continue;
      cx.report('session', at, { data: { found: value, minimum: sessionMinimum, maximum: sessionMaximum } });
    }
    checkTrust(node, cx);
  },
});

const checkName = (node: ResourceNode, path: string[], maximum: number | undefined, cx: RuleContext): void => {
  // Elsewhere it names a role that is there already.
  if (maximum === undefined) return;
  const property = path.at(-1)!;
  for (const { value, at } of node.all(...path)) {
    const text = partialText(value, cx);
    if (text === undefined || text.includes('{{resolve:')) continue;
    if (text === '') cx.report('empty', at, { data: { property, maximum } });
    const wrong = [...withoutGaps(text)].find((character) => !allowed.test(character));
    if (wrong !== undefined) {
      const found = /\s/.test(wrong) ? 'white space in it' : `'${wrong}' in it`;
      cx.report('characters', at, { data: { property, found } });
    } else checkLength(property, value, at, maximum, cx);
  }
};

const checkLength = (
  property: string,
  value: Parameters<typeof partialText>[0],
  at: Parameters<RuleContext['report']>[1],
  maximum: number,
  cx: RuleContext,
): void => {
  const text = partialText(value, cx);
  if (text === undefined || text.includes('{{resolve:')) return;
  const { length } = withoutGaps(text);
  if (length > maximum) {
    cx.report(text.includes(gap) ? 'least' : 'length', at, { data: { property, length, maximum } });
  }
};

const checkTrust = (node: ResourceNode, cx: RuleContext): void => {
  const maximum = cx.option<number>('trustQuota');
  const length = leastPolicySize(node.get('AssumeRolePolicyDocument'), cx);
  if (length <= maximum) return;
  cx.report('trust', node.keyPlace('AssumeRolePolicyDocument'), { data: { length, maximum }, level: 'warning' });
};
