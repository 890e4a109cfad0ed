import { sfnIntegrationPattern } from '../../../src/lint/rules/sfn-integration-pattern.ts';
import { sam } from '../state-machines.ts';
import { tester } from '../tester.ts';

const task = (resource: string, further = ''): string =>
  sam(`A: {Type: Task, Resource: ${resource}, End: true}`, further);

tester.run(sfnIntegrationPattern, {
  valid: [
    task('arn:aws:states:::lambda:invoke.waitForTaskToken'),
    task('arn:aws:states:::states:startExecution.sync:2'),
    task('arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken'),
    task('arn:aws:states:::dynamodb:getItem.sync', '      Type: EXPRESS\n'),
    task("!Sub 'arn:aws:states:::${Service}:getItem.sync'"),
  ],
  invalid: [
    {
      template: task('arn:aws:states:::dynamodb:getItem.sync'),
      problems: [{ messageId: 'unsupported', line: 6, column: 44, data: { service: 'dynamodb', pattern: '.sync' } }],
    },
    {
      template: task("!Sub 'arn:${AWS::Partition}:states:::glue:startJobRun.waitForTaskToken'"),
      problems: [{ messageId: 'unsupported', line: 6, column: 44, data: { instead: "; it supports '.sync'" } }],
    },
    {
      template: task('arn:aws:states:::aws-sdk:s3:putObject.sync'),
      problems: [{ messageId: 'unsupported', line: 6, column: 44, data: { service: 'aws-sdk:s3' } }],
    },
    {
      template: task("'${Call}'", "      DefinitionSubstitutions: {Call: 'arn:aws:states:::sns:publish.sync'}\n"),
      problems: [{ messageId: 'unsupported', line: 6, column: 44, data: { service: 'sns' } }],
    },
  ],
});
