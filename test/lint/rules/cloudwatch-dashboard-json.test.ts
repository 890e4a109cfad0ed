import { cloudwatchDashboardJson } from '../../../src/lint/rules/cloudwatch-dashboard-json.ts';
import { tester } from '../tester.ts';

const dashboard = (body: string) => `Resources:
  Overview:
    Type: AWS::CloudWatch::Dashboard
    Properties: {DashboardBody: ${body}}
`;

tester.run(cloudwatchDashboardJson, {
  valid: [
    dashboard(`'{"widgets": []}'`),
    dashboard(`!Sub '{"widgets": [{"x": \${X}, "properties": {"region": "\${AWS::Region}"}}]}'`),
    dashboard(`!Sub ['{"a": \${B}}', {B: 1}]`),
    dashboard('!Ref Body'),
    dashboard("'{{resolve:ssm:body}}'"),
    dashboard("!Join ['', ['{', !Ref Body, '}']]"),
  ],
  invalid: [
    { template: dashboard(`'{"widgets": ['`), problems: [{ messageId: 'json', line: 4, column: 46 }] },
    {
      template: dashboard(`'{"widgets": [],}'`),
      problems: [{ messageId: 'json', line: 4, column: 49 }],
    },
    { template: dashboard(`!Sub '{"widgets": \${Widgets}'`), problems: [{ messageId: 'json', line: 4, column: 33 }] },
    { template: dashboard('overview'), problems: [{ messageId: 'json', line: 4, column: 33 }] },
  ],
});
