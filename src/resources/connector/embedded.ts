import { type Cause, entryOf, originOf, shallowCopy, stamp } from '../../model/origin.ts';
import type { PrepareContext, Preparer, SourceResource } from '../../model/plugin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';

const NotAMap = message(
  'wrong-type',
  'error',
  (found: string) => `'Connectors' is ${found}; it must be a map of connectors.`,
);
const ConnectorNotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) => `The connector '${name}' is ${found}; it must be a map with 'Properties'.`,
);
const PropertiesNotMap = message(
  'wrong-type',
  'error',
  (name: string, found: string) =>
    `'Properties' of the connector '${name}' is ${found}; it must be a map with 'Destination' and 'Permissions'.`,
);
const ReferenceNotMap = message(
  'invalid-source-reference',
  'error',
  (found: string) => `'SourceReference' is ${found}; it must be a map, such as {Qualifier: prod}.`,
);
const ReferenceWithId = message(
  'invalid-source-reference',
  'error',
  (source: string) =>
    `'SourceReference' must not have 'Id': the source of an embedded connector is the resource that it is in, '${source}'.`,
);
const Taken = message(
  'duplicate-logical-id',
  'error',
  (id: string) =>
    `The embedded connector becomes a resource '${id}', but the template already has one of that name. Rename one of them.`,
);
const Replaced = message(
  'embedded-connector-replaced',
  'warning',
  (id: string) =>
    `Another embedded connector also becomes a resource '${id}', and only the last of them takes effect. Rename one of them.`,
);

/** Turns the `Connectors` of every resource into connectors of their own. */
export const embeddedConnectors: Preparer = {
  when: 'afterGlobals',
  prepare(cx) {
    const found = new Map<string, { body: JsonMap; cause: Cause | undefined }>();
    for (const source of [...cx.sources()]) {
      if (!Object.hasOwn(source.body, 'Connectors')) continue;
      const connectors = source.body['Connectors']!;
      if (isMap(connectors)) for (const name of cx.keys(connectors)) read(cx, source, connectors, name, found);
      else cx.report(NotAMap(kindOf(connectors)), entryOf(source.body, 'Connectors')?.value ?? source.cause, source.id);
      cx.addSource(source.id, withoutConnectors(source), source.cause);
    }
    for (const [id, { body, cause }] of found) cx.addSource(id, body, cause);
  },
};

const read = (
  cx: PrepareContext,
  source: SourceResource,
  connectors: JsonMap,
  name: string,
  found: Map<string, { body: JsonMap; cause: Cause | undefined }>,
): void => {
  const id = source.id + name;
  const connector = connectors[name]!;
  const cause = entryOf(connectors, name)?.key ?? originOf(connector) ?? source.cause;
  if (!isMap(connector)) return cx.report(ConnectorNotMap(name, kindOf(connector)), cause, id);
  const properties = get(connector, 'Properties');
  if (!isMap(properties)) {
    const at = entryOf(connector, 'Properties')?.value ?? cause;
    return cx.report(PropertiesNotMap(name, kindOf(properties)), at, source.id);
  }
  const reference = get(properties, 'SourceReference');
  const at = entryOf(properties, 'SourceReference')?.value ?? cause;
  if (Object.hasOwn(properties, 'SourceReference')) {
    if (!isMap(reference)) return cx.report(ReferenceNotMap(kindOf(reference)), at, source.id);
    // The reference translator blames the connector by its own name here.
    if (Object.hasOwn(reference, 'Id')) return cx.report(ReferenceWithId(source.id), at, name);
  }
  if (cx.lookup(id)) return cx.report(Taken(id), cause, source.id);
  const other = found.get(id);
  if (other) cx.report(Replaced(id), other.cause, id);
  found.set(id, { body: connectorBody(source, connector, properties, reference, cause), cause });
};

const connectorBody = (
  source: SourceResource,
  connector: JsonMap,
  properties: JsonMap,
  reference: Json | undefined,
  cause: Cause | undefined,
): JsonMap => {
  const from = isMap(reference) ? shallowCopy(reference) : newMap();
  from['Id'] = source.id;
  const complete = shallowCopy(properties);
  delete complete['SourceReference'];
  complete['Source'] = stamp(from, originOf(reference) ?? cause);
  const body = shallowCopy(connector);
  body['Type'] = 'AWS::Serverless::Connector';
  body['Properties'] = complete;
  return body;
};

/** The resource as it was but for `Connectors`, with its globals. */
const withoutConnectors = ({ body, properties }: SourceResource): JsonMap => {
  const copy = shallowCopy(body);
  delete copy['Connectors'];
  if (Object.keys(properties).length > 0) copy['Properties'] = properties;
  return copy;
};
