import { isNoValue } from '../../model/intrinsics.ts';
import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isMap, isNothing, type Json } from '../../model/tree.ts';
import { hasFunctionKey } from '../facts/templates/function-keys.ts';
import { ownWay } from '../facts/templates/ways.ts';

/** The names of types that are identified by what the service makes of them: a URL, an ARN. */
const ownNames: ReadonlyMap<string, readonly string[]> = new Map([
  // A subnet has one route table.
  ['AWS::EC2::SubnetRouteTableAssociation', ['SubnetId']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', ['Name']],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', ['Name']],
  ['AWS::IAM::ManagedPolicy', ['ManagedPolicyName']],
  ['AWS::SNS::Topic', ['TopicName']],
  ['AWS::SQS::Queue', ['QueueName']],
  ['AWS::SecretsManager::Secret', ['Name']],
  ['AWS::StepFunctions::StateMachine', ['StateMachineName']],
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
    'A name is taken once in an account and Region: the second resource of the same type with the same name cannot be created. Compared are the properties that together identify a resource of the type; two names that come from the same expression are the same. Resources that conditions keep apart are left alone.',
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
    const named = new Map<string, ResourceNode[]>();
    for (const node of cx.resources()) {
      const names = ownNames.get(node.type) ?? cx.specs?.resource(node.type)?.change.name ?? [];
      const key = names.length === 0 ? undefined : keyOf(node, names, cx);
      if (key === undefined) continue;
      const before = named.get(key) ?? [];
      const other = before.find((each) => canMeet(each, node, cx));
      if (other) {
        const data = {
          id: node.id,
          type: node.type,
          other: other.id,
          names: names.map((name) => `'${name}'`).join(' and '),
        };
        const related = [other.place(...names.at(-1)!.split('.'))];
        cx.report('twice', node.place(...names.at(-1)!.split('.')), { data, logicalId: node.id, related });
      }
      if (before.length < mostCompared) before.push(node);
      named.set(key, before);
    }
  },
});

/** What identifies a resource, as one text; undefined where a part is not given or not one value. */
const keyOf = (node: ResourceNode, names: readonly string[], cx: RuleContext): string | undefined => {
  if (hasFunctionKey(node.properties)) return undefined;
  const parts = names.map((name) => {
    const value = node.get(...name.split('.'));
    if (isNothing(value) || isNoValue(value) || isChoice(value)) return undefined;
    return cx.resolve(value) ?? value;
  });
  return parts.includes(undefined) ? undefined : JSON.stringify([node.type, ...parts.map(asText)]);
};

/** A name that is chosen at the deployment. */
const isChoice = (value: Json): boolean => isMap(value) && 'Fn::If' in value;

const asText = (value: Json | undefined): Json => (typeof value === 'object' ? (value ?? null) : String(value));

const canMeet = (one: ResourceNode, other: ResourceNode, cx: RuleContext): boolean => {
  const way = [...ownWay(one.body), ...ownWay(other.body)];
  return way.length === 0 || cx.possible(way);
};
