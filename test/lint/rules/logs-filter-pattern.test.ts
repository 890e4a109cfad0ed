import { logsFilterPattern } from '../../../src/lint/rules/logs-filter-pattern.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const metric = (pattern: string) =>
  resource('AWS::Logs::MetricFilter', `LogGroupName: g, FilterPattern: ${JSON.stringify(pattern)}`);
const wrong = (pattern: string, messageId: string, data = {}) => ({
  template: metric(pattern),
  problems: [{ messageId, line: 4, column: 50, level: 'error' as const, data }],
});

tester.run(logsFilterPattern, {
  valid: [
    metric(''),
    metric('ERROR'),
    metric('?ERROR ?WARN -DEBUG'),
    metric('"[ERROR" == and'),
    metric('{ $.level = "ERROR" }'),
    metric('{$.level="a == b AND (c"}'),
    metric('{ ($.a = 1 || $.b != x*) && $.c NOT EXISTS }'),
    metric('{ $.a = %^[(]x==% }'),
    metric('{ $.message = "say \\"no\\" (" }'),
    metric("{ $.['a b'] = 1 }"),
    metric('{ $.user.id IS NULL && $.n >= 5.5 }'),
    metric('{ $.sourceIPAddress != 123.123.* }'),
    metric('[ip, user, time, status = 4*, size > 1000, ...]'),
    resource('AWS::Logs::MetricFilter', 'LogGroupName: g, FilterPattern: !Sub "{ $.level == ${Level} }"'),
  ],
  invalid: [
    wrong('{ $.level = "ERROR" ', 'open', { end: '}' }),
    wrong('{ $.level = "ERROR }', 'open', { end: '}' }),
    wrong('[level, text', 'open', { end: ']' }),
    wrong('{ $.level == "ERROR" }', 'equals'),
    wrong('{ ($.level = "ERROR" }', 'parentheses'),
    wrong('{ $.a = 1 AND $.b = 2 }', 'word', { word: 'AND', cure: '&&' }),
    wrong('{ ($.a = 1) | ($.b = 2) }', 'word', { word: '|', cure: '||' }),
    wrong("{ $.level = 'ERROR' }", 'quote'),
    wrong('{ $.code >= "500" }', 'order'),
    wrong('{ level = "ERROR" }', 'selector'),
    {
      template: resource('AWS::Logs::SubscriptionFilter', "LogGroupName: g, FilterPattern: '{ $.a == 1 }'"),
      problems: [{ messageId: 'equals', line: 4, column: 50 }],
    },
  ],
});
