import { logsSubscriptionFilters } from '../../../src/lint/rules/logs-subscription-filters.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const filter = (id: string, properties: string, attributes = '') =>
  `  ${id}: {Type: AWS::Logs::SubscriptionFilter, ${attributes}Properties: {${properties}}}\n`;

tester.run(logsSubscriptionFilters, {
  valid: [
    `Resources:\n${filter('A', 'LogGroupName: g')}${filter('B', 'LogGroupName: g')}${filter('C', 'LogGroupName: h')}`,
    `Resources:\n${['A', 'B', 'C'].map((id) => filter(id, 'LogGroupName: g', `Condition: ${id}, `)).join('')}`,
    `Resources:\n${['A', 'B', 'C'].map((id) => filter(id, 'FilterPattern: ""')).join('')}`,
  ],
  invalid: [
    {
      template: `Resources:\n${['A', 'B', 'C'].map((id) => filter(id, 'LogGroupName: !Ref Group')).join('')}  Group: {Type: AWS::Logs::LogGroup}\n`,
      problems: [{ messageId: 'tooMany', line: 4, column: 71, data: { count: 3 } }],
    },
    {
      template: `Resources:\n${filter('A', `LogGroupName: g, FilterPattern: ${'x'.repeat(1025)}`)}`,
      problems: [{ messageId: 'pattern', line: 2, column: 89, data: { length: 1025 } }],
    },
    {
      template: samFunction(`Events:
  A: {Type: CloudWatchLogs, Properties: {LogGroupName: g, FilterPattern: a}}
  B: {Type: CloudWatchLogs, Properties: {LogGroupName: g, FilterPattern: b}}
  C: {Type: CloudWatchLogs, Properties: {LogGroupName: g, FilterPattern: c}}`),
      problems: [{ messageId: 'tooMany', line: 11, column: 62, endColumn: 63 }],
    },
  ],
});
