import { lambdaLogRetention } from '../../../src/lint/rules/lambda-log-retention.ts';
import { tester } from '../tester.ts';

const fn = (more = '') => `Parameters:
  Name: {Type: String}
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: index.h, Runtime: nodejs24.x${more}}
`;

const group = (properties: string, type = 'AWS::Logs::LogGroup') => `  Logs:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(lambdaLogRetention, {
  valid: [
    fn() + group("LogGroupName: !Sub '/aws/lambda/${Fn}', RetentionInDays: 30"),
    fn() + group("LogGroupName: !Join ['/', [/aws, lambda, !Ref Fn]], RetentionInDays: '30'"),
    fn() + group("LogGroupName: !Sub ['/aws/lambda/${F}', {F: !Ref Fn}], RetentionInDays: !Ref Name"),
    fn(', FunctionName: orders') + group('LogGroupName: /aws/lambda/orders, RetentionInDays: 3653'),
    fn(', FunctionName: !Ref Name') + group("LogGroupName: !Sub '/aws/lambda/${Name}', RetentionInDays: 1"),
    fn(", FunctionName: !Sub '${AWS::StackName}-f'") +
      group("LogGroupName: !Join ['', [/aws/lambda/, !Ref AWS::StackName, '-f']], RetentionInDays: 1"),
    fn(', FunctionName: !If [C, !Ref AWS::NoValue, f]') +
      group("LogGroupName: !Sub '/aws/lambda/${Fn}', RetentionInDays: 1"),
    fn(', LoggingConfig: {LogGroup: !Ref Logs}') + group('RetentionInDays: 7'),
    fn(', LoggingConfig: {LogGroup: !ImportValue logs}'),
    fn() + group("LogGroupName: !Sub '/aws/lambda/${Fn}', RetentionInDays: 1", 'Custom::LogRetention'),
    fn(', FunctionName: !If [C, !Ref AWS::StackName, !Ref Name]') +
      group("LogGroupName: !Join ['', [/aws/lambda/, !If [C, !Ref AWS::StackName, !Ref Name]]], RetentionInDays: 1"),
    `Resources:\n${group('LogGroupClass: DELIVERY')}`,
    // What is no whole number is reported as that.
    `Resources:\n${group('RetentionInDays: a while')}`,
    `Resources:\n${group('RetentionInDays: 1.5')}`,
    `Resources:\n${group('RetentionInDays: !If [C, 7, !Ref AWS::NoValue]')}`,
  ],
  invalid: [
    {
      template: fn(),
      problems: [{ messageId: 'noGroup', line: 4, column: 3, level: 'info', data: { group: '/aws/lambda/${Fn}' } }],
    },
    {
      template: fn(', LoggingConfig: {LogFormat: JSON}'),
      problems: [{ messageId: 'noGroup', line: 4, column: 3 }],
    },
    {
      // Of several names none is the one.
      template: fn(', FunctionName: !If [C, a, b]'),
      problems: [{ messageId: 'noGroup', line: 4, column: 3, data: { group: '/aws/lambda/${Fn}' } }],
    },
    {
      template: fn(', FunctionName: orders') + group("LogGroupName: !Sub '/aws/lambda/${Name}', RetentionInDays: 1"),
      problems: [{ messageId: 'noGroup', line: 4, column: 3, data: { group: '/aws/lambda/orders' } }],
    },
    {
      // The group is there, so the function is not blamed too.
      template: fn() + group("LogGroupName: !Sub '/aws/lambda/${Fn}'"),
      problems: [{ messageId: 'unset', line: 7, column: 3, level: 'info', data: { id: 'Logs' } }],
    },
    {
      template: fn(', LoggingConfig: {LogGroup: !Ref Logs}') + group("RetentionInDays: '10'"),
      problems: [
        {
          messageId: 'value',
          line: 9,
          column: 35,
          endColumn: 39,
          level: 'error',
          data: { found: 10, near: '7 or 14' },
        },
      ],
    },
    {
      template: `Resources:\n${group('RetentionInDays: !If [C, 0, 4000]')}`,
      problems: [
        { messageId: 'value', line: 4, column: 43, level: 'error', data: { found: 0, near: '1.' } },
        { messageId: 'value', line: 4, column: 46, level: 'error', data: { found: 4000, near: 'takes is 3653' } },
      ],
    },
  ],
});
