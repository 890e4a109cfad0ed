import { nearest } from '../../model/nearest.ts';
import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { partitionOf, partitions } from '../facts/arns/partitions.ts';
import { type ArnValue, arnValues } from '../facts/arns/properties.ts';
import { elided, gap, partialText } from '../facts/texts/partial-text.ts';

const parts = 6;
/** Accounts that are AWS itself. */
const ownAccounts: ReadonlySet<string> = new Set(['', 'aws', 'aws-managed', 'cloudfront']);

type Fault = readonly [messageId: string, data: Readonly<Record<string, string>>, level?: 'warning'];

/** Whether a part of an ARN is known and no pattern. */
const isLiteral = (part: string): boolean => !part.includes(gap) && !/[*?]/.test(part);

/** Whether the Region is that of the deployment, which may only be assumed. */
const isOfDeployment = (value: Json): boolean =>
  typeof value === 'object' && JSON.stringify(value).includes('AWS::Region');

const faultOf = (text: string, { value, conditional }: ArnValue, cx: RuleContext): Fault | undefined => {
  const shown = elided(text);
  const [, partition = '', , region = '', account = '', ...rest] = text.split(':');
  if (rest.length === 0 || rest.join(':') === '') {
    return text.includes(gap) || text.includes('*') ? undefined : ['short', { arn: shown, parts: String(parts) }];
  }
  if (isLiteral(partition)) {
    if (!partitions.has(partition)) {
      const near = nearest(partition, partitions.keys()) ?? 'aws';
      return ['partition', { arn: shown, partition, near }];
    }
    const wanted = region !== '' && isLiteral(region) ? partitionOf(region) : undefined;
    if (wanted !== undefined && wanted !== partition && !isOfDeployment(value))
      return ['mismatch', { arn: shown, region, partition, wanted }];
    if (partition !== cx.partition && cx.partition !== 'aws' && !conditional) {
      return ['elsewhere', { arn: shown, partition, region: cx.region, wanted: cx.partition }, 'warning'];
    }
  }
  if (isLiteral(account) && !ownAccounts.has(account) && !/^\d{12}$/.test(account)) {
    return ['account', { arn: shown, account }, 'warning'];
  }
  return undefined;
};

const textOf = ({ value }: ArnValue, cx: RuleContext): string | undefined => {
  const text = partialText(value, cx);
  return text?.startsWith('arn:') && !text.includes('{{resolve:') ? text : undefined;
};

export const arnShape = defineTemplateRule({
  id: 'arn-shape',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Malformed ARN',
  description:
    'An ARN has six parts, `arn:partition:service:region:account:resource`. Checked are literal ARNs in properties whose names say that they take one: the partition exists and is that of the Region (`aws-cn` for cn-north-1), the account has 12 digits, and, for a deployment outside of the `aws` partition, the partition is that of the deployment. Write `${AWS::Partition}` in a template that must work everywhere.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  messages: {
    short: "'{arn}' is not a complete ARN; it needs {parts} parts: arn:partition:service:region:account:resource.",
    partition: "There is no partition '{partition}' as in '{arn}'. Did you mean '{near}'?",
    mismatch: "The Region {region} is in the partition '{wanted}', but '{arn}' says '{partition}'.",
    elsewhere:
      "'{arn}' is in the partition '{partition}'; a deployment to {region} needs '{wanted}' or ${AWS::Partition}.",
    account: "The account '{account}' of '{arn}' must have 12 digits.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: ‹arn:aws:iam:role/orders›`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: arn:aws:iam::123456789012:role/orders`,
  },
  check(cx) {
    for (const found of arnValues(cx)) {
      const text = textOf(found, cx);
      const fault = text === undefined ? undefined : faultOf(text, found, cx);
      if (!fault) continue;
      const [messageId, data, level] = fault;
      cx.report(messageId, found.at, { data, logicalId: found.owner.id, ...(level ? { level } : {}) });
    }
  },
});
