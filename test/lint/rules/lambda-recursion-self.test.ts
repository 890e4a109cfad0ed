import { lambdaRecursionSelf } from '../../../src/lint/rules/lambda-recursion-self.ts';
import { allowing, withRole } from '../roles.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const invoke = "['lambda:InvokeFunction']";
const worker = '"arn:aws:lambda:us-east-1:111122223333:function:worker"';

tester.run(lambdaRecursionSelf, {
  valid: [
    withRole('FunctionName: worker', [allowing(invoke)]),
    withRole('FunctionName: worker', [allowing(invoke, '"arn:aws:lambda:us-east-1:111122223333:function:workers"')]),
    withRole('FunctionName: worker', [allowing("'sqs:*'", worker)]),
    withRole('FunctionName: worker', [allowing(invoke, '!GetAtt Fn.Arn')]),
    withRole('FunctionName: worker', [allowing(`'lambda:*', Condition: {Bool: {a: b}}`, worker)]),
  ],
  invalid: [
    {
      template: withRole('FunctionName: worker', [allowing(invoke, worker)]),
      problems: [{ messageId: 'self', line: 9, column: 123, data: { fn: 'Fn' } }],
    },
    {
      template: withRole('FunctionName: !Sub "${AWS::StackName}-worker"', [
        allowing('"*"', '!Sub "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${AWS::StackName}-worker:*"'),
      ]),
      problems: [{ messageId: 'self', line: 9, column: 101 }],
    },
    {
      template: withRole(
        '',
        [],
        `  Loop:
    Type: AWS::IAM::Policy
    Properties:
      Roles: [!Ref Role]
      PolicyDocument: {Statement: {Effect: Allow, Action: 'lambda:Invoke*', Resource: [!GetAtt Fn.Arn]}}
`,
      ),
      problems: [{ messageId: 'self', line: 13, column: 88 }],
    },
    {
      template: samFunction('FunctionName: worker\nPolicies:\n  - LambdaInvokePolicy: {FunctionName: worker}'),
      problems: [{ messageId: 'self', line: 10, column: 11 }],
    },
  ],
});
