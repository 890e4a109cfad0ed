import type { Found, ResourceNode, RuleContext } from '../../model/rule.ts';
import { defineRule } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { elided, gap, partialText } from '../facts/texts/partial-text.ts';

const prefix = 'aws-waf-logs-';

/** What WAF sends logs to, and the property that names it. */
const names: ReadonlyMap<string, string> = new Map([
  ['AWS::KinesisFirehose::DeliveryStream', 'DeliveryStreamName'],
  ['AWS::Logs::LogGroup', 'LogGroupName'],
  ['AWS::S3::Bucket', 'BucketName'],
]);

export const wafv2LogDestination = defineRule({
  id: 'wafv2-log-destination',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Destination of WAF logs with another name',
  description: `WAF sends its logs only to log groups, buckets and delivery streams whose names begin with \`${prefix}\`, and refuses a logging configuration with another one. A name that CloudFormation makes begins with the name of the stack.`,
  source: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_LoggingConfiguration.html',
  messages: {
    name: `WAF sends logs only to destinations whose names begin with '${prefix}'; found '{found}'.`,
    made: `WAF sends logs only to destinations whose names begin with '${prefix}'; '{id}' has no '{property}', so its name begins with that of the stack.`,
  },
  example: {
    in: 'resources',
    fails: `
Blocked:
  Type: AWS::Logs::LogGroup
  Properties: {LogGroupName: ‹shop-waf›, RetentionInDays: 30}
Logging:
  Type: AWS::WAFv2::LoggingConfiguration
  Properties:
    ResourceArn: !ImportValue acl
    LogDestinationConfigs: [!GetAtt Blocked.Arn]
`,
    passes: `
Blocked:
  Type: AWS::Logs::LogGroup
  Properties: {LogGroupName: aws-waf-logs-shop, RetentionInDays: 30}
Logging:
  Type: AWS::WAFv2::LoggingConfiguration
  Properties:
    ResourceArn: !ImportValue acl
    LogDestinationConfigs: [!GetAtt Blocked.Arn]
`,
  },
  on: ['AWS::WAFv2::LoggingConfiguration'],
  reads: ['LogDestinationConfigs'],
  check(logging, cx) {
    for (const destination of logging.all('LogDestinationConfigs', '*')) {
      const target = cx.target(destination.value);
      const property = target && names.get(target.type);
      if (property) checkTarget(target, property, destination, cx);
      else if (!target) checkArn(destination, cx);
    }
  },
});

const checkTarget = (target: ResourceNode, property: string, { at }: Found, cx: RuleContext): void => {
  if (target.lacks(property)) {
    cx.report('made', at, { data: { id: target.id, property }, related: [target.at], level: 'warning' });
  }
  for (const name of target.all(property)) {
    const found = refused(name.value, cx);
    if (found !== undefined) cx.report('name', name.at, { data: { found }, related: [at], logicalId: target.id });
  }
};

const checkArn = ({ value, at }: Found, cx: RuleContext): void => {
  const resource = arnParts(value, cx)?.resource;
  const found = resource && refused(resource.replace(/^(deliverystream\/|log-group:)/, ''), cx);
  if (found) cx.report('name', at, { data: { found } });
};

/** A name that certainly begins otherwise, as a message shows it. */
const refused = (value: Json, cx: RuleContext): string | undefined => {
  const text = partialText(value, cx);
  if (text === undefined || text.includes('{{')) return undefined;
  const [known, ...unknown] = text.split(gap);
  const mayBegin = known!.startsWith(prefix) || (unknown.length > 0 && prefix.startsWith(known!));
  return mayBegin ? undefined : elided(text);
};
