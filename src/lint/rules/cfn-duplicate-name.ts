import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import type { Json } from '../../model/tree.ts';
import { scenariosOf } from '../facts/combinations/presence.ts';
import { hasFunctionKey } from '../facts/templates/function-keys.ts';
import { ownWay } from '../facts/templates/ways.ts';
import { scalarText } from '../facts/texts/scalar.ts';
import { isMadeName } from '../facts/values/empty-names.ts';

/**
 * What identifies resources of types that the service gives a URL, an ARN or an id of its own: one of these lists of
 * properties. One with a `?` may be absent, and one with a value counts only where it has that value.
 */
const ownNames: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['AWS::ApiGateway::Resource', [['ParentId', 'PathPart']]],
  ['AWS::ApiGatewayV2::Route', [['ApiId', 'RouteKey']]],
  [
    'AWS::EC2::Route',
    ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'].map((to) => ['RouteTableId', to]),
  ],
  ['AWS::Batch::ComputeEnvironment', [['ComputeEnvironmentName']]],
  ['AWS::Batch::JobQueue', [['JobQueueName']]],
  ['AWS::CodeBuild::Project', [['Name']]],
  ['AWS::EC2::LaunchTemplate', [['LaunchTemplateName']]],
  ['AWS::EC2::SecurityGroup', [['VpcId?', 'GroupName']]],
  // A subnet has one route table.
  ['AWS::EC2::SubnetRouteTableAssociation', [['SubnetId']]],
  // A network has one endpoint that answers to the public name of a service.
  ['AWS::EC2::VPCEndpoint', [['PrivateDnsEnabled=true', 'VpcId', 'ServiceName']]],
  ['AWS::ECS::Service', [['Cluster?', 'ServiceName']]],
  ['AWS::ElasticLoadBalancingV2::Listener', [['LoadBalancerArn', 'Port']]],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', [['ListenerArn', 'Priority']]],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', [['Name']]],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', [['Name']]],
  ['AWS::Events::Rule', [['EventBusName?', 'Name']]],
  ['AWS::IAM::ManagedPolicy', [['ManagedPolicyName']]],
  ['AWS::SNS::Topic', [['TopicName']]],
  ['AWS::SQS::Queue', [['QueueName']]],
  ['AWS::SecretsManager::Secret', [['Name']]],
  ['AWS::StepFunctions::Activity', [['Name']]],
  ['AWS::StepFunctions::StateMachine', [['StateMachineName']]],
]);

/** More resources of one name than this are not all compared with each other. */
const mostCompared = 20;

export const cfnDuplicateName = defineTemplateRule({
  id: 'cfn-duplicate-name',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Two resources of one name',
  description:
    'A name is taken once in an account and Region: the second resource of the same type with the same name cannot be created. A route table has one route to a destination, a listener one rule of a priority, and a network one endpoint with private names of a service. Compared are the properties that together identify a resource of the type; two names that come from the same expression are the same. Each branch of `Fn::If` counts; resources that conditions keep apart are left alone.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
  macros: 'silent',
  messages: { twice: "'{id}' of {type} has the same {names} as '{other}'; each is taken once." },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::SQS::Queue
  Properties: {QueueName: orders}
Returns:
  Type: AWS::SQS::Queue
  Properties: {QueueName: ‹orders›}
`,
    passes: `
Orders:
  Type: AWS::SQS::Queue
  Properties: {QueueName: orders}
Returns:
  Type: AWS::SQS::Queue
  Properties: {QueueName: returns}
`,
  },
  check(cx) {
    const named = new Map<string, Named[]>();
    for (const node of cx.resources()) {
      if (cx.resources(node.type).length < 2) continue;
      const identities = ownNames.get(node.type) ?? [cx.specs?.resource(node.type)?.change.name ?? []];
      const all = identities.flatMap((names) => namesOf(node, names, cx));
      const other = all.flatMap((each) => named.get(each.key)?.find((before) => canMeet(before, each, cx)) ?? [])[0];
      if (other) {
        const { names } = other;
        const path = nameOf(names.at(-1)!).split('.');
        const given = names.map(nameOf).filter((name) => !node.lacks(...name.split('.')));
        const shown = given.map((name) => `'${name}'`).join(' and ');
        const data = { id: node.id, type: node.type, other: other.node.id, names: shown };
        cx.report('twice', node.place(...path), { data, logicalId: node.id, related: [other.node.place(...path)] });
      }
      for (const each of all) {
        const before = named.get(each.key) ?? [];
        if (before.length < mostCompared) named.set(each.key, [...before, each]);
      }
    }
  },
});

/** A resource, what identifies it as one text, and the conditions that make it so. */
interface Named {
  readonly node: ResourceNode;
  readonly names: readonly string[];
  readonly key: string;
  readonly way: readonly string[];
}

/** The property that a part of an identity is about. */
const nameOf = (part: string): string => part.split(/[?=]/, 1)[0]!;

/** What identifies a resource, in each branch of `Fn::If`; nothing where a part is not given. */
const namesOf = (node: ResourceNode, names: readonly string[], cx: RuleContext): readonly Named[] => {
  if (names.length === 0 || hasFunctionKey(node.properties)) return [];
  return scenariosOf(node.properties, names.map(nameOf), ownWay(node.body), cx).flatMap(({ present, way }) => {
    const parts = names.map((name) => partOf(name, present.get(nameOf(name)), cx));
    if (parts.includes(undefined)) return [];
    if (names.some((name, at) => parts[at] === '' && isMadeName(node.type, name))) return [];
    const key = JSON.stringify([node.type, names, ...parts.map(asText)]);
    return [{ node, names, key, way }];
  });
};

/** A part of an identity; undefined where the resource has none for it. */
const partOf = (name: string, value: Json | undefined, cx: RuleContext): Json | undefined => {
  const known = cx.resolve(value) ?? value;
  const [, wanted] = name.split('=');
  if (wanted !== undefined && scalarText(known) !== wanted) return undefined;
  return known ?? (name.endsWith('?') ? null : undefined);
};

const asText = (value: Json | undefined): Json => (typeof value === 'object' ? (value ?? null) : String(value));

const canMeet = (one: Named, other: Named, cx: RuleContext): boolean => {
  const way = [...one.way, ...other.way];
  return way.length === 0 || cx.possible(way);
};
