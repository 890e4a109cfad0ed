import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isIntrinsic, isList } from '../../model/tree.ts';
import { behaviours } from '../facts/functions/edge-associations.ts';
import { headOf } from '../facts/templates/places.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const maximumCode = 10_240;
const maximumName = 64;
const maximumStores = 1;
const runtimes = ['cloudfront-js-1.0', 'cloudfront-js-2.0'];
const events = ['viewer-request', 'viewer-response'];

export const cloudfrontFunctionLimits = defineTemplateRule({
  id: 'cloudfront-function-limits',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  needs: ['AWS::CloudFront::Function', 'AWS::CloudFront::Distribution'],
  title: 'CloudFront Function limits',
  description:
    'A CloudFront function has at most 10,240 bytes of code, runs on `cloudfront-js-1.0` or `cloudfront-js-2.0`, has a name of at most 64 characters and at most one key value store, and is associated with `viewer-request` or `viewer-response`; for the events of the origin there is Lambda@Edge. A distribution takes functions that are published only.',
  source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
  messages: {
    code: "'FunctionCode' has {value} bytes; at most {maximum} are allowed.",
    runtime: "'Runtime' is '{value}'; it must be one of {allowed}.",
    name: "'Name' has {value} characters; at most {maximum} are allowed.",
    stores: "'KeyValueStoreAssociations' has {value} items; a function has at most {maximum}.",
    stage:
      "'{id}' is not published ('AutoPublish: false'), and a distribution takes functions of the stage LIVE only; set 'AutoPublish: true'.",
    event: "'EventType' is '{value}'; a CloudFront function runs on {allowed} only. Use Lambda@Edge for the origin.",
  },
  example: {
    in: 'resources',
    fails: `
Headers:
  Type: AWS::CloudFront::Function
  Properties:
    Name: headers
    AutoPublish: true
    FunctionConfig: {Comment: headers, Runtime: ‹nodejs24.x›}
    FunctionCode: 'function handler(event) { return event.request; }'`,
    passes: `
Headers:
  Type: AWS::CloudFront::Function
  Properties:
    Name: headers
    AutoPublish: true
    FunctionConfig: {Comment: headers, Runtime: cloudfront-js-2.0}
    FunctionCode: 'function handler(event) { return event.request; }'`,
  },
  check(cx) {
    for (const fn of cx.resources('AWS::CloudFront::Function')) checkFunction(fn, cx);
    for (const distribution of cx.resources('AWS::CloudFront::Distribution')) {
      for (const path of behaviours) {
        for (const { value, at } of distribution.all(...path, 'FunctionAssociations', '*', 'FunctionARN')) {
          const fn = cx.target(value);
          if (fn?.type !== 'AWS::CloudFront::Function' || !isUnpublished(fn)) continue;
          // It may have been published before, or in another way.
          const common = { level: 'warning' as const, logicalId: distribution.id, related: [fn.at] };
          cx.report('stage', at, { data: { id: fn.id }, ...common });
        }
        for (const { value, at } of distribution.strings(...path, 'FunctionAssociations', '*', 'EventType')) {
          if (events.includes(value)) continue;
          cx.report('event', at, { data: { value, allowed: events.join(' and ') }, logicalId: distribution.id });
        }
      }
    }
  },
});

/** Whether a function stays at its stage DEVELOPMENT: without the property its publication is done elsewhere. */
const isUnpublished = (fn: ResourceNode): boolean =>
  fn.literals('AutoPublish').some(({ value }) => String(value) === 'false');

const checkFunction = (fn: ResourceNode, cx: RuleContext): void => {
  const report = (messageId: string, at: Parameters<RuleContext['report']>[1], value: string | number, maximum = 0) =>
    cx.report(messageId, at, { data: { value, maximum, allowed: runtimes.join(', ') }, logicalId: fn.id });
  for (const { value, at } of fn.strings('FunctionCode')) {
    const bytes = utf8Length(value);
    if (bytes > maximumCode) report('code', at, bytes, maximumCode);
  }
  for (const { value, at } of fn.strings('FunctionConfig', 'Runtime')) {
    if (!runtimes.includes(value)) report('runtime', at, value);
  }
  for (const { value, at } of fn.strings('Name')) {
    if (value.length > maximumName) report('name', at, value.length, maximumName);
  }
  for (const { value, path } of fn.all('FunctionConfig', 'KeyValueStoreAssociations')) {
    const count = isList(value) ? value.filter((item) => !isIntrinsic(item)).length : 0;
    if (count > maximumStores) report('stores', headOf(fn, path), count, maximumStores);
  }
};
