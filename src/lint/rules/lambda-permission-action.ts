import { nearest } from '../../model/nearest.ts';
import { defineRule } from '../../model/rule.ts';

export const lambdaPermissionAction = defineRule({
  id: 'lambda-permission-action',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Permission for an action that Lambda does not have',
  description: 'The `Action` of a permission is one that Lambda has, mostly `lambda:InvokeFunction`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html',
  macros: 'silent',
  supersedes: ['iam-unknown-action'],
  messages: {
    action: "Lambda has no action '{action}'.",
    actionNear: "Lambda has no action '{action}'. Did you mean '{near}'?",
  },
  example: {
    in: 'resources',
    fails: `
Invoke:
  Type: AWS::Lambda::Permission
  Properties:
    FunctionName: orders
    Action: ‹lambda:Invoke›
    Principal: apigateway.amazonaws.com
    SourceAccount: !Ref AWS::AccountId
`,
    passes: `
Invoke:
  Type: AWS::Lambda::Permission
  Properties:
    FunctionName: orders
    Action: lambda:InvokeFunction
    Principal: apigateway.amazonaws.com
    SourceAccount: !Ref AWS::AccountId
`,
  },
  on: ['AWS::Lambda::Permission'],
  check(permission, cx) {
    const actions = cx.specs?.actions('lambda');
    if (!actions) return;
    for (const { value, at } of permission.strings('Action')) {
      const [, name] = /^lambda:([A-Za-z]+)$/.exec(value) ?? [];
      if (value === 'lambda:*' || value === '*' || /\$\{|\{\{/.test(value)) continue;
      if (name !== undefined && actions.has(name.toLowerCase())) continue;
      const near = nearest(name ?? value, actions.values());
      const data = { action: value, near: near === undefined ? '' : `lambda:${near}` };
      cx.report(near === undefined ? 'action' : 'actionNear', at, { data });
    }
  },
});
