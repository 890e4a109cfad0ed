import { defineRule } from '../../model/rule.ts';
import { isMap } from '../../model/tree.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';
import { entryChoices } from '../facts/templates/choices.ts';
import { isTrue } from '../facts/texts/scalar.ts';

const name = 'DataTraceEnabled';
const paths = {
  'AWS::ApiGateway::Stage': [['MethodSettings', '*']],
  'AWS::ApiGateway::Deployment': [['StageDescription'], ['StageDescription', 'MethodSettings', '*']],
};

export const apigwDataTrace = defineRule({
  id: 'apigw-data-trace',
  level: 'warning',
  category: 'security',
  stage: 'expanded',
  title: 'Whole requests and responses are logged',
  description:
    'With `DataTraceEnabled` the execution log of a REST API has requests and responses in full, credentials and personal data among them. AWS recommends to leave it off for production; errors and access are logged without it. Where `LoggingLevel` is OFF nothing is logged at all.',
  source: 'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
  fixes: { on: 'unsafe' },
  messages: { on: "'DataTraceEnabled' logs requests and responses in full, with all secrets in them; turn it off." },
  example: {
    in: 'mock-api',
    fails: `
MethodSettings:
  - {ResourcePath: /*, HttpMethod: '*', DataTraceEnabled: ‹true›}`,
    passes: `
MethodSettings:
  - {ResourcePath: /*, HttpMethod: '*', LoggingLevel: ERROR}`,
  },
  on: Object.keys(paths),
  reads: ['MethodSettings', 'StageDescription'],
  check(node, cx) {
    for (const path of paths[node.type as keyof typeof paths]) {
      for (const { value, at } of node.all(...path)) {
        if (!isMap(value) || cx.resolve(value['LoggingLevel']) === 'OFF') continue;
        for (const choice of entryChoices(value, name, at)) {
          if (!isTrue(cx.resolve(choice.value))) continue;
          cx.report('on', choice.at, { fix: replaceLiteral(choice, false) });
        }
      }
    }
  },
});
