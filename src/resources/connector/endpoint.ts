import { ref, referredId } from '../../model/intrinsics.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import {
  dataKey,
  get,
  getIn,
  isList,
  isMap,
  isNothing,
  isString,
  isTruthy,
  type Json,
  type JsonMap,
  kindOf,
} from '../../model/tree.ts';
import type { ConnectorContext } from './index.ts';
import { expandedTypes, kinds, say, types } from './kinds.ts';

const IdOrElse = message(
  'ambiguous-connector-end',
  'error',
  (name: string) =>
    `'${name}' must have either 'Id' (and optionally 'Qualifier') or, for a resource outside this template, 'Type' and the properties that the connector needs.`,
);
const NoType = message(
  'missing-connector-type',
  'error',
  (name: string, found: string) =>
    `The 'Type' of '${name}' is ${found}; it must be the type of the resource, such as AWS::SQS::Queue.`,
);
const NoId = message(
  'wrong-type',
  'error',
  (name: string, found: string) =>
    `The 'Id' of '${name}' is ${found}; it must be the logical id of a resource as a string.`,
);
const NoResource = message(
  'unknown-connector-id',
  'error',
  (name: string, id: string, near: string | undefined) =>
    `'${name}' names the resource '${id}', which is not in this template.${didYouMean(near)}`,
);
const NoTypeThere = message(
  'missing-connector-type',
  'error',
  (name: string, id: string) => `'${name}' names '${id}', which has no 'Type'.`,
);
const NotExpanded = message(
  'connector-end-not-expanded',
  'error',
  (name: string, id: string) =>
    `'${name}' names '${id}', which could not be expanded. Correct the errors of '${id}' first.`,
);
const Ignored = message(
  'ignored-property',
  'warning',
  (name: string, owner: string, near: string | undefined) =>
    `'${owner}' has '${name}', which has no effect in a connector.${didYouMean(near)}`,
);

/** What an author may say about a resource outside of the template. */
const details = ['Arn', 'Name', 'Qualifier', 'QueueUrl', 'ResourceId', 'RoleName'] as const;
export type Detail = (typeof details)[number];

/** One end of a connector. */
export interface Endpoint {
  readonly name: 'Source' | 'Destination';
  /** The logical id, where the resource is in the template. */
  readonly id: string | undefined;
  /** The type in CloudFormation. */
  readonly type: string;
  /** What is known of it; absent where nothing is. */
  readonly known: { readonly [Name in Detail]?: Json | undefined };
  readonly at: Cause | undefined;
}

/**
 * Finds out what there is to know about one end of a connector; problems are reported.
 * @param other the other end as written, because a rule has a role for each target
 */
export const endpoint = (
  cx: ConnectorContext,
  name: Endpoint['name'],
  end: JsonMap,
  other: JsonMap,
  at: Cause | undefined,
): Endpoint | undefined => {
  const byId = Object.hasOwn(end, 'Id');
  const hasDetails = Object.keys(end).some((key) => key !== 'Id' && key !== 'Qualifier');
  if (byId === hasDetails) return void cx.report(IdOrElse(name), at);
  const id = get(end, 'Id');
  if (!isTruthy(id)) return outside(cx, name, end, at);
  if (!isString(id)) return void cx.report(NoId(name, kindOf(id)), at);
  const body = cx.expanded(id);
  if (body === undefined) {
    const ids = [...cx.sources()].map((source) => source.id);
    return void cx.report(NoResource(name, id, nearest(id, ids)), at);
  }
  const type = get(body, 'Type');
  if (!isString(type) || type === '') return void cx.report(NoTypeThere(name, id), at);
  if (expandedTypes.has(type)) return void cx.report(NotExpanded(name, id), at);
  const kind = kinds.get(type);
  const known = {
    Arn: say(id, kind?.Arn),
    ResourceId: say(id, kind?.ResourceId),
    Name: say(id, kind?.Name),
    QueueUrl: say(id, kind?.QueueUrl),
    Qualifier: Object.hasOwn(end, 'Qualifier') ? get(end, 'Qualifier') : kind?.qualifier,
    RoleName: roleName(roleOf(type, get(body, 'Properties'), other)),
  };
  return { name, id, type, known, at };
};

const outside = (
  cx: ConnectorContext,
  name: Endpoint['name'],
  end: JsonMap,
  at: Cause | undefined,
): Endpoint | undefined => {
  const type = get(end, 'Type');
  if (!isString(type) || type === '') return void cx.report(NoType(name, kindOf(type)), at);
  for (const key of Object.keys(end)) {
    const means = ['Id', 'Type', ...details];
    if (!means.includes(key)) cx.report(Ignored(key, name, nearest(key, means)), at);
  }
  return { name, id: undefined, type: expandedTypes.get(type) ?? type, known: end, at };
};

const roleOf = (type: string, properties: Json | undefined, other: JsonMap): Json | undefined => {
  if (type !== types.rule) return get(properties, kinds.get(type)?.role ?? '');
  const targets = get(properties, 'Targets');
  if (!isList(targets)) return undefined;
  const { byId, byArn } = targetsOf(targets);
  const [otherId, otherArn] = [get(other, 'Id'), get(other, 'Arn')];
  const found = [
    isString(otherId) ? byId.get(otherId) : undefined,
    isTruthy(otherArn) ? byArn.get(dataKey(otherArn)) : undefined,
  ].filter((at) => at !== undefined);
  return found.length === 0 ? undefined : getIn(targets[Math.min(found[0]!, found.at(-1)!)], 'RoleArn');
};

/** The indexes of a rule's first targets, by what their ARNs refer to and by the ARNs themselves. */
interface Targets {
  readonly byId: ReadonlyMap<string, number>;
  readonly byArn: ReadonlyMap<string, number>;
}

const knownTargets = new WeakMap<Json[], Targets>();

const targetsOf = (targets: Json[]): Targets => {
  const known = knownTargets.get(targets);
  if (known) return known;
  const [byId, byArn] = [new Map<string, number>(), new Map<string, number>()];
  for (const [at, target] of targets.entries()) {
    const arn = get(target, 'Arn');
    const id = isMap(arn) ? referredId(arn) : undefined;
    if (id !== undefined && id !== '' && !byId.has(id)) byId.set(id, at);
    if (!byArn.has(dataKey(arn))) byArn.set(dataKey(arn), at);
  }
  knownTargets.set(targets, { byId, byArn });
  return { byId, byArn };
};

/** The name of the role that a reference to its ARN means. */
const roleName = (role: Json | undefined): Json | undefined => {
  const id = isMap(role) ? referredId(role) : undefined;
  return isNothing(id) ? undefined : ref(id);
};
