import { eventsPatternContent } from '../../../src/lint/rules/events-pattern-content.ts';
import { samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

/** A rule with a pattern in flow style at line 4, column 33. */
const rule = (pattern: string, more = '') => `Resources:
  Rule:
    Type: AWS::Events::Rule
    Properties: {  EventPattern: ${pattern}}
${more}`;

/** A pattern whose field `detail.state`, at column 43, lists a value, at column 51. */
const state = (value: string) => rule(`{detail: {state: [${value}]}}`);

const event = (pattern: string) => samEvent('EventBridgeRule', `Pattern:\n  ${pattern}`);

const parameters = `Parameters:
  Name: {Type: String}
  Names: {Type: CommaDelimitedList, Default: 'a,b'}
`;

tester.run(eventsPatternContent, {
  valid: [
    rule('{source: [aws.s3], detail-type: [Object Created], detail: {size: [1, true, null]}}'),
    state('{prefix: a}, {suffix: b}, {equals-ignore-case: c}, {exists: false}, {cidr: 10.0.0.0/8}'),
    state('{prefix: {equals-ignore-case: a}}, {suffix: {equals-ignore-case: a}}, {cidr: "2001:db8::/32"}'),
    state('{anything-but: a}, {anything-but: 1}, {anything-but: [a, b]}, {anything-but: [1, 2]}'),
    state('{anything-but: {prefix: a}}, {anything-but: {suffix: [a, b]}}, {anything-but: {wildcard: a*}}'),
    state('{numeric: ["=", 5]}, {numeric: [">", -1, "<=", 2.5]}, {numeric: ["<", !Ref Most]}'),
    state(String.raw`{wildcard: 'a*b*'}, {wildcard: 'a\*\\'}`),
    state('!Ref Name, {prefix: !Sub "${Name}-"}, {anything-but: !Ref Names}, {anything-but: [a, !Ref Name]}'),
    rule('{$or: [{source: [a]}, {detail: {$or: [{a: [1]}, {b: [{exists: true}]}]}}]}'),
    // `$or` as the name of a field.
    rule('{detail: {$or: {a: [1]}}}'),
    rule('{detail: {$or: [a, b]}}'),
    rule('\'{"source": ["aws.s3"]}\''),
    rule('!Sub "{}"'),
    rule('!If [A, {source: [a]}, !Ref AWS::NoValue]'),
    rule('{source: !Ref Names, resources: !Split [",", !Ref Name], detail: !Ref Detail}', parameters),
    rule('{source: !If [A, [a], [b]], detail: {"Fn::Transform": {Name: Fields}}}'),
    rule(`{source: [${'x'.repeat(5000)}]}`),
    event('source: [orders]'),
  ],
  invalid: [
    {
      template: rule('{source: aws.s3, detail: {size: 5}}'),
      problems: [
        { messageId: 'scalar', line: 4, column: 43, endColumn: 49, data: { name: 'source', value: 'aws.s3' } },
        { messageId: 'scalar', line: 4, column: 66, endColumn: 67, data: { found: '5' } },
      ],
    },
    {
      template: event('source: aws.s3\n  detail:\n    state: {prefix: a}'),
      problems: [
        { messageId: 'scalar', line: 13, column: 23, endColumn: 29 },
        { messageId: 'filterOutside', line: 15, column: 25, endColumn: 31, data: { name: 'prefix' } },
      ],
    },
    {
      template: rule('{source: !Ref Name, resources: !Sub "${Name}", account: !Ref Rule}', parameters),
      problems: [
        { messageId: 'scalar', line: 4, column: 43, endColumn: 52, data: { found: "the text of 'Name'" } },
        { messageId: 'scalar', line: 4, column: 65, data: { found: 'the text of Fn::Sub' } },
        { messageId: 'scalar', line: 4, column: 90 },
      ],
    },
    {
      template: rule('{source: !If [A, aws.s3, [aws.s3]]}'),
      problems: [{ messageId: 'scalar', line: 4, column: 51, endColumn: 57 }],
    },
    {
      template: rule('{}'),
      problems: [{ messageId: 'empty', line: 4, column: 34, data: { what: 'The pattern' } }],
    },
    {
      template: rule('{source: [], detail: {}}'),
      problems: [
        { messageId: 'empty', line: 4, column: 43, endColumn: 45, data: { what: "'source'", kind: 'list' } },
        { messageId: 'empty', line: 4, column: 47, endColumn: 53, data: { what: "'detail'", kind: 'map' } },
      ],
    },
    {
      template: state('[a], {}'),
      problems: [
        { messageId: 'nested', line: 4, column: 52, endColumn: 55, data: { name: 'state' } },
        { messageId: 'empty', line: 4, column: 57, data: { what: 'A filter' } },
      ],
    },
    {
      template: state('{prefx: a}, {regex: a}, {prefix: a, suffix: b}'),
      problems: [
        { messageId: 'unknownFilter', line: 4, column: 53, endColumn: 58, data: { near: " Did you mean 'prefix'?" } },
        { messageId: 'unknownFilter', line: 4, column: 65, endColumn: 70, data: { name: 'regex' } },
        { messageId: 'manyFilters', line: 4, column: 88, endColumn: 94, data: { name: 'prefix', second: 'suffix' } },
      ],
    },
    {
      template: state('{prefix: [a]}, {exists: "yes"}, {cidr: 10.0.0.0}, {equals-ignore-case: 5}, {wildcard: a**b}'),
      problems: [
        { messageId: 'operand', line: 4, column: 61, endColumn: 64, data: { name: 'prefix' } },
        { messageId: 'operand', line: 4, column: 76, endColumn: 81, data: { name: 'exists' } },
        { messageId: 'operand', line: 4, column: 91, endColumn: 99, data: { name: 'cidr' } },
        { messageId: 'operand', line: 4, column: 123, endColumn: 124 },
        { messageId: 'operand', line: 4, column: 138, endColumn: 142 },
      ],
    },
    {
      template: state('{anything-but: [a, 1]}, {anything-but: []}, {anything-but: {cidr: a}}, {anything-but: true}'),
      problems: [
        { messageId: 'operand', line: 4, column: 67, endColumn: 73, data: { name: 'anything-but' } },
        { messageId: 'operand', line: 4, column: 91, endColumn: 93 },
        { messageId: 'operand', line: 4, column: 111, endColumn: 120 },
        { messageId: 'operand', line: 4, column: 138, endColumn: 142 },
      ],
    },
    {
      template: state('{numeric: 5}, {numeric: [">", "5"]}, {numeric: ["<", 5, ">", 1]}, {numeric: [">", 5, "<", 5]}'),
      problems: [
        { messageId: 'operand', line: 4, column: 62, endColumn: 63, data: { name: 'numeric' } },
        { messageId: 'operand', line: 4, column: 76, endColumn: 86 },
        { messageId: 'operand', line: 4, column: 99, endColumn: 115 },
        { messageId: 'operand', line: 4, column: 128, endColumn: 144 },
      ],
    },
    {
      template: rule('{detail: {state: {anything-but: [a]}, size: {numeric: [">", 5]}}}'),
      problems: [
        { messageId: 'filterAsField', line: 4, column: 52, endColumn: 64, level: 'warning' },
        { messageId: 'filterAsField', line: 4, column: 79, endColumn: 86, level: 'warning' },
      ],
    },
    {
      template: rule('{$or: [{source: [a]}], detail: {$or: [{a: 5}, b], $o: {$or: c}}}'),
      problems: [
        { messageId: 'or', line: 4, column: 35, endColumn: 38 },
        { messageId: 'or', line: 4, column: 66, endColumn: 69 },
        { messageId: 'scalar', line: 4, column: 76, endColumn: 77, data: { name: 'a' } },
        { messageId: 'scalar', line: 4, column: 94, endColumn: 95, data: { name: '$or' } },
      ],
    },
    {
      template: event('details: {state: [a]}\n  DetailType: [b]'),
      problems: [
        { messageId: 'unknownField', line: 13, column: 15, endColumn: 22, level: 'warning', data: { name: 'details' } },
        { messageId: 'unknownField', line: 14, column: 15, level: 'warning', data: { near: "'detail-type'" } },
      ],
    },
    {
      template: rule('\'{"source": "aws.s3"}\''),
      problems: [{ messageId: 'scalar', line: 4, column: 46, endColumn: 54 }],
    },
    {
      template: rule('\'{"source": ["aws.s3"}\''),
      problems: [{ messageId: 'json', line: 4, column: 55, data: { expected: "',' or ']'", found: "'}'" } }],
    },
    {
      template: rule("'[1]'"),
      problems: [{ messageId: 'kind', line: 4, column: 34, data: { found: 'a list' } }],
    },
    {
      template: rule('[{source: [a]}]'),
      problems: [{ messageId: 'kind', line: 4, column: 34 }],
    },
  ],
});
