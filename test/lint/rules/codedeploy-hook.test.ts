import { codedeployHook } from '../../../src/lint/rules/codedeploy-hook.ts';
import { marked } from '../marked.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const head = 'Transform: AWS::Serverless-2016-10-31\nResources:\n';
const rolled = (more = '', hooks = '{PreTraffic: !Ref Check}') =>
  samFunctionCalled('Fn', `AutoPublishAlias: live\nDeploymentPreference: {Type: AllAtOnce, Hooks: ${hooks}${more}}`);
const found = rolled('', '{PreTraffic: ‹!Ref Check›}');
const named = 'FunctionName: CodeDeployHook_check';
const reporting =
  "Policies: [{Version: '2012-10-17', Statement: [{Effect: Allow, Action: codedeploy:PutLifecycleEventHookExecutionStatus, Resource: '*'}]}]";
/** The same as an item of a block, as a fix writes it. */
const item = `        - Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: codedeploy:PutLifecycleEventHookExecutionStatus
              Resource: '*'
`;
const check = (properties: string) => samFunctionCalled('Check', properties);
const other = `  Deploys:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: codedeploy.amazonaws.com}, Action: 'sts:AssumeRole'}]}}
`;

tester.run(codedeployHook, {
  valid: [
    head + rolled() + check(`${named}\n${reporting}`),
    head + rolled() + check(`${named}\nPolicies: [AWSCodeDeployFullAccess]`),
    head + rolled() + check(`${named}\nPolicies: [AWSLambdaBasicExecutionRole, !Ref Policy]`),
    head +
      rolled() +
      check("FunctionName: !Sub 'CodeDeployHook_${AWS::StackName}'\nRole: arn:aws:iam::123456789012:role/hook"),
    head + rolled() + check("FunctionName: !Sub '${AWS::StackName}-check'\nRole: arn:aws:iam::123456789012:role/hook"),
    // A role of the author may invoke hooks of any name.
    head + rolled(', Role: !GetAtt Deploys.Arn') + other + check(reporting),
    head + rolled('', "{PreTraffic: 'arn:aws:lambda:us-east-1:123456789012:function:check'}"),
    head + rolled(', Enabled: false') + check(''),
  ],
  invalid: [
    marked(
      head + found + check(named),
      { messageId: 'report', data: { hook: 'Check' } },
      {
        output: head + rolled() + check(named).replace('InlineCode', `Policies:\n${item}      InlineCode`),
      },
    ),
    marked(head + found + check(`${named}\nPolicies:\n  - AWSXrayWriteOnlyAccess`), 'report', {
      output:
        head +
        rolled() +
        check(
          `${named}\nPolicies:\n${item.replaceAll('\n      ', '\n').trim().replace(/^/, '  ')}\n  - AWSXrayWriteOnlyAccess`,
        ),
    }),
    marked(head + found + check(''), {
      messageId: 'neither',
      data: { hook: 'Check', found: 'named by CloudFormation' },
    }),
    marked(head + found + check(reporting), { messageId: 'name', data: { found: 'named by CloudFormation' } }),
    marked(head + found + check(`FunctionName: check\n${reporting}`), {
      messageId: 'name',
      data: { found: "named 'check'" },
    }),
  ],
});
