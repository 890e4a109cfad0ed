import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { callsOf } from '../facts/access/calls.ts';
import { actionsOf, permissionOf } from '../facts/access/permission.ts';
import { roleBehind, roleMay, roleTrusts } from '../facts/access/role.ts';
import { readActions } from '../facts/access/send-actions.ts';

export const accessRoleAction = defineTemplateRule({
  id: 'access-role-action',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Role that does not allow the call',
  description:
    'Targets of rules and schedules, pipes, tasks of state machines, data sources and integrations of APIs are called with a role, which must allow the action on what is called: `lambda:InvokeFunction`, `states:StartExecution`, `sqs:SendMessage`, `kinesis:PutRecord` … Only roles of the template are looked at whose policies can all be seen. Lambda checks the role when it makes a function with a dead-letter queue, so there it is an error.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html',
  example: {
    in: 'resources',
    fails: `
Check:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Policies: [CloudWatchPutMetricPolicy: {}]
    Definition:
      StartAt: Check
      States: {Check: {Type: Task, Resource: ‹!GetAtt Check.Arn›, End: true}}`,
    passes: `
Check:
  Type: AWS::Serverless::Function
  Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: 'exports.handler = async () => {}'}
Flow:
  Type: AWS::Serverless::StateMachine
  Properties:
    Policies: [LambdaInvokePolicy: {FunctionName: !Ref Check}]
    Definition:
      StartAt: Check
      States: {Check: {Type: Task, Resource: !GetAtt Check.Arn, End: true}}`,
  },
  messages: {
    reads: "The pipe '{id}' reads '{source}' with the role '{role}', which does not allow {actions} on it.",
    denied: "{what} calls '{target}' with the role '{role}', which does not allow {actions} on it{consequence}.",
  },
  check(cx) {
    for (const call of callsOf(cx)) {
      const { role, trusts, allows } = permissionOf(call, cx);
      const { what, at, target, sender, isTried, roles } = call;
      // A role that the caller may not even take is the concern of another rule.
      if (!role || !target || allows !== 'no' || trusts === 'no') continue;
      const data = {
        what: what.replace(/^./, (first) => first.toUpperCase()),
        target: target.id,
        role: role.id,
        actions: actionsOf(call).join(' or '),
        consequence: isTried ? `, so AWS refuses '${sender.owner.id}'` : '',
      };
      const level = isTried ? 'error' : 'warning';
      cx.report('denied', at, { data, level, related: [roles[0]?.at, role.at], logicalId: sender.owner.id });
    }
    for (const pipe of cx.resources('AWS::Pipes::Pipe')) checkSource(pipe, cx);
  },
});

/** A pipe reads with the role that it sends with. */
const checkSource = (pipe: ResourceNode, cx: RuleContext): void => {
  const role = roleBehind(pipe.get('RoleArn') ?? null, cx);
  const source = cx.target(pipe.get('Source'));
  const actions = source ? readActions(source.type) : [];
  if (!role || actions.length === 0 || roleTrusts(role, 'pipes', cx) === 'no') return;
  // The stream of a table has an ARN of its own.
  const target = source!.type === 'AWS::DynamoDB::Table' ? undefined : source;
  if (roleMay(role, actions, target, cx).answer !== 'no') return;
  const data = { id: pipe.id, source: source!.id, role: role.id, actions: actions.join(' or ') };
  cx.report('reads', pipe.place('Source'), { data, related: [pipe.place('RoleArn'), role.at], logicalId: pipe.id });
};
