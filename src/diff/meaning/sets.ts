import type { ShapeSpec } from '../../model/spec.ts';
import { get, isList, isString, type Json } from '../../model/tree.ts';

/** How the items of a list are matched: by position, by the value of a key, or not at all (a set). */
export type Order = 'position' | 'set' | { readonly by: string; readonly unnamed?: 'position' };

/** Lists whose items have a name of their own; the name is unique among them and their order has no meaning. */
const named: ReadonlyMap<string, string> = new Map([
  ['Tags', 'Key'],
  ['Dimensions', 'Name'],
  ['AttributeDefinitions', 'AttributeName'],
  ['GlobalSecondaryIndexes', 'IndexName'],
  ['LocalSecondaryIndexes', 'IndexName'],
  ['Replicas', 'Region'],
  ['Targets', 'Id'],
  ['Origins', 'Id'],
  ['Policies', 'PolicyName'],
  ['Metrics', 'Id'],
  ['Schema', 'Name'],
]);

/** Lists that services take as sets. */
const sets: ReadonlySet<string> = new Set(
  `AlarmActions AliasAttributes Aliases AllowHeaders AllowMethods AllowOrigins
  AllowedHeaders AllowedMethods AllowedOAuthFlows AllowedOAuthScopes AllowedOrigins ApiStages Architectures
  AuthorizationScopes AutoVerifiedAttributes AvailabilityZones BinaryMediaTypes CacheSecurityGroupNames CachedMethods
  CallbackURLs CompatibleArchitectures CompatibleRuntimes EnableCloudwatchLogsExports EventCategories EventTypes
  ExplicitAuthFlows ExposeHeaders ExposedHeaders FunctionResponseTypes Groups InsufficientDataActions
  LambdaConfigurations LogoutURLs ManagedPolicyArns MethodSettings NonKeyAttributes NotificationARNs OKActions
  QueueConfigurations Queues ReadAttributes Roles RouteTableIds SecurityGroupEgress SecurityGroupIds
  SecurityGroupIngress SecurityGroups SubnetIds Subnets SupportedIdentityProviders TopicConfigurations Topics
  UsernameAttributes Users VPCSecurityGroups VpcSecurityGroupIds WriteAttributes
  allowHeaders allowMethods allowOrigins exposeHeaders`.split(/\s+/),
);

/** Properties in which every list is a set: each stands for "one of these". */
const patterns: ReadonlySet<string> = new Set(['EventPattern', 'FilterPolicy']);

/** How the items of a list under a given key are matched. */
export const orderOf = (name: string, shape: ShapeSpec | undefined): Order => {
  if (isTagList(shape)) return { by: 'Key' };
  if (name === 'Rules') return { by: 'Id', unnamed: 'position' };
  const by = named.get(name);
  if (by !== undefined) return { by };
  return sets.has(name) || isSet(shape) ? 'set' : 'position';
};

/** How items are matched: by position where one of them lacks the name that they would go by. */
export const orderAmong = (items: readonly { readonly value: Json }[], order: Order): Order =>
  typeof order === 'object' && order.unnamed && items.some(({ value }) => get(value, order.by) === undefined)
    ? order.unnamed
    : order;

/** Whether the registry calls a list a set. */
const isSet = (shape: ShapeSpec | undefined): boolean =>
  typeof shape === 'object' && ('u' in shape ? shape.u.some(isSet) : 'l' in shape && shape.s === 1);

const orders = new WeakMap<Json[], Order>();

/** Remembers how the items of a normalized list are matched. */
export const keepOrder = (list: Json[], order: Order): void => void orders.set(list, order);

/** How the items of a list are matched, where that was remembered. */
export const keptOrder = (list: Json[]): Order | undefined => orders.get(list);

/** Whether a list in a pattern is a comparison, `numeric: ['>', 0]`: the only one whose order counts. */
export const isComparison = (key: string, list: Json): boolean =>
  key === 'numeric' && isList(list) && isString(list[0]) && /^(?:[<>]=?|=)$/.test(list[0]);

export const isPattern = (name: string): boolean => patterns.has(name);

const isTagList = (shape: ShapeSpec | undefined): boolean =>
  typeof shape === 'object' &&
  'l' in shape &&
  typeof shape.l === 'object' &&
  'r' in shape.l &&
  /(?:^|\.)Tag\d*$/.test(shape.l.r);
