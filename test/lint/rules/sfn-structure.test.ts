import { sfnStructure } from '../../../src/lint/rules/sfn-structure.ts';
import { sam, text } from '../state-machines.ts';
import { tester } from '../tester.ts';

const one = (messageId: string, column: number, more: object = {}) => [{ messageId, line: 6, column, ...more }];
/** One state, at column 21 where its name has one letter. */
const state = (fields: string): string => sam(`A: {${fields}}`);
const jsonata = (fields: string): string => sam(`A: {${fields}}`, '        QueryLanguage: JSONata\n');
const warning = 'warning';
const branch = (machine: string): string => state(`Type: Parallel, End: true, Branches: [${machine}]`);
const pass = '{StartAt: I, States: {I: {Type: Pass, End: true}}}';
const map = (config: string, more = ''): string =>
  state(`Type: Map, End: true${more}, ItemProcessor: {ProcessorConfig: {${config}}, ${pass.slice(1)}`);
const inFile = (uri: string): string => `Resources:
  M:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: ${uri}
`;

tester.run(sfnStructure, {
  valid: [
    { template: inFile('a.json'), files: { 'a.json': '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}' } },
    inFile('a.json'),
    { template: inFile('b.json'), files: { 'a.json': '' } },
    sam('A: {Type: Pass, Next: B}, B: {Type: Succeed}'),
    sam('A: {Type: Task, Resource: !GetAtt F.Arn, Next: !Ref Target}, B: {Type: Succeed}'),
    sam('A: {Type: Wait, Seconds: !Ref Delay, End: true}'),
    sam('A: {Type: Wait, Seconds: "${Delay}", End: true}'),
    sam('A: {Type: Fail, ErrorPath: "States.Format(\'a){}\', $.x)", Cause: b}'),
    sam('A: {Type: Choice, Choices: [{Not: {Variable: $.a, IsNull: true}, Next: B}], Default: B}, B: {Type: Succeed}'),
    sam('A: {Type: Pass, Parameters: {"a.$": "$$.Execution.Id", "b": {"c.$": "States.UUID()"}}, End: true}'),
    sam('A: {Type: Map, Iterator: {StartAt: I, States: {I: {Type: Pass, End: true}}}, End: true}'),
    sam(
      "A: {Type: Task, Resource: 'arn:a', End: true, Retry: [{ErrorEquals: [a], IntervalSeconds: 0, MaxAttempts: 0}]}",
    ),
    sam("A: {Type: Pass, Fn::Transform: {Name: 'AWS::Include', Parameters: {Location: s3://b/k}}}"),
    jsonata('Type: Wait, Seconds: "{% $states.input.delay %}", End: true'),
    jsonata('Type: Pass, Output: \'{% $match("a", /[)]/)[0].match & (1 / 2) & "]" /* ( */ %}\', End: true'),
    text('{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${S}, "End": true}}}', '', '!Sub '),
    'Resources: {M: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: !Ref Text}}}',
    'Resources: {M: {Type: AWS::StepFunctions::StateMachine, Properties: {DefinitionString: "${Whole}"}}}',
  ],
  invalid: [
    // A definition in a file of its own
    {
      template: inFile('main.asl.json'),
      files: { 'main.asl.json': '{"StartAt": "A",\n"States": {"A": {"Type": "Pass"}}}' },
      problems: [{ messageId: 'flowMissing', file: 'main.asl.json', line: 2, column: 12 }],
    },
    {
      template: inFile('flows/a.yaml'),
      files: { 'flows/a.yaml': 'States: [', 'flows/b.yaml': '' },
      problems: [{ messageId: 'unreadable', file: 'flows/a.yaml', line: 1, column: 9 }],
    },
    {
      template: inFile('../c.yaml'),
      files: { '../c.yaml': '' },
      problems: [{ messageId: 'outside', line: 5, column: 22, level: 'info' }],
    },
    {
      template: inFile('flows/b.yaml'),
      files: { 'flows/b.yaml': 'text' },
      problems: [{ messageId: 'noMap', file: 'flows/b.yaml', line: 1, column: 1 }],
    },
    // Machine, scopes and transitions
    {
      template: sam('B: {Type: Succeed}'),
      problems: [{ messageId: 'targetMissing', line: 7, column: 18, endColumn: 19 }],
    },
    {
      template: state('Type: Pass, Next: Aa, End: false'),
      problems: one('targetMissing', 40),
    },
    { template: state('Type: Pass'), problems: one('flowMissing', 18, { endColumn: 19 }) },
    { template: sam('A: {Type: Pass, End: true, Next: A}'), problems: one('flowTwice', 34) },
    { template: sam('A: {Type: Succeed}, B: {Type: Succeed}'), problems: one('unreachable', 38) },
    {
      template: sam('A: {Type: Pass, Next: B}, B: {Type: Pass, Next: A}'),
      problems: one('endless', 9, { level: warning, endColumn: 15 }),
    },
    {
      template: sam('A: pass'),
      problems: one('misshaped', 21),
    },
    {
      template: sam(
        'A: {Type: Parallel, Branches: [{StartAt: I, States: {I: {Type: Pass, Next: Z}}}, 5], Next: Z}, Z: {Type: Succeed}',
      ),
      problems: [...one('targetOutside', 93), ...one('misshaped', 99)],
    },
    {
      template: sam('A: {Type: Map, ItemProcessor: {StartAt: A, States: {A: {Type: Succeed}}}, End: true}'),
      problems: one('nameTwice', 70),
    },
    {
      template: sam(`A: {Type: Pass, Next: &l ${'l'.repeat(81)}}, *l : {Type: Succeed}`),
      problems: one('nameLong', 127, { data: { length: 81 } }),
    },
    // Types and fields
    { template: state('Next: A'), problems: one('typeMissing', 18) },
    { template: state('Type: Pas'), problems: one('typeUnknown', 28, { data: { hint: " Did you mean 'Pass'?" } }) },
    { template: state('Type: Pass, Retry: [], End: true'), problems: one('fieldOfOther', 34, { endColumn: 39 }) },
    { template: state('Type: Pass, Reslt: 1, End: true'), problems: one('fieldUnknown', 34) },
    { template: state('Type: "${Kind}", Reslt: 1, End: true'), problems: one('fieldUnknown', 39) },
    { template: state('Type: Pass, Output: 1, End: true'), problems: one('fieldLanguage', 34) },
    { template: jsonata('Type: Pass, Result: 1, End: true'), problems: one('fieldLanguage', 34) },
    {
      template: jsonata('Type: Pass, QueryLanguage: JSONPath, End: true'),
      problems: one('languageBack', 49),
    },
    { template: state('Type: Pass, QueryLanguage: JMESPath, End: true'), problems: one('languageUnknown', 49) },
    {
      template: sam('A: {Type: Succeed}', '        QueryLanguage: jsonata\n'),
      problems: [{ messageId: 'languageUnknown', line: 8, column: 24, data: { found: "'jsonata'" } }],
    },
    // Values
    { template: state('Type: Wait, Seconds: -1, End: true'), problems: one('number', 43, { data: { minimum: 0 } }) },
    { template: state('Type: Wait, Seconds: "1", End: true'), problems: one('number', 43) },
    { template: state('Type: Wait, End: true'), problems: one('waitMissing', 18) },
    { template: state("Type: Wait, Timestamp: '2030-01-01', End: true"), problems: one('time', 45) },
    { template: state('Type: Fail, Cause: a, CausePath: $.a'), problems: one('exclusive', 44) },
    {
      template: state('Type: Pass, InputPath: a, ResultPath: $$.b, End: true'),
      problems: [...one('path', 45), ...one('resultPath', 60)],
    },
    // Bodies
    { template: state('Type: Task, End: true'), problems: one('resourceMissing', 18) },
    { template: state('Type: Task, Resource: my-function, End: true'), problems: one('resourceShape', 44) },
    { template: state('Type: Parallel, Branches: [], End: true'), problems: one('branchesEmpty', 48) },
    { template: state('Type: Map, End: true'), problems: one('processorMissing', 18) },
    {
      template: state(
        'Type: Map, ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED}, StartAt: I, States: {I: {Type: Succeed}}}, End: true',
      ),
      problems: one('executionMissing', 66),
    },
    // Choice rules
    { template: state('Type: Choice'), problems: [...one('choicesEmpty', 18), ...one('endless', 9)] },
    {
      template: sam(
        'A: {Type: Choice, Choices: [{Variable: $.a, IsNull: yes, IsString: true}], Default: B}, B: {Type: Fail}',
      ),
      problems: [...one('ruleNext', 46), ...one('ruleOperators', 46)],
    },
    {
      template: sam(
        'A: {Type: Choice, Choices: [{Variable: a, NumericEquals: "1", Next: B}, {StringEqual: x, Next: B}, {And: [{Next: B}], Next: B}]}, B: {Type: Fail}',
      ),
      problems: [
        ...one('ruleVariable', 57),
        ...one('ruleOperand', 75),
        ...one('ruleUnknown', 91),
        ...one('ruleInnerNext', 125),
        ...one('ruleOperators', 124),
      ],
    },
    {
      template: sam(
        'A: {Type: Choice, Choices: [{Variable: $.a, IsNull: true, Next: B}]}, B: {Type: Fail}',
        '        QueryLanguage: JSONata\n',
      ),
      problems: [...one('ruleCondition', 46), ...one('ruleLanguage', 47), ...one('ruleLanguage', 62)],
    },
    // Retry and Catch
    {
      template: state(
        "Type: Task, Resource: 'arn:a', End: true, Retry: [{ErrorEquals: [States.ALL, a], BackoffRate: 0.5}, {ErrorEquals: []}]",
      ),
      problems: [...one('allAlone', 87), ...one('retryNumber', 116), ...one('errorsMissing', 136)],
    },
    {
      template: state(
        "Type: Task, Resource: 'arn:a', End: true, Catch: [{ErrorEquals: [States.ALL]}, {ErrorEquals: [a], Nxt: A, Next: A}]",
      ),
      problems: [...one('allLast', 87), ...one('catchNext', 72), ...one('entryUnknown', 120)],
    },
    {
      template: state(
        "Type: Task, Resource: 'arn:a', End: true, Retry: [{ErrorEquals: [a], IntervalSeconds: 9, MaxDelaySeconds: 5, JitterStrategy: full}]",
      ),
      problems: [...one('retryDelay', 128), ...one('retryJitter', 147)],
    },
    // Paths, functions and expressions
    {
      template: state(
        'Type: Pass, Parameters: {"a.$": x, b: [{"c.$": States.Fromat(1)}], "d.$": "States.UUID("}, End: true',
      ),
      problems: [...one('template', 54), ...one('functionUnknown', 69), ...one('functionOpen', 96)],
    },
    {
      template: state("Type: Pass, Result: 1, Parameters: {a: 1}, End: true, Assign: {a: '{% 1 %}'}"),
      problems: one('notEvaluated', 88, { level: warning }),
    },
    { template: jsonata("Type: Pass, Output: [' {% 1 %}'], End: true"), problems: one('expressionEnds', 43) },
    { template: jsonata("Type: Pass, Output: '{% (1] %}', End: true"), problems: one('expressionOpen', 42) },
    // Definitions that are text
    {
      template: text('{"StartAt": "A",\n  "States": {"A": {"Type": "Pass", "Next": "Nope"}}}', '', '!Sub '),
      problems: [{ messageId: 'targetMissing', line: 7, column: 52, endColumn: 58 }],
    },
    {
      template: text('{"StartAt": "A"\n "States": {}}'),
      problems: [{ messageId: 'json', line: 7, column: 10, data: { expected: "',' or '}'" } }],
    },
    {
      template: `Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString:
        Fn::Join:
          - ''
          - - "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Task\\", \\"Resource\\": \\""
            - !GetAtt Fn.Arn
            - '", "Next": "Don''t", "Endd": 1}}}'
`,
      problems: [
        { messageId: 'targetMissing', line: 10, column: 27, endColumn: 35 },
        { messageId: 'fieldUnknown', line: 10, column: 37, endColumn: 43 },
      ],
    },
    {
      template:
        '{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties":\n{"DefinitionString": "{\\"StartAt\\": 5,\\n\\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\"}}}"}}}}',
      problems: [{ messageId: 'notText', line: 2, column: 37, endColumn: 38 }],
    },
    // What is of the wrong shape, or missing, further inside
    ...(
      [
        [branch('{States: {I: {Type: Succeed}}}'), 'startMissing', 60],
        [branch('{StartAt: I}'), 'statesMissing', 60],
        [branch('{StartAt: I, States: {}}'), 'statesEmpty', 81],
        [state('Type: Pass, End: "yes"'), 'endFalse', 39],
        [
          state(`Type: Map, End: true, ItemProcessor: ${pass}, Iterator: ${pass.replaceAll('I', 'J')}`),
          'processorTwice',
          111,
        ],
        [map('Mode: FAST'), 'mode', 84],
        [map('Mode: DISTRIBUTED, ExecutionType: SLOW'), 'executionType', 112],
        [state('Type: Task, Resource: "arn:a", End: true, Retry: {}'), 'listShape', 71],
        [state('Type: Task, Resource: "arn:a", End: true, Retry: [{ErrorEquals: [5]}]'), 'errorName', 87],
        [jsonata('Type: Pass, Output: "{% %}", End: true'), 'expressionEmpty', 42],
      ] as const
    ).map(([template, messageId, column]) => ({ template, problems: one(messageId, column) })),
    {
      template: map('Mode: INLINE', ', Label: l'),
      problems: one('inlineOnly', 44, { level: warning }),
    },
    {
      template: state('Type: Choice, Choices: [{Variable: $.a, IsNull: true, Next: A}], End: true'),
      problems: one('choiceFlow', 87, { level: warning }),
    },
    {
      template: sam('A: {Type: Choice, Choices: [a], Default: B}, B: {Type: Succeed}'),
      problems: one('ruleShape', 46),
    },
  ],
});
