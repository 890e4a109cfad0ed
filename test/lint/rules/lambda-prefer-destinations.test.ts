import { lambdaPreferDestinations } from '../../../src/lint/rules/lambda-prefer-destinations.ts';
import { lambda } from '../templates.ts';
import { tester } from '../tester.ts';

tester.run(lambdaPreferDestinations, {
  valid: [
    lambda('Timeout: 3'),
    lambda(
      'DeadLetterConfig: {TargetArn: x}',
      '  C: {Type: AWS::Lambda::EventInvokeConfig, Properties: {FunctionName: !Ref Fn, DestinationConfig: {OnFailure: {Destination: x}}}}\n',
    ),
  ],
  invalid: [
    { template: lambda('DeadLetterConfig: {TargetArn: x}'), problems: [{ messageId: 'prefer', line: 4, column: 18 }] },
    {
      template: lambda(
        'Timeout: 3, DeadLetterConfig: {TargetArn: x}',
        '  C: {Type: AWS::Lambda::EventInvokeConfig, Properties: {FunctionName: !Ref Fn, DestinationConfig: {OnSuccess: {Destination: x}}}}\n',
      ),
      problems: [{ messageId: 'prefer', line: 4, column: 30 }],
    },
  ],
});
