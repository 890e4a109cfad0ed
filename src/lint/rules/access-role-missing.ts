import { defineTemplateRule, type RuleContext } from '../../model/rule.ts';
import { type Call, callsOf } from '../facts/access/calls.ts';
import { permissionOf } from '../facts/access/permission.ts';
import { arnParts } from '../facts/arns/parts.ts';

/** The property for the role beside what is called, by what calls; with all other types the role is required anyway. */
const properties: ReadonlyMap<string, string> = new Map([
  ['AWS::AppSync::DataSource', 'ServiceRoleArn'],
  ['AWS::Events::Rule', 'RoleArn'],
  ['AWS::Logs::SubscriptionFilter', 'RoleArn'],
  ['AWS::SNS::Subscription', 'SubscriptionRoleArn'],
]);

/** Services in ARNs that have no policies for others to send by. */
const roleOnly: ReadonlySet<string> = new Set([
  'batch',
  'codebuild',
  'codepipeline',
  'ecs',
  'firehose',
  'kinesis',
  'sagemaker',
  'states',
]);

/** An API destination has no policy; the event bus, whose ARN is of the same service, has one. */
const isApiDestination = ({ to, target }: Call, cx: RuleContext): boolean => {
  if (target) return target.type === 'AWS::Events::ApiDestination';
  const { service, resource } = arnParts(to, cx) ?? {};
  return service === 'events' && resource?.startsWith('api-destination/') === true;
};

export const accessRoleMissing = defineTemplateRule({
  id: 'access-role-missing',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Target that can be called with a role only',
  description:
    'Functions, queues and topics let a service in by a policy of their own. Streams, delivery streams, state machines, tasks of ECS, jobs of Batch, pipelines, build projects and API destinations have no such policy: rules, subscriptions, log filters and data sources need a role to call them with, and are refused without one.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html',
  example: {
    in: 'resources',
    fails: `
Records: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
Changes:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [orders]}
    Targets: [{Id: records, Arn: ‹!GetAtt Records.Arn›}]`,
    passes: `
Records: {Type: AWS::Kinesis::Stream, Properties: {ShardCount: 1}}
Changes:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [orders]}
    Targets: [{Id: records, Arn: !GetAtt Records.Arn, RoleArn: 'arn:aws:iam::111122223333:role/put-records'}]`,
  },
  messages: {
    missing: "{what} can call this only with a role that allows it; AWS refuses '{owner}' without '{property}'.",
  },
  check(cx) {
    for (const call of callsOf(cx)) {
      const { owner } = call.sender;
      const property = properties.get(owner.type);
      if (property === undefined || call.roles.length > 0 || !needsRole(call, cx)) continue;
      const what = call.what.replace(/^./, (first) => first.toUpperCase());
      cx.report('missing', call.at, { data: { what, owner: owner.id, property }, logicalId: owner.id });
    }
  },
});

const needsRole = (call: Call, cx: RuleContext): boolean => {
  if (isApiDestination(call, cx)) return true;
  if (call.target || call.called)
    return permissionOf(call, cx).way === 'role' && permissionOf(call, cx).answer === 'no';
  return call.role !== 'never' && roleOnly.has(arnParts(call.to, cx)?.service ?? '');
};
