import { defineTemplateRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isString, type Json, type Step } from '../../model/tree.ts';
import { type Belonging, belongings, type Membership } from '../facts/templates/belonging.ts';

export const cfnDifferentParents = defineTemplateRule({
  id: 'cfn-different-parents',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  needs: [...belongings.keys()],
  title: 'Parts of different networks or APIs',
  description:
    'What is put together must belong together: the subnets and security groups of a function, instance, service or load balancer are of one VPC, a subnet takes the route table of its own VPC, and a method, stage or route takes authorizers, resources and deployments of its own API. AWS refuses the others. Compared are networks and APIs of the template, and those that are written out.',
  source:
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html; https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html',
  macros: 'silent',
  messages: {
    differ: "'{id}' is of {what} '{found}', but '{path}' is of '{wanted}'; all of them must be of one.",
    itself: "'{path}' names {what} '{wanted}', but this is of '{found}'; both must be the same.",
    own: "'{id}' is of {what} '{found}', but '{path}' names '{wanted}'; both must be the same.",
  },
  example: {
    in: 'resources',
    fails: `
Shop: {Type: AWS::ApiGateway::RestApi, Properties: {Name: shop}}
Back: {Type: AWS::ApiGateway::RestApi, Properties: {Name: back}}
Orders:
  Type: AWS::ApiGateway::Resource
  Properties: {RestApiId: !Ref Shop, ParentId: ‹!GetAtt Back.RootResourceId›, PathPart: orders}
`,
    passes: `
Shop: {Type: AWS::ApiGateway::RestApi, Properties: {Name: shop}}
Back: {Type: AWS::ApiGateway::RestApi, Properties: {Name: back}}
Orders:
  Type: AWS::ApiGateway::Resource
  Properties: {RestApiId: !Ref Shop, ParentId: !GetAtt Shop.RootResourceId, PathPart: orders}
`,
  },
  check(cx) {
    for (const [type, belonging] of belongings) {
      for (const node of cx.resources(type)) {
        for (const { path } of around(node, belonging)) checkNode(node, path, belonging, cx);
      }
    }
  },
});

/** The maps of a resource of which each is looked at alone; what conditions choose is left alone. */
const around = (node: ResourceNode, { within }: Belonging): readonly Pick<Found, 'path'>[] =>
  within.length === 0 ? [{ path: [] }] : node.all(...within).filter(isCertain);

const isCertain = ({ path }: Pick<Found, 'path'>): boolean => !path.includes('Fn::If');

/** What a property says that a resource belongs to. */
interface Parent {
  /** Comparable where it is a resource of the template, or a text. */
  readonly kind: 'resource' | 'text';
  readonly name: string;
  readonly membership: Membership;
  readonly found: Found;
  /** What stands between, where the property refers to it. */
  readonly by: ResourceNode | undefined;
}

const checkNode = (node: ResourceNode, path: readonly Step[], belonging: Belonging, cx: RuleContext): void => {
  let first: Parent | undefined;
  for (const membership of belonging.members) {
    for (const found of node.all(...path, ...membership.path)) {
      const parent = isCertain(found) ? parentOf(found, membership, belonging, cx) : undefined;
      if (!parent) continue;
      first ??= parent;
      if (parent.kind !== first.kind || parent.name === first.name) continue;
      const data = {
        id: parent.by?.id ?? '',
        what: belonging.what,
        found: parent.name,
        path: first.membership.path.filter((step) => step !== '*').join('.'),
        wanted: first.name,
      };
      const related = [first.found.at];
      const messageId = first.by ? 'differ' : parent.by?.id === parent.name ? 'itself' : 'own';
      return cx.report(messageId, found.at, { data, related, logicalId: node.id });
    }
  }
};

const parentOf = (found: Found, membership: Membership, { type }: Belonging, cx: RuleContext): Parent | undefined => {
  const { through } = membership;
  if (!through) return named(found.value, found, membership, undefined, type, cx);
  const by = cx.target(found.value);
  const property = by && Object.hasOwn(through, by.type) ? through[by.type] : undefined;
  if (!by || property === undefined) return undefined;
  if (property === '') return { kind: 'resource', name: by.id, membership, found, by };
  const values = by.all(property);
  return values.length === 1 && isCertain(values[0]!)
    ? named(values[0]!.value, found, membership, by, type, cx)
    : undefined;
};

/** A resource of the type that is meant, or a text that says which one; a parameter may stand for any. */
const named = (
  value: Json,
  found: Found,
  membership: Membership,
  by: ResourceNode | undefined,
  type: string,
  cx: RuleContext,
): Parent | undefined => {
  if (isString(value)) return value.includes('{{') ? undefined : { kind: 'text', name: value, membership, found, by };
  const target = cx.target(value);
  return target?.type === type ? { kind: 'resource', name: target.id, membership, found, by } : undefined;
};
