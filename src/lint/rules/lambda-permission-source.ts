import { defineRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { insertInto } from '../facts/edits/entry.ts';

const service = /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/;
/** Lambda@Edge copies functions to other accounts' regions under its own names. */
const replicators = /^(edgelambda|replicator\.lambda)\.amazonaws\.com$/;

/** Those that say for which account they call: AWS's guides have them permitted with `SourceAccount`. Most others do not. */
const tellsAccount = /^(s3|iot|logs|ses|config|elasticloadbalancing)\.amazonaws\.com/;

export const lambdaPermissionSource = defineRule({
  id: 'lambda-permission-source',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Service permission without source restriction',
  description:
    'A permission for an AWS service without `SourceArn`, `SourceAccount` or `PrincipalOrgID` lets that service call the function on behalf of any AWS account. Not every service says for which account it calls, EventBridge for one does not: then only `SourceArn` will do. With the others `SourceAccount` is enough; a reference in `SourceArn` to the bucket or target group that calls would make the stack circular, for AWS wants the permission before it. The ARN of a bucket holds no account, so S3 needs `SourceAccount` in any case, and so does every `SourceArn` that shows none.',
  source:
    'cfn-lint W3663; https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
  fixes: { none: 'unsafe', bucket: 'unsafe', account: 'unsafe' },
  messages: {
    none: "Any account can make '{principal}' call the function; add {cure}.",
    bucket: "The name of a bucket can pass to another account: with '{principal}' SourceAccount is needed too.",
    account: 'This SourceArn names no account, so others can have such a source too; name the account in it.',
  },
  example: {
    in: 'permission',
    fails: 'Principal: ‹sns.amazonaws.com›',
    passes: `
Principal: sns.amazonaws.com
SourceArn: !ImportValue topic`,
  },
  on: ['AWS::Lambda::Permission'],
  check(permission, cx) {
    if (!permission.lacks('SourceAccount')) return;
    const found = permission.strings('Principal').find(({ value }) => service.test(value) && !replicators.test(value));
    if (!found) return;
    const principal = found.value;
    const byAccount = tellsAccount.test(principal);
    const cure = byAccount ? "'SourceAccount'" : "'SourceArn'";
    const report = { data: { principal, cure }, fix: byAccount ? withAccount(permission) : undefined };
    if (permission.lacks('SourceArn')) {
      if (permission.lacks('PrincipalOrgID')) cx.report('none', found.at, report);
    } else if (principal === 's3.amazonaws.com') cx.report('bucket', found.at, report);
    else {
      const open = permission.all('SourceArn').find(({ value }) => namesNoAccount(value, cx));
      if (open) cx.report('account', open.at, report);
    }
  },
});

/** Only where the account's part of the ARN is there to be seen. */
const namesNoAccount = (value: Parameters<typeof arnParts>[0], cx: RuleContext): boolean => {
  const parts = arnParts(value, cx);
  return parts?.account !== undefined && !/^\d{12}$/.test(parts.account);
};

const withAccount = (permission: ResourceNode) =>
  insertInto(permission.properties, 'SourceAccount', { Ref: 'AWS::AccountId' });
