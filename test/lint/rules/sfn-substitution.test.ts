import { sfnSubstitution } from '../../../src/lint/rules/sfn-substitution.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const sam = (state: string, substitutions = '{Worker: a}') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions: ${substitutions}
      Definition: {StartAt: A, States: {A: {Type: Task, ${state}, End: true}}}
`;
const text = (definition: string) => `Resources:
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties: {RoleArn: r, DefinitionString: ${definition}}
`;
const file = (substitutions: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: flow.json, DefinitionSubstitutions: ${substitutions}}}
`;
const json = (resource: string) =>
  `{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${resource}", "End": true}}}`;

const queue = json('${Worker}').replace('"End"', '"Parameters": {"QueueUrl": "${Queue}"}, "End"');

tester.run(sfnSubstitution, {
  valid: [
    sam("Resource: '${Worker}'"),
    sam("Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: '${Worker}:live'}"),
    // For a shell, or for whoever gets the text.
    sam("Resource: '${Worker}', Parameters: {Command: 'echo ${HOME}', Text: '${x}'}"),
    sam("Resource: '${Worker}'", '!FindInMap [A, B, C]'),
    text(`!Sub '${json('${Fn.Arn}')}'`),
    { template: file('{Worker: a}'), files: { 'flow.json': json('${Worker}') } },
    // A definition that is not there, or not whole, may use it.
    { template: file('{Worker: a, Other: b}'), files: {} },
    sam("Resource: '${Worker}', Parameters: !FindInMap [A, B, C]", '{Worker: a, Other: b}'),
  ],
  invalid: [
    marked(sam("Resource: ‹'${Wrker}'›", '{‹Worker›: a}'), [
      { messageId: 'unused', level: 'warning', data: { near: "'Wrker'" } },
      { messageId: 'resource', level: 'error', data: { near: "Did you mean 'Worker'" } },
    ]),
    marked(sam("Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: ‹'${Target}'›}", '{}'), {
      messageId: 'argument',
      level: 'warning',
    }),
    marked(text(`!Join ['', ['${json('${Worker}').replace(/"\$.*?"/, '‹$&›')}', ' ']]`), 'resource'),
    marked(text(`'${json('${Worker}').replace(/"\$.*?"/, '‹$&›')}'`), 'resource'),
    {
      template: file('{Worker: a}'),
      files: {
        'flow.json': queue,
      },
      problems: [{ messageId: 'argument', file: 'flow.json', line: 1, column: queue.indexOf('"${Queue}"') + 1 }],
    },
  ],
});
