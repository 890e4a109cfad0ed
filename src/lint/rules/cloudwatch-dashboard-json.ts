import { isDynamicReference } from '../../model/dynamic-reference.ts';
import { defineRule } from '../../model/rule.ts';
import { get, isList, isString } from '../../model/tree.ts';
import { readJson } from '../facts/texts/json-text.ts';
import { writtenScalar } from '../facts/texts/written-text.ts';

export const cloudwatchDashboardJson = defineRule({
  id: 'cloudwatch-dashboard-json',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Dashboard that is not JSON',
  description:
    'The body of a dashboard is a text of JSON; CloudWatch refuses another one. A `${…}` of `Fn::Sub` inside of it may stand for any value.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
  macros: 'silent',
  messages: { json: "'DashboardBody' must be JSON: {expected} is expected here, not {found}." },
  example: {
    in: 'resources',
    fails: `
Overview:
  Type: AWS::CloudWatch::Dashboard
  Properties:
    DashboardBody: '{"widgets": [{"type": "text", "properties": {"markdown": "Orders"}}‹]›'
`,
    passes: `
Overview:
  Type: AWS::CloudWatch::Dashboard
  Properties:
    DashboardBody: '{"widgets": [{"type": "text", "properties": {"markdown": "Orders"}}]}'
`,
  },
  on: ['AWS::CloudWatch::Dashboard'],
  check(dashboard, cx) {
    for (const { value, at } of dashboard.all('DashboardBody')) {
      const sub = get(value, 'Fn::Sub');
      const text = isList(sub) ? sub[0] : (sub ?? value);
      if (!isString(text) || isDynamicReference(text)) continue;
      const result = readJson(sub === undefined ? writtenScalar(text, at) : { text, span: () => at });
      if ('expected' in result) {
        cx.report('json', result.at, { data: { expected: result.expected, found: result.found } });
      }
    }
  },
});
