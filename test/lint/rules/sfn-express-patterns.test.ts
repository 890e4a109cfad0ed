import { sfnExpressPatterns } from '../../../src/lint/rules/sfn-express-patterns.ts';
import { sam, text } from '../state-machines.ts';
import { tester } from '../tester.ts';

const express = '      Type: EXPRESS\n';
const task = (resource: string, further = express): string =>
  sam(`A: {Type: Task, Resource: ${resource}, End: true}`, further);

tester.run(sfnExpressPatterns, {
  valid: [
    task('arn:aws:states:::sqs:sendMessage.waitForTaskToken', ''),
    task('arn:aws:states:::sqs:sendMessage'),
    task('!GetAtt Fn.Arn'),
    task('arn:aws:states:::ecs:runTask.sync', '      Type: !Ref Kind\n'),
  ],
  invalid: [
    {
      template: task("!Sub 'arn:${AWS::Partition}:states:::ecs:runTask.sync'"),
      problems: [{ messageId: 'pattern', line: 6, column: 44, data: { pattern: '.sync' } }],
    },
    {
      template: task('arn:aws:states:::lambda:invoke.waitForTaskToken'),
      problems: [{ messageId: 'pattern', line: 6, column: 44, data: { pattern: '.waitForTaskToken' } }],
    },
    {
      template: task('arn:aws:states:eu-west-1:123456789012:activity:a'),
      problems: [{ messageId: 'activity', line: 6, column: 44 }],
    },
    {
      template: text(
        '{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${Work}", "End": true}}}',
        '      StateMachineType: EXPRESS\n  Work: {Type: AWS::StepFunctions::Activity, Properties: {Name: w}}\n',
        '!Sub ',
      ),
      problems: [{ messageId: 'activity', line: 6, column: 71, endColumn: 80 }],
    },
    {
      template: sam(
        'A: {Type: Map, ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED, ExecutionType: EXPRESS}, StartAt: B, States: {B: {Type: Succeed}}}, End: true}',
        express,
      ),
      problems: [{ messageId: 'distributed', line: 6, column: 73 }],
    },
  ],
});
