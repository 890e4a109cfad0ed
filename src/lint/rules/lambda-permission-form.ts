import { nearest } from '../../model/nearest.ts';
import { defineRule } from '../../model/rule.ts';

/** A service has a domain, an account digits, a role or user an ARN; `*` is anybody. */
const isPrincipal = (text: string): boolean => text === '*' || /^\d{12}$/.test(text) || /^arn:|\./.test(text);

export const lambdaPermissionForm = defineRule({
  id: 'lambda-permission-form',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Permission on a function that Lambda refuses',
  description:
    'The `Principal` of a permission is the domain of a service (`apigateway.amazonaws.com`), an account, an ARN or `*`, and its `Action` one that Lambda has, mostly `lambda:InvokeFunction`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html',
  macros: 'silent',
  supersedes: ['iam-unknown-action'],
  messages: {
    principal:
      "'{principal}' is no principal; write the domain of the service, '{principal}.amazonaws.com', an account or an ARN.",
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
    Action: lambda:InvokeFunction
    Principal: ‹apigateway›
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
    for (const { value, at } of permission.strings('Principal')) {
      if (value !== '' && !/\$\{|\{\{/.test(value) && !isPrincipal(value)) {
        cx.report('principal', at, { data: { principal: value } });
      }
    }
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
