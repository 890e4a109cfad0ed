import { entryOf } from '../../model/origin.ts';
import { defineTemplateRule, type Fix, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { writtenOnHttpApis } from '../facts/apis/http-api-source.ts';
import { isOfHttpApi } from '../facts/apis/kind.ts';
import { arnParts } from '../facts/arns/parts.ts';
import { removeEntry } from '../facts/edits/entry.ts';
import { isTrue, scalarText } from '../facts/texts/scalar.ts';

const services = ['logs'];

export const httpapiNoXrayOrExecutionLogs = defineTemplateRule({
  id: 'httpapi-no-xray-or-execution-logs',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::Function',
    'AWS::Serverless::StateMachine',
    'AWS::ApiGatewayV2::Stage',
  ],
  title: 'HTTP APIs have no X-Ray or execution logging',
  description:
    'HTTP APIs write access logs to a CloudWatch log group, and nothing else: `LoggingLevel` and `DataTraceEnabled` are for WebSocket APIs, tracing and access logs in Firehose for REST APIs.',
  source: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html',
  fixes: { execution: 'safe', tracing: 'safe' },
  supersedes: ['unknown-property', 'cfn-unknown-property'],
  messages: {
    execution: "'{property}' is not for HTTP APIs: they have no execution logs. Use 'AccessLogSettings'.",
    tracing:
      "'TracingEnabled' is not for HTTP APIs: they have no X-Ray tracing. Trace the function instead ('Tracing: Active').",
    destination: "Access logs of an HTTP API go to a CloudWatch log group; '{found}' is not one.",
  },
  example: {
    in: 'resources',
    fails: `
Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    ApiId: !Ref Api
    StageName: prod
    DefaultRouteSettings: {‹LoggingLevel›: INFO}`,
    passes: `
Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: shop, ProtocolType: HTTP}}
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    ApiId: !Ref Api
    StageName: prod
    AccessLogSettings: {DestinationArn: !Sub 'arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:shop', Format: $context.requestId}`,
  },
  check(cx) {
    for (const { at, logicalId } of writtenOnHttpApis(cx, [['TracingEnabled']], [])) {
      const properties = get(cx.written(logicalId)?.body, 'Properties');
      cx.report('tracing', at, { logicalId, fix: removal(properties, 'TracingEnabled') });
    }
    for (const stage of cx.resources('AWS::ApiGatewayV2::Stage')) if (isOfHttpApi(stage, cx)) checkStage(stage, cx);
  },
});

const checkStage = (stage: ResourceNode, cx: RuleContext): void => {
  for (const path of [['DefaultRouteSettings'], ['RouteSettings', '*']]) {
    for (const { value } of stage.all(...path)) if (isMap(value)) checkSettings(stage, value, cx);
  }
  if (stage.literals('TracingEnabled').some(({ value }) => isTrue(value))) {
    const fix = removal(stage.properties, 'TracingEnabled');
    cx.report('tracing', stage.keyPlace('TracingEnabled'), { logicalId: stage.id, fix });
  }
  checkDestination(stage, cx);
};

/** Takes an entry out, unless its map would be left behind as nothing: when all its `count` entries go. */
const removal = (map: Json | undefined, name: string, count = 1): Fix | undefined =>
  isMap(map) && Object.keys(map).length > count ? removeEntry(entryOf(map, name)) : undefined;

const checkSettings = (stage: ResourceNode, settings: JsonMap, cx: RuleContext): void => {
  const level = scalarText(cx.resolve(settings['LoggingLevel']));
  const wrong = [
    ...(level === undefined || level === 'OFF' ? [] : ['LoggingLevel']),
    ...(isTrue(cx.resolve(settings['DataTraceEnabled'])) ? ['DataTraceEnabled'] : []),
  ];
  for (const property of wrong) {
    const fix = removal(settings, property, wrong.length);
    cx.report('execution', cx.keyOf(settings, property), { data: { property }, fix, logicalId: stage.id });
  }
};

const checkDestination = (stage: ResourceNode, cx: RuleContext): void => {
  const logicalId = stage.id;
  for (const { value, at } of stage.all('AccessLogSettings', 'DestinationArn')) {
    const target = cx.target(value);
    if (target?.type.startsWith('AWS::') && target.type !== 'AWS::Logs::LogGroup') {
      if (target.type.startsWith('AWS::CloudFormation::')) continue;
      cx.report('destination', at, { data: { found: target.id }, related: [target.at], logicalId });
    }
    const service = arnParts(value, cx)?.service;
    if (service !== undefined && !services.includes(service))
      cx.report('destination', at, { data: { found: service }, logicalId });
  }
};
