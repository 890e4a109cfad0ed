import { defineRule, type RuleContext } from '../../model/rule.ts';
import { isIntrinsic, isMap, isNothing, type JsonMap } from '../../model/tree.ts';
import { apiBehind } from '../facts/apis/kind.ts';
import { type Choice, entryChoices } from '../facts/templates/choices.ts';
import { gap, partialText, withoutGaps } from '../facts/texts/partial-text.ts';
import { utf8Length } from '../facts/texts/utf8.ts';

const properties = { 'AWS::ApiGateway::Stage': 'AccessLogSetting', 'AWS::ApiGatewayV2::Stage': 'AccessLogSettings' };
const maximum = 3072;
const requestId = /\$context\.(requestId|extendedRequestId)\b/;

export const apigwAccessLogs = defineRule({
  id: 'apigw-access-logs',
  level: 'info',
  category: 'reliability',
  stage: 'expanded',
  title: 'API stage without access logs',
  description:
    'Without access logs there is no record of who called an API, when, and with what outcome. They need a destination and a `Format` of at most 3 KB, which in REST APIs contains `$context.requestId` or `$context.extendedRequestId`. A log without a format, or without that id, is a warning; a format that is too long is an error.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  strict: ['none'],
  messages: {
    none: "The stage of '{api}' writes no access log; set '{property}'.",
    format: "'{property}' needs a 'Format' beside its destination.",
    requestId: "The format of the access log must contain '$context.requestId' or '$context.extendedRequestId'.",
    large: 'The format of the access log has {size} bytes; at most {maximum} are allowed.',
  },
  example: {
    in: 'api',
    fails: `
StageName: ‹prod›
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
    passes: `
StageName: prod
AccessLogSetting: {DestinationArn: !ImportValue logs, Format: '$context.requestId $context.status'}
DefinitionBody:
  openapi: 3.0.1
  info: {title: Shop, version: '1'}
  paths: {/orders: {get: {x-amazon-apigateway-integration: {type: mock}}}}`,
  },
  on: Object.keys(properties),
  check(stage, cx) {
    const property = properties[stage.type as keyof typeof properties];
    const given = stage.all(property);
    const settings = given.flatMap(({ value, at }) => (isMap(value) && !isIntrinsic(value) ? [{ value, at }] : []));
    if (settings.length < given.length) return;
    const written = settings.filter(({ value }) => !isNothing(value['DestinationArn']));
    if (written.length === 0) {
      return cx.report('none', settings[0]?.at ?? stage.at, {
        data: { api: apiBehind(stage, cx)?.id ?? stage.id, property },
      });
    }
    for (const setting of written) checkFormat(setting, property, stage.type === 'AWS::ApiGateway::Stage', cx);
  },
});

const checkFormat = (setting: Choice<JsonMap>, property: string, isRest: boolean, cx: RuleContext): void => {
  const formats = entryChoices(setting.value, 'Format', setting.at);
  if (formats.length === 0) cx.report('format', setting.at, { data: { property }, level: 'warning' });
  for (const { value, at } of formats) {
    const text = partialText(value, cx);
    if (text === undefined) continue;
    const size = utf8Length(withoutGaps(text));
    if (size > maximum) cx.report('large', at, { data: { size, maximum }, level: 'error' });
    if (isRest && !text.includes(gap) && !requestId.test(text)) cx.report('requestId', at, { level: 'warning' });
  }
};
