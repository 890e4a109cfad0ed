import { connections } from '../../model/channel.ts';
import { type Cause, carry, stamp } from '../../model/origin.ts';
import type { Attributes } from '../../model/plugin.ts';
import { isMap, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { type Ends, fill } from './fill.ts';
import type { ConnectorContext } from './index.ts';
import type { FunctionPermission, Link, Permission, ResourcePolicy, RolePolicy } from './links.ts';

/** One connection of a connector that has everything it needs. */
export interface CompleteConnection<L extends Link = Link> {
  readonly link: L;
  readonly ends: Ends;
  /** The permissions asked for, each with the place that asks for it. */
  readonly permissions: ReadonlyMap<Permission, Cause | undefined>;
  /** Which of several destinations it leads to. */
  readonly index: number | undefined;
}

/** Emits what lets the source use the destination; gives its logical id. */
export const grant = (cx: ConnectorContext, connection: CompleteConnection): string => {
  const { link } = connection;
  switch (link.by) {
    case 'role policy':
      return grantToRole(cx, { ...connection, link });
    case 'function permission':
      return grantCall(cx, { ...connection, link });
    default:
      return grantToService(cx, { ...connection, link });
  }
};

const grantToRole = (cx: ConnectorContext, connection: CompleteConnection<RolePolicy>): string => {
  const { link, ends, permissions } = connection;
  const statements = link.accesses.flatMap(([permission, ...accesses]) =>
    (permissions.has(permission) ? accesses : []).map(({ actions, resources }) =>
      stamp(
        { Effect: 'Allow', Action: [...actions], Resource: resources.map((each) => fill(each, ends)) },
        permissions.get(permission),
      ),
    ),
  );
  const id = emit(cx, connection, 'Policy', 'AWS::IAM::ManagedPolicy', {
    PolicyDocument: policyDocument(statements),
    Roles: [ends[link.of].known.RoleName ?? null],
  });
  const [source, destination] = [ends.Source.id, ends.Destination.id];
  if (link.before === 'source' && source !== undefined) {
    cx.contribute(connections, source, { kind: 'before resource', policyId: id }, cx.cause);
  } else if (link.before === 'mapping' && source !== undefined && destination !== undefined) {
    cx.contribute(connections, source, { kind: 'before mapping', functionId: destination, policyId: id }, cx.cause);
  }
  return id;
};

/** How the policy of a topic or queue names what it is for. */
const resourcePolicies = {
  'topic policy': { name: 'TopicPolicy', type: 'AWS::SNS::TopicPolicy', list: 'Topics', detail: 'Arn' },
  'queue policy': { name: 'QueuePolicy', type: 'AWS::SQS::QueuePolicy', list: 'Queues', detail: 'QueueUrl' },
} as const;

const grantToService = (cx: ConnectorContext, connection: CompleteConnection<ResourcePolicy>): string => {
  const { link, ends, permissions } = connection;
  const { Source, Destination } = ends;
  const { name, type, list, detail } = resourcePolicies[link.by];
  const statement: JsonMap = {
    Effect: 'Allow',
    Principal: { Service: link.service },
    Resource: Destination.known.Arn ?? null,
    Action: link.action,
    Condition: { ArnEquals: { 'aws:SourceArn': Source.known.Arn ?? null } },
  };
  return emit(cx, connection, name, type, {
    [list]: [Destination.known[detail] ?? null],
    PolicyDocument: policyDocument([stamp(statement, permissions.get('Write'))]),
  });
};

const grantCall = (cx: ConnectorContext, connection: CompleteConnection<FunctionPermission>): string => {
  const { link, ends } = connection;
  return emit(cx, connection, 'WriteLambdaPermission', 'AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: ends.Destination.known.Arn ?? null,
    Principal: link.service,
    SourceArn: fill(link.sourceArn, ends),
    ...(link.sourceAccount !== undefined && { SourceAccount: fill(link.sourceAccount, ends) }),
  });
};

const policyDocument = (statements: Json[]): JsonMap => ({ Version: '2012-10-17', Statement: statements });

const emit = (
  cx: ConnectorContext,
  { ends, index }: CompleteConnection,
  name: string,
  type: string,
  properties: JsonMap,
): string => {
  const id = `${cx.id}${name}${index === undefined ? '' : `Destination${index}`}`;
  const cause = index === undefined ? cx.cause : ends.Destination.at;
  cx.emit({ id, type, properties, attributes: attributesOf(cx, ends), cause });
  return id;
};

/** The connector's own attributes, and in `Metadata` what it joins, by the types that the author wrote. */
const attributesOf = (cx: ConnectorContext, { Source, Destination }: Ends): Attributes => {
  const typeOf = ({ id, type }: Ends['Source']): string => (id && cx.lookup(id)?.type) || type;
  const attributes: Attributes & JsonMap = Object.assign(newMap(), cx.attributes);
  const metadata = newMap();
  const own = cx.attributes.Metadata;
  if (isMap(own)) for (const key of Object.keys(own)) carry(own, key, metadata);
  metadata['aws:sam:connectors'] = {
    [cx.id]: { Source: { Type: typeOf(Source) }, Destination: { Type: typeOf(Destination) } },
  };
  attributes.Metadata = metadata;
  return attributes;
};
