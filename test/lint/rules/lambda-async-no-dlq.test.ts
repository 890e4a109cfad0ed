import { lambdaAsyncNoDlq } from '../../../src/lint/rules/lambda-async-no-dlq.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

const permission = (service: string) =>
  `  P: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Fn, Principal: ${service}.amazonaws.com}}\n`;

tester.run(lambdaAsyncNoDlq, {
  valid: [
    lambda('DeadLetterConfig: {TargetArn: x}', permission('s3')),
    lambda('Timeout: 3', permission('apigateway')),
    lambda(
      'Timeout: 3',
      `${permission('s3')}  C: {Type: AWS::Lambda::EventInvokeConfig, Properties: {FunctionName: !Ref Fn, DestinationConfig: {OnFailure: {Destination: x}}}}\n`,
    ),
  ],
  invalid: [
    {
      template: lambda('Timeout: 3', permission('events')),
      problems: [{ messageId: 'dropped', line: 2, column: 3, data: { principal: 'events.amazonaws.com' } }],
    },
    {
      template: lambda(
        'Timeout: 3',
        '  S: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: !GetAtt Fn.Arn}}}\n',
      ),
      problems: [{ messageId: 'dropped', line: 2, column: 3, data: { principal: 'scheduler.amazonaws.com' } }],
    },
  ],
});
