import { esmFilterCriteria } from '../../../src/lint/rules/esm-filter-criteria.ts';
import { marked } from '../marked.ts';
import { mapping, sources } from '../templates.ts';
import { tester } from '../tester.ts';

const filters = (...patterns: string[]) =>
  `FilterCriteria:\n  Filters:\n${patterns.map((pattern) => `    - Pattern: ${pattern}`).join('\n')}`;
const six = Array.from({ length: 6 }, () => "'{}'");

tester.run(esmFilterCriteria, {
  valid: [
    mapping(sources.sqs, filters('\'{"body": [1], "$or": [{"a": [1]}, {"b": [2]}]}\'', '!Sub "{}"', '!Ref Pattern')),
    { template: mapping(sources.sqs, filters(...six)), options: { quota: 10 } },
  ],
  invalid: [
    {
      template: mapping(sources.sqs, filters(...six)),
      problems: [{ messageId: 'quota', line: 8, column: 9, endColumn: 16, level: 'warning', data: { count: 6 } }],
    },
    {
      template: mapping(sources.sqs, filters(...six, ...six)),
      problems: [{ messageId: 'tooMany', line: 8, column: 9, level: 'error', data: { maximum: 10 } }],
    },
    {
      template: mapping(sources.sqs, filters('body', "'[1]'", `'{"a": "${'x'.repeat(4090)}"}'`)),
      problems: [
        { messageId: 'pattern', line: 9, column: 22, endColumn: 26 },
        { messageId: 'pattern', line: 10, column: 22 },
        { messageId: 'length', line: 11, column: 22, data: { length: 4099 } },
      ],
    },
    {
      template: mapping(sources.sqs, filters(`'{"body": {"kind": "urgent"}}'`)),
      problems: [{ messageId: 'scalar', line: 9, column: 22, data: { name: 'kind', value: 'urgent' } }],
    },
    {
      template: mapping(sources.documentdb, filters("'{}'")),
      problems: [{ messageId: 'documentdb', line: 7, column: 7, endColumn: 21 }],
    },
    {
      template: mapping(sources.sqs, 'FilterCriteria: {Filters: [{Pattern: {body: [a]}}]}'),
      problems: [{ messageId: 'map', line: 7, column: 44 }],
    },
    marked(
      `Resources:
  Relay:
    Type: AWS::Pipes::Pipe
    Properties: {SourceParameters: {FilterCriteria: {Filters: [{Pattern: ‹'{"body": [1]'›}, {Pattern: '{"body": [1]}'}]}}}
`,
      'pattern',
    ),
  ],
});
