import { defineRule, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { referencesIn } from '../facts/templates/references.ts';

/** Which service calls on behalf of a resource. */
const callers: ReadonlyMap<string, string> = new Map([
  ['AWS::ApiGateway::RestApi', 'apigateway'],
  ['AWS::ApiGatewayV2::Api', 'apigateway'],
  ['AWS::Events::Rule', 'events'],
  ['AWS::S3::Bucket', 's3'],
  ['AWS::SNS::Topic', 'sns'],
  ['AWS::Logs::LogGroup', 'logs'],
  ['AWS::Cognito::UserPool', 'cognito-idp'],
  ['AWS::Config::ConfigRule', 'config'],
  ['AWS::IoT::TopicRule', 'iot'],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', 'elasticloadbalancing'],
]);
/** What stands for the service in the ARN, where that is not its name. */
const arnServices: ReadonlyMap<string, string> = new Map([['apigateway', 'execute-api']]);
/** Principals that are accounts, users, roles or everybody: no service. */
const isIdentity = (principal: string): boolean =>
  /^(\*$|\d{12}$|arn:)/.test(principal) || principal.includes('{{resolve:');

export const lambdaPermissionPrincipalMismatch = defineRule({
  id: 'lambda-permission-principal-mismatch',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Permission principal does not match its SourceArn',
  description:
    'A permission holds for calls of its `Principal` on behalf of its `SourceArn`. Where the ARN is that of an API, rule, bucket, topic, log group, user pool, Config rule, IoT rule or target group of the template and the principal is another service, nothing is ever permitted by it.',
  source: 'cfn-lint W3664',
  fixes: { mismatch: 'unsafe' },
  messages: {
    mismatch:
      "'{found}' never calls on behalf of '{id}' ({type}), so this permits nothing; the principal must be '{wanted}'.",
  },
  example: {
    in: 'permission',
    fails: `
Principal: ‹sns.amazonaws.com›
SourceArn: !GetAtt Bucket.Arn
SourceAccount: !Ref AWS::AccountId`,
    passes: `
Principal: s3.amazonaws.com
SourceArn: !GetAtt Bucket.Arn
SourceAccount: !Ref AWS::AccountId`,
  },
  on: ['AWS::Lambda::Permission'],
  check(permission, cx) {
    const sources = permission.all('SourceArn');
    const principals = permission.strings('Principal');
    // With a choice on either side it cannot be told which goes with which.
    if (sources.length !== 1 || principals.length !== 1) return;
    const principal = principals[0]!;
    const source = callerOf(sources[0]!.value, cx);
    if (!source || isIdentity(principal.value)) return;
    const { id, type, caller } = source;
    const wanted = `${caller}.amazonaws.com`;
    // CloudWatch Logs may also be named by region.
    const named =
      caller === 'logs'
        ? principal.value.replace(/^logs\.[a-z0-9-]+\.amazonaws\./, 'logs.amazonaws.')
        : principal.value;
    if (named.replace(/\.cn$/, '') === wanted) return;
    cx.report('mismatch', principal.at, {
      data: { found: principal.value, id, type, wanted },
      related: [sources[0]!.at],
      fix: replaceLiteral(principal, wanted),
    });
  },
});

/** The resource whose ARN it is, with the service that calls for it; undefined where it may be another's. */
const callerOf = (arn: Json, cx: RuleContext) => {
  const service = arnParts(arn, cx)?.service;
  const found = new Map<string, { id: string; type: string; caller: string }>();
  for (const { name } of referencesIn(arn, undefined)) {
    const type = cx.resource(name)?.type ?? '';
    const caller = callers.get(type);
    // An id may stand in the name of something else too.
    if (caller && (service === undefined || service === (arnServices.get(caller) ?? caller))) {
      found.set(caller, { id: name, type, caller });
    }
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
};
