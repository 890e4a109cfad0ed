import { defineRule } from '../../model/rule.ts';
import { meansResource } from '../facts/policies/resource-pattern.ts';
import { allowsAction, permissionsOf } from '../facts/policies/role-permissions.ts';

const actions = ['lambda:InvokeFunction', 'lambda:InvokeAsync'];

export const lambdaRecursionSelf = defineRule({
  id: 'lambda-recursion-self',
  level: 'warning',
  category: 'cost',
  stage: 'expanded',
  title: 'Function can invoke itself',
  description:
    'The role of a function allows it to invoke the function itself. A function that calls itself can run without end and cost without limit. Found are policies that mean the function by its literal name, by an ARN that `Fn::Sub` makes, or from a policy attached from outside; a reference in its own role is a circular dependency and reported as such.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
  messages: { self: "This lets '{fn}' invoke itself; let a state machine or a queue repeat the work instead." },
  example: {
    in: 'function',
    fails: `
FunctionName: orders
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: 'lambda:InvokeFunction', Resource: ‹!Sub 'arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:orders'›}]`,
    passes: `
FunctionName: orders
Policies:
  - Version: '2012-10-17'
    Statement: [{Effect: Allow, Action: 'lambda:InvokeFunction', Resource: !Sub 'arn:\${AWS::Partition}:lambda:\${AWS::Region}:\${AWS::AccountId}:function:bills'}]`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    for (const { value: reference } of fn.all('Role')) {
      const role = cx.target(reference);
      if (role?.type !== 'AWS::IAM::Role') continue;
      for (const grant of permissionsOf(role, cx).grants) {
        if (grant.narrowed || !actions.some((action) => allowsAction(grant, action))) continue;
        for (const { value, at } of grant.resources) {
          const meant = meansResource(value, fn, 'FunctionName', cx);
          if (!meant || meant.by === 'all' || (meant.by === 'reference' && grant.owner === role)) continue;
          cx.report('self', at, { data: { fn: fn.id }, related: [fn.at] });
        }
      }
    }
  },
});
