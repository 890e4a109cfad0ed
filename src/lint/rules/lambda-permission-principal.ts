import { defineRule } from '../../model/rule.ts';
import { replaceLiteral } from '../facts/edits/fix.ts';

/** A service by its domain, an account, an ARN, everybody, or what is known only at the deployment. */
const isPrincipal = (text: string): boolean => /^(\*|\d{12})$|[.:]|\{\{resolve:/.test(text);
const services = /^[a-z][a-z0-9-]*$/;

export const lambdaPermissionPrincipal = defineRule({
  id: 'lambda-permission-principal',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid principal of a permission',
  description:
    'A permission of a function names a service by its domain (`events.amazonaws.com`), an account by its twelve digits, a user or role by its ARN, or `*`. Lambda refuses any other text.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html',
  example: {
    in: 'resources',
    fails: `
Permission:
  Type: AWS::Lambda::Permission
  Properties: {FunctionName: orders, Action: 'lambda:InvokeFunction', Principal: ‹events›, SourceAccount: '111122223333'}`,
    passes: `
Permission:
  Type: AWS::Lambda::Permission
  Properties: {FunctionName: orders, Action: 'lambda:InvokeFunction', Principal: events.amazonaws.com, SourceAccount: '111122223333'}`,
  },
  fixes: { service: 'safe' },
  messages: {
    service:
      "'{found}' is not a valid principal; Lambda refuses the permission. A service is named by its domain: '{wanted}'.",
    other:
      "'{found}' is not a valid principal; Lambda refuses the permission. It must be the domain of a service, an account id of twelve digits, an ARN, or '*'.",
  },
  on: ['AWS::Lambda::Permission'],
  check(permission, cx) {
    for (const found of permission.strings('Principal')) {
      const { value, at } = found;
      if (isPrincipal(value)) continue;
      const isService = services.test(value);
      const wanted = `${value}.amazonaws.com`;
      const fix = isService ? replaceLiteral(found, wanted) : undefined;
      cx.report(isService ? 'service' : 'other', at, { data: { found: value, wanted }, fix });
    }
  },
});
