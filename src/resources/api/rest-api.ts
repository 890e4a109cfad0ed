import { carry, entryOf, place } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isMap, isNothing, isTruthy, type Json, type JsonMap } from '../../model/tree.ts';
import type { ApiContext } from './context.ts';
import { propagateTags } from './tags.ts';

const TwoSpellings = message(
  'exclusive-properties',
  'error',
  () => "'VPCEndpointIds' and 'VpcEndpointIds' of 'EndpointConfiguration' are the same setting; keep one of them.",
);

/** Properties of the `RestApi` that are left out when they say nothing. */
const onlyWhenSet = [
  'FailOnWarnings',
  'Name',
  'Description',
  'Mode',
  'ApiKeySourceType',
  'Policy',
  'SecurityPolicy',
  'EndpointAccessMode',
] as const;

/** What the definition is: text inside the template or a place in S3. */
export type Body = { readonly Body: Json } | { readonly BodyS3Location: JsonMap } | undefined;

/** Emits the `AWS::ApiGateway::RestApi`. */
export const emitRestApi = (cx: ApiContext, binaryMediaTypes: Json, body: Body): void => {
  const properties = cx.passed();
  if (!isNothing(binaryMediaTypes)) {
    properties['BinaryMediaTypes'] = binaryMediaTypes;
    place(properties, 'BinaryMediaTypes', entryOf(cx.properties, 'BinaryMediaTypes'));
  }
  setEndpoint(cx, properties);
  for (const name of onlyWhenSet) if (isTruthy(cx.props[name] ?? null)) carry(cx.properties, name, properties);
  if (body && 'Body' in body) {
    properties['Body'] = body.Body;
    place(properties, 'Body', entryOf(cx.properties, 'DefinitionBody'));
  } else if (body) {
    properties['BodyS3Location'] = body.BodyS3Location;
    place(properties, 'BodyS3Location', entryOf(cx.properties, 'DefinitionUri'));
  }
  propagateTags(cx, properties);
  cx.emit({ id: cx.id, type: 'AWS::ApiGateway::RestApi', properties, attributes: cx.attributes, cause: cx.cause });
};

/** Regions outside the `aws` partition have no edge-optimized endpoints. */
const setEndpoint = (cx: ApiContext, properties: JsonMap): void => {
  const given = cx.props.EndpointConfiguration;
  if (!isTruthy(given ?? null)) {
    if (cx.partition !== 'aws') setType(properties, 'REGIONAL');
    return;
  }
  const at = entryOf(cx.properties, 'EndpointConfiguration');
  if (!isMap(given) || !isTruthy(get(given, 'Type'))) setType(properties, given!);
  else {
    setType(properties, get(given, 'Type')!);
    if (Object.hasOwn(given, 'VPCEndpointIds') && Object.hasOwn(given, 'VpcEndpointIds')) {
      return cx.fail(TwoSpellings(), cx.at('EndpointConfiguration', 'VPCEndpointIds'));
    }
    const configuration = properties['EndpointConfiguration'] as JsonMap;
    const name = isTruthy(get(given, 'VPCEndpointIds')) ? 'VPCEndpointIds' : 'VpcEndpointIds';
    if (Object.hasOwn(given, 'VPCEndpointIds') || Object.hasOwn(given, 'VpcEndpointIds')) {
      // An empty list under the first name counts as absent, and what is absent is written as null.
      configuration['VpcEndpointIds'] = null;
      carry(given, name, configuration, 'VpcEndpointIds');
    }
    carry(given, 'IpAddressType', configuration);
  }
  place(properties, 'EndpointConfiguration', at);
  place(properties, 'Parameters', at);
};

const setType = (properties: JsonMap, type: Json): void => {
  properties['EndpointConfiguration'] = { Types: [type] };
  properties['Parameters'] = { endpointConfigurationTypes: type };
};
