import { apigwApiKeyUsagePlan } from '../../../src/lint/rules/apigw-api-key-usage-plan.ts';
import { api } from '../apis.ts';
import { tester } from '../tester.ts';

const sam = (auth: string, further = ''): string =>
  api(
    'E: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api}}',
    `  Api: {Type: AWS::Serverless::Api, Properties: {StageName: s, Auth: {${auth}}}}\n${further}`,
  );
const plan = (properties: string): string =>
  `  Plan: {Type: AWS::ApiGateway::UsagePlan, Properties: {${properties}}}\n`;
const limits = 'Throttle: {RateLimit: 5}';

tester.run(apigwApiKeyUsagePlan, {
  valid: [
    sam('ApiKeyRequired: true', plan("ApiStages: [{ApiId: !Ref Api, Stage: s, Throttle: {'/a/GET': {RateLimit: 1}}}]")),
    // SAM would make the plan, had the API no error.
    sam('ApiKeyRequired: true, UsagePlan: {CreateUsagePlan: PER_API}').replace(
      'StageName: s',
      'StageName: s, Domain: {DomainName: a.example.com}',
    ),
    sam('ApiKeyRequired: true, UsagePlan: {CreateUsagePlan: PER_API, Throttle: {RateLimit: 5}}'),
    sam('ApiKeyRequired: true', plan(`ApiStages: [{ApiId: !Ref Api, Stage: s}], ${limits}`)),
    sam('ApiKeyRequired: true', plan(`ApiStages: !Ref Stages, ${limits}`)),
    sam('ApiKeyRequired: false', plan(`ApiStages: [{ApiId: other, Stage: s}], ${limits}`)),
    sam('ApiKeyRequired: false', plan(`${limits}, Quota: {Limit: 5, Period: WEEK}`)),
  ],
  invalid: [
    {
      template: sam('ApiKeyRequired: false', plan(`ApiStages: [{ApiId: !Ref Api, Stage: s}], ${limits}`)),
      problems: [{ messageId: 'noRoute', line: 10, column: 3, level: 'warning', data: { id: 'Plan' } }],
    },
    {
      template: sam('ApiKeyRequired: true'),
      problems: [{ messageId: 'noPlan', line: 9, column: 87, endColumn: 91, level: 'warning' }],
    },
    {
      template: sam('ApiKeyRequired: true', plan('ApiStages: [{ApiId: other, Stage: s}]')),
      problems: [
        { messageId: 'noPlan', line: 9, column: 87 },
        { messageId: 'noLimits', line: 10, column: 3, level: 'info' },
      ],
    },
    {
      template: sam('ApiKeyRequired: false', plan('Quota: {Limit: 5, Period: YEAR}')),
      problems: [{ messageId: 'period', line: 10, column: 83, data: { value: 'YEAR' } }],
    },
  ],
});
