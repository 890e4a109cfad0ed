import { connections } from '../../model/channel.ts';
import { append } from '../../model/lists.ts';
import { defineResource, type ResourceContext } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { isList, isMap, type JsonMap } from '../../model/tree.ts';
import { listOf, loose, object, oneOf, strict, string } from '../../schema/property.ts';
import { endpoint } from './endpoint.ts';
import { grant } from './grant.ts';
import { destinationsOf, linkBetween } from './links.ts';
import { isComplete } from './needs.ts';
import { checkPermissions } from './permissions.ts';

const NoDestination = message(
  'missing-property',
  'error',
  () => "'Destination' is an empty list; a connector needs at least one.",
);
const NoLink = message(
  'unsupported-connector',
  'error',
  (source: string, destination: string, possible: readonly string[]) =>
    `A connector cannot connect ${source} to ${destination}. ${
      possible.length === 0
        ? `${source} cannot be the source of one.`
        : `${source} can be connected to ${possible.join(', ')}.`
    }`,
);

const endShape = object({
  Id: loose(string, 'The logical id of a resource of this template.', { early: true }),
  Qualifier: loose(string, 'The version or alias of it, or a part of it.'),
  Type: loose(string, 'The type of a resource that is elsewhere.', { early: true }),
  Arn: loose(string, 'Its ARN.'),
  Name: loose(string, 'Its name.'),
  QueueUrl: loose(string, 'The URL of a queue.'),
  ResourceId: loose(string, 'The id of an API.'),
  RoleName: loose(string, 'The name of the role that it takes.'),
});

const connectorProperties = {
  Source: strict(endShape, 'The resource that uses the destination.', { required: true }),
  Destination: strict(oneOf(endShape, listOf(endShape)), 'The resource that is used, or several.', { required: true }),
  Permissions: strict(listOf(string), 'What the source may do: Read, Write or both.', { early: true, required: true }),
} as const;

export type ConnectorContext = ResourceContext<typeof connectorProperties>;

export const connector = defineResource({
  type: 'AWS::Serverless::Connector',
  phase: 'connector',
  properties: connectorProperties,
  expand(cx) {
    const { Destination } = cx.props;
    const made: string[] = [];
    if (isList(Destination)) {
      if (Destination.length === 0) return cx.fail(NoDestination(), cx.at('Destination'));
      Destination.forEach((destination, index) => {
        if (isMap(destination)) append(made, connect(cx, destination, index));
      });
    } else append(made, connect(cx, Destination, undefined));
    cx.contribute(connections, cx.id, { kind: 'connector', made }, cx.cause);
  },
});

/** Connects the source to one destination; gives the logical ids of what that took. */
const connect = (cx: ConnectorContext, destination: JsonMap, index: number | undefined): string[] => {
  const at = index === undefined ? cx.at('Destination') : cx.at('Destination', index);
  const to = endpoint(cx, 'Destination', destination, cx.props.Source, at);
  const from = endpoint(cx, 'Source', cx.props.Source, destination, cx.at('Source'));
  if (!to || !from) return [];
  const link = linkBetween(from.type, to.type);
  if (!link) {
    cx.report(NoLink(from.type, to.type, destinationsOf(from.type)), at);
    return [];
  }
  const permissions = checkPermissions(cx, link, `from ${from.type} to ${to.type}`);
  const ends = { Source: from, Destination: to };
  return isComplete(cx, link, ends) && permissions ? [grant(cx, { link, ends, permissions, index })] : [];
};
