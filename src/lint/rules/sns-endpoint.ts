import { defineTemplateRule, type Found, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';

/** What the endpoint of a protocol looks like, and in which service its ARN is. */
interface Form {
  readonly wanted: string;
  readonly text?: RegExp;
  readonly service?: string;
}

const forms: Readonly<Record<string, Form>> = {
  http: { wanted: 'a URL that begins with http://', text: /^http:\/\//i },
  https: { wanted: 'a URL that begins with https://', text: /^https:\/\//i },
  email: { wanted: 'an e-mail address', text: /^[^@\s]+@[^@\s]+$/ },
  'email-json': { wanted: 'an e-mail address', text: /^[^@\s]+@[^@\s]+$/ },
  sms: { wanted: 'a phone number such as +12065550100', text: /^\+?[\d\s().-]+$/ },
  lambda: { wanted: 'the ARN of a Lambda function', service: 'lambda' },
  sqs: { wanted: 'the ARN of an SQS queue', service: 'sqs' },
  firehose: { wanted: 'the ARN of a Firehose stream', service: 'firehose' },
};

export const snsEndpoint = defineTemplateRule({
  id: 'sns-endpoint',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::SNS::Topic', 'AWS::SNS::Subscription'],
  title: 'Endpoint that does not fit its protocol',
  description:
    'SNS refuses a subscription whose endpoint is not one of its protocol: `https` takes a URL that begins with `https://`, `http` one that begins with `http://`, `email` an address, `sms` a phone number, `lambda`, `sqs` and `firehose` an ARN of that service. Checked are endpoints that are known before the deployment.',
  source: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
  messages: { wrong: "The endpoint of a subscription with the protocol '{protocol}' must be {wanted}; it is {found}." },
  example: {
    in: 'resources',
    fails: `
News:
  Type: AWS::SNS::Topic
  Properties:
    Subscription:
      - Protocol: https
        Endpoint: ‹http://example.com/news›
`,
    passes: `
News:
  Type: AWS::SNS::Topic
  Properties:
    Subscription:
      - Protocol: https
        Endpoint: https://example.com/news
`,
  },
  check(cx) {
    for (const topic of cx.resources('AWS::SNS::Topic')) {
      for (const { value, path } of topic.all('Subscription', '*')) {
        const protocol = cx.resolve(get(value, 'Protocol'));
        if (isString(protocol)) checkEndpoints(protocol, topic.all(...path, 'Endpoint'), topic.id, cx);
      }
    }
    for (const subscription of cx.resources('AWS::SNS::Subscription')) {
      const protocols = subscription.all('Protocol');
      const protocol = protocols.length === 1 ? cx.resolve(protocols[0]!.value) : undefined;
      if (isString(protocol)) checkEndpoints(protocol, subscription.all('Endpoint'), subscription.id, cx);
    }
  },
});

const checkEndpoints = (protocol: string, endpoints: readonly Found[], logicalId: string, cx: RuleContext): void => {
  const form = Object.hasOwn(forms, protocol) ? forms[protocol]! : undefined;
  if (form === undefined) return;
  for (const endpoint of endpoints) {
    const found = form.text ? wrongText(endpoint, form.text, cx) : wrongArn(endpoint, form, cx);
    if (found === undefined) continue;
    cx.report('wrong', endpoint.at, { data: { protocol, wanted: form.wanted, found }, logicalId });
  }
};

/** A text that has not the form; what is filled in at the deployment is not looked at. */
const wrongText = ({ value }: Found, form: RegExp, cx: RuleContext): string | undefined => {
  const text = cx.resolve(value);
  return isString(text) && text !== '' && !/\$\{|\{\{/.test(text) && !form.test(text) ? `'${text}'` : undefined;
};

/** A text that is not an ARN, or an ARN of another service. */
const wrongArn = ({ value }: Found, { service }: Form, cx: RuleContext): string | undefined => {
  const text = cx.resolve(value);
  if (isString(text) && text !== '' && !/\$\{|\{\{/.test(text) && !text.startsWith('arn:')) return `'${text}'`;
  const found = arnParts(value, cx)?.service;
  return found === undefined || found === service ? undefined : `an ARN of ${found}`;
};
