import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { get, isNothing, isString, type Json } from '../../model/tree.ts';
import { apiDocuments, policyKey } from '../facts/apis/document.ts';
import { writtenOnHttpApis } from '../facts/apis/http-api-source.ts';
import { apiKind, isOfHttpApi } from '../facts/apis/kind.ts';
import { partialText } from '../facts/texts/partial-text.ts';

const inSource = [['Auth', 'ResourcePolicy']];

export const httpapiNoWafOrResourcePolicy = defineTemplateRule({
  id: 'httpapi-no-waf-or-resource-policy',
  level: 'error',
  category: 'security',
  stage: 'expanded',
  title: 'HTTP APIs do not support WAF, resource policies or client certificates',
  description:
    'AWS WAF, resource policies and client certificates for the backend belong to REST APIs. In front of an HTTP API put CloudFront with WAF, or take a REST API. (Mutual TLS on a custom domain works with HTTP APIs.)',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
  supersedes: ['unknown-property', 'sam-unknown-key'],
  messages: {
    waf: 'The web ACL is tied to an HTTP or WebSocket API; AWS WAF protects stages of REST APIs only.',
    policy: 'HTTP APIs have no resource policy; use authorizers, or a REST API.',
    certificate: 'HTTP APIs do not send a client certificate to their backend; use a REST API.',
  },
  example: {
    in: 'http-api',
    fails: 'Auth: {‹ResourcePolicy›: {IpRangeWhitelist: [10.0.0.0/8]}}',
    passes: 'Auth: {EnableIamAuthorizer: true, DefaultAuthorizer: AWS_IAM}',
  },
  check(cx) {
    for (const { at, logicalId, eventId } of writtenOnHttpApis(cx, inSource, inSource)) {
      cx.report('policy', at, { logicalId, ...(eventId !== undefined && { eventId }) });
    }
    for (const association of cx.resources('AWS::WAFv2::WebACLAssociation')) {
      for (const { value, at } of association.all('ResourceArn')) {
        if (isV2Stage(value, cx)) cx.report('waf', at, { logicalId: association.id });
      }
    }
    for (const { kind, api, body } of apiDocuments(cx)) {
      if (kind !== 'HTTP' || isNothing(get(body, policyKey))) continue;
      cx.report('policy', cx.keyOf(body, policyKey), { logicalId: api.id });
    }
    for (const stage of cx.resources('AWS::ApiGatewayV2::Stage')) {
      if (stage.lacks('ClientCertificateId') || !isOfHttpApi(stage, cx)) continue;
      cx.report('certificate', stage.keyPlace('ClientCertificateId'), { logicalId: stage.id });
    }
  },
});

/** Whether an ARN means a stage of API Gateway v2: `…::/apis/<id>/stages/<name>`, or the REST form with such an API. */
const isV2Stage = (arn: Json, cx: RuleContext): boolean => {
  const text = partialText(arn, cx);
  if (text !== undefined && /:apigateway:[^:]*::\/apis\//.test(text)) return true;
  const sub = get(arn, 'Fn::Sub');
  const name = isString(sub) ? /\/restapis\/\$\{(\w+)\}/.exec(sub)?.[1] : undefined;
  return name !== undefined && apiKind(cx.resource(name)) === 'HTTP';
};
